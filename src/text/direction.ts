/** Which way a language is read, by the script that it is most likely written in. */
export function direction(locale: string): 'ltr' | 'rtl' {
  const known = directions.get(locale);
  if (known) return known;
  const own = rightToLeft.has(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr';
  directions.set(locale, own);
  return own;
}

/** Asked on each page, of each language. */
const directions = new Map<string, 'ltr' | 'rtl'>();

/** Scripts whose letters are of bidirectional class R or AL (Unicode Standard Annex 9). */
const rightToLeft = new Set('Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi'.split(' '));
