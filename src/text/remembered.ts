/** The same for the same key, made once: what `Intl` makes for a language takes a thousand times as long as to use it. */
export function remembered<Made, Key = string>(
  make: (key: Key) => Made,
  most = Number.POSITIVE_INFINITY,
): (key: Key) => Made {
  const all = new Map<Key, Made>();
  return (key) => {
    const known = all.get(key);
    if (known !== undefined) return known;
    // What has come up often comes up again.
    if (all.size >= most) all.clear();
    const made = make(key);
    all.set(key, made);
    return made;
  };
}
