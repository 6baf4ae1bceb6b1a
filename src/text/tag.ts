/** BCP 47, with a language of two or three letters: longer ones are reserved, and folders are called `images`. */
export function isLanguageTag(tag: string): boolean {
  if (!/^[a-z]{2,3}(-|$)/i.test(tag)) return false;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Tags do not tell capitals from small letters (RFC 5646, 2.1.1). */
export function isSameTag(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
