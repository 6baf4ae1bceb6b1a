import { isSpacedLetter } from '../../letters.ts';
import { NOWHERE, Trie } from '../words/trie.ts';

/** 4x100m, 4×400米: the race of a relay, which is its name; where its digits end. */
export function endOfRelay(folded: string, start: number, words: Trie): number | undefined {
  if (folded.charCodeAt(start) !== FOUR) return undefined;
  RACE.lastIndex = start;
  if (!RACE.test(folded)) return undefined;
  const end = RACE.lastIndex;
  SPACE.lastIndex = end;
  return leadsMeters(folded, SPACE.test(folded) ? SPACE.lastIndex : end, words) ? end : undefined;
}

const FOUR = 0x34;
const RACE = /4 ?[x×х*] ?(?:[1248]00|50|1500)(?!\d)/y;
const SPACE = /[ -]/y;

/** Does a word for metres stand there, with whatever ending? */
function leadsMeters(folded: string, start: number, words: Trie): boolean {
  let place = Trie.start;
  for (let at = start; at < folded.length; at += 1) {
    place = words.step(place, folded.charCodeAt(at));
    if (place === NOWHERE) return false;
    const meaning = words.at(place);
    if (meaning?.open?.unit === 'meter') return true;
    if (meaning?.lexeme?.unit === 'meter' && !isSpacedLetter(folded.charCodeAt(at + 1))) return true;
  }
  return false;
}
