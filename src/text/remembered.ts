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

/** The same for the same thing, for as long as that is there. `more` is what making it needs besides; it goes with the thing. */
export function onceFor<Thing extends WeakKey, Made extends object, More extends readonly unknown[]>(
  make: (thing: Thing, ...more: More) => Made,
): (thing: Thing, ...more: More) => Made {
  const all = new WeakMap<Thing, Made>();
  return (thing, ...more) => {
    const known = all.get(thing);
    if (known) return known;
    const made = make(thing, ...more);
    all.set(thing, made);
    return made;
  };
}
