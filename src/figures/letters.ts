/** Letter of a script that puts spaces between words: only there a match must end with the word. */
export function isSpacedLetter(code: number): boolean {
  // Behind the end of a text the code is no number.
  if (!(code >= 0x80)) return code >= 0x61 && code <= 0x7a;
  const known = LETTERS[code];
  if (known !== undefined && known !== 0) return known === 2;
  const character = String.fromCharCode(code);
  const letter = /[\p{L}\p{M}]/u.test(character) && !UNSPACED.test(character);
  LETTERS[code] = letter ? 2 : 1;
  return letter;
}

const LETTERS = new Uint8Array(0x10000);
export const UNSPACED =
  /[\p{sc=Han}\p{sc=Hang}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}\u30fc\ufffc]/u;
