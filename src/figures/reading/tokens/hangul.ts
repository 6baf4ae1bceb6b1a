import type { Lexeme } from '../words/lexeme.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { NOWHERE, Trie } from '../words/trie.ts';
import type { Token } from './token.ts';

/**
 * Where words are written with their particles and without a sign that parts them, a form counts only where a word
 * begins or a token ends (만 in 2만, but not in 전체만), and only with what may stand behind it: 64 프로, but not 64 프로세서.
 */
export function isWhole(
  lex: Lexeme,
  folded: string,
  start: number,
  end: number,
  before: Token | undefined,
  lexicon: Lexicon,
): boolean {
  if (lexicon.particles.length === 0 || !isHangul(folded, start)) return true;
  if (lex.apart)
    return !isHangul(folded, start - 1) && folded.charAt(end) === ' ' && leadsCounter(folded, end + 1, lexicon);
  // 계약 3년: a bound that ends another word.
  if (lex.before !== undefined && isHangul(folded, start - 1)) return false;
  // 두 딸도: "too" behind what is counted, and no degrees.
  const isBehindCounter = before?.end === start && before.lex.classifier === true;
  if (lex.unit !== undefined && isBehindCounter && isParticle(folded, start, lexicon)) return false;
  const isCounting = hasOne(lex, COUNTS);
  const isMeasuring = hasOne(lex, MEASURES);
  if (!isCounting && !isMeasuring) return true;
  if (isHangul(folded, start - 1) && before?.end !== start) return false;
  // 절반만, 까지만: only a number is multiplied.
  if (lex.scale !== undefined && isHangul(folded, start - 1) && !multiplies(before)) return false;
  if (!isHangul(folded, end)) return true;
  // 조용한, 조상: a scale that begins a word is a part of it unless it counts what follows.
  if (lex.number !== undefined || lex.amount || (lex.scale !== undefined && !multiplies(before)))
    return counts(folded, end, lexicon) || isParticle(folded, end, lexicon);
  // 첫번째 시도: an hour is a word of its own wherever it stands.
  const isCounted = (before?.digits ?? before?.lex.number) !== undefined || lex.hourAfter !== undefined;
  const isApart = folded.charAt(start - 1) === ' ' && before?.end === start - 1 && isCounted;
  return !isApart || !isMeasuring || isParticle(folded, end, lexicon);
}

function hasOne(lex: Lexeme, roles: readonly (keyof Lexeme)[]): boolean {
  return roles.some((role) => lex[role] !== undefined);
}

function multiplies(before: Token | undefined): boolean {
  const { digits, lex } = before ?? {};
  return (digits ?? lex?.number ?? lex?.scale ?? lex?.inside ?? lex?.before) !== undefined;
}

/** What is a number or makes one of others. */
const COUNTS = ['number', 'scale', 'amount', 'plus', 'soft', 'ordinal', 'ordinalBefore', 'inside'] as const;

/** What stands behind a number. */
const MEASURES = ['unit', 'share', 'currency', 'classifier', 'hourAfter'] as const;

/** What may follow a number word at once: two 명, five 번째, three 배, 스물 + 세. */
const FOLLOWS = [...MEASURES, 'number', 'scale', 'ordinalAfter', 'times', 'after', 'inside', 'plus'] as const;

/** 삼 년, 육 개월이: a counter that is a word but for its particle. */
function leadsCounter(folded: string, start: number, lexicon: Lexicon): boolean {
  let place = Trie.start;
  for (let i = start; i < folded.length; i += 1) {
    place = lexicon.words.step(place, folded.charCodeAt(i));
    if (place === NOWHERE) return false;
    const lex = lexicon.words.at(place)?.lexeme;
    const counts = lex && COUNTERS.some((role) => lex[role] !== undefined);
    if (counts && (!isHangul(folded, i + 1) || isParticle(folded, i + 1, lexicon))) return true;
  }
  return false;
}

const COUNTERS = ['unit', 'classifier', 'currency', 'times', 'ordinalAfter'] as const;

function counts(folded: string, start: number, { words }: Lexicon): boolean {
  let place = Trie.start;
  for (let i = start; i < folded.length; i += 1) {
    place = words.step(place, folded.charCodeAt(i));
    if (place === NOWHERE) return false;
    const lex = words.at(place)?.lexeme;
    if (lex && FOLLOWS.some((role) => lex[role] !== undefined)) return true;
  }
  return false;
}

function isParticle(folded: string, start: number, { particles }: Lexicon): boolean {
  return particles.some((particle) => folded.startsWith(particle, start));
}

function isHangul(folded: string, at: number): boolean {
  const code = folded.charCodeAt(at);
  return code >= 0xac00 && code <= 0xd7a3;
}
