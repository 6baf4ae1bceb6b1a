/** Which way a language is read, by the script that it is most likely written in. */
export function direction(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** Scripts whose letters are of bidirectional class R or AL (Unicode Standard Annex 9). */
const rightToLeft = new Set('Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi'.split(' '));
