/** Do words of the one text begin as words of the other do, whatever letters both are written in: tractors, тракторов? */
export function areKin(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  const theirs = new Set([...right].map(sounds).filter((start) => start.length === SHARED));
  return theirs.size > 0 && [...left].some((word) => theirs.has(sounds(word)));
}

/** How many letters tell: fewer are alike by chance. */
const SHARED = 4;

/** The first letters of a word as they sound, roughly, in Latin ones. */
function sounds(word: string): string {
  let said = '';
  for (const letter of word) said += LATIN.get(letter) ?? letter;
  const plain = said
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/[cq]h?/g, 'k')
    .replace(/w/g, 'v');
  return plain.replace(/y/g, 'i').replace(/x/g, 'ks').replace(/(.)\1/g, '$1').slice(0, SHARED);
}

/** Cyrillic letters by their sounds (ISO 9 without its marks, and so that what is one sound is one letter). */
const LATIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      а: 'a',
      б: 'b',
      в: 'v',
      г: 'g',
      ґ: 'g',
      д: 'd',
      е: 'e',
      ё: 'e',
      є: 'e',
      ж: 'j',
      з: 'z',
      и: 'i',
      і: 'i',
      ї: 'i',
    },
    ...{
      й: 'i',
      к: 'k',
      л: 'l',
      м: 'm',
      н: 'n',
      о: 'o',
      п: 'p',
      р: 'r',
      с: 's',
      т: 't',
      у: 'u',
      ў: 'u',
      ф: 'f',
      х: 'h',
    },
    ...{
      ц: 'k',
      ч: 'k',
      ш: 's',
      щ: 's',
      ъ: '',
      ы: 'i',
      ь: '',
      э: 'e',
      ю: 'u',
      я: 'a',
      ј: 'i',
      љ: 'l',
      њ: 'n',
      ћ: 'k',
      ђ: 'd',
    },
  }),
);
