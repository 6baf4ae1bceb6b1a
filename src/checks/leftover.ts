import { passagesOf } from '../figures/comparing/passages.ts';
import type { Block } from '../model.ts';
import { locate } from '../text/markdown.ts';
import { phrase, told } from '../text/phrase.ts';
import { onceFor } from '../text/remembered.ts';
import type { Check } from '../world.ts';

/** No text of the source was left in a translation. */
export const leftover: Check = {
  id: 'leftover',
  promise: 'No run of the source’s own words was left in a translation, but for names, quotations and titles.',
  examples: [
    {
      title: 'half a sentence, and a whole one',
      files: {
        'content/en/a.md':
          '---\ntitle: Trade\n---\nTrade grew in the days that are gone, and it will go on.\n\nThe ports are open to all.\n',
        'content/ru/a.md':
          '---\ntitle: Торговля\n---\nТорговля выросла in the days that are gone, и это продолжится.\n\nThe ports are open to all.\n',
      },
      findings: ['content/ru/a.md:4:18 leftover', 'content/ru/a.md:6:1 leftover'],
    },
    {
      title: 'names, titles in quotation marks or italics, a few words',
      files: {
        'content/en/a.md':
          '---\ntitle: Trade\n---\nThe World Trade Organization Secretariat wrote “the state of the trade” in its report, open access.\n',
        'content/ru/a.md':
          '---\ntitle: Торговля\n---\nВ докладе World Trade Organization Secretariat «the state of the trade» (open access).\n',
      },
      findings: [],
    },
  ],
  *compare({ documents, source: tag }) {
    const [source, ...translations] = documents;
    if (source?.locale !== tag) return;
    for (const target of translations) {
      if (baseOf(target.locale) === baseOf(source.locale)) continue;
      for (const passage of passagesOf(source, target)) {
        const isLatin = passage.source.every(({ text }) => LATIN.test(text));
        for (const block of passage.target) {
          // As a rule a text of another script has no words of the source's.
          if (isLatin && !LATIN.test(block.text)) continue;
          for (const { start, end } of runs(block.text, passage.source)) {
            const was = block.text.slice(start, end);
            yield {
              severity: 'warning',
              locale: target.locale,
              span: locate(block, target.source, start, end),
              ...told(phrase`“${was}” is what the source says, word for word`, phrase`translate it`),
            };
          }
        }
      }
    }
  },
};

/** Words side by side, as many as a find needs. */
const LATIN = /[a-z]{2}[a-zß-ÿ'’-]*[\s,]+[a-zß-ÿ'’-]+[\s,]+[a-zß-ÿ'’-]+/i;

/** So many words in a row with spaces between, and so many in small letters, are no name. */
const LEAST = 4;
const SMALL = 3;

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/** Runs of words that stand in the source in this order; what stands in quotation marks is somebody's own. */
function* runs(text: string, source: readonly Block[]): Iterable<{ readonly start: number; readonly end: number }> {
  const known = source.map(wordsOf);
  const has = (word: string) => known.some(({ all }) => all.has(word));
  let run: Word[] = [];
  const left = () => {
    const [first, last] = [run[0], run.at(-1)];
    const said = ` ${run.map(({ word }) => word).join(' ')} `;
    const isLeft = first && last && isSentence(run, text) && !isQuoted(text, first.start, last.end);
    return isLeft && known.some(({ line }) => line.includes(said)) ? [{ start: first.start, end: last.end }] : [];
  };
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const end = index + word.length;
    const next = { word, start: index, end };
    const isNext =
      has(word) && (run.length === 0 || known.some(({ line }) => line.includes(` ${run.at(-1)?.word} ${word} `)));
    if (isNext) run.push(next);
    else {
      if (run.length >= LEAST) yield* left();
      run = has(word) ? [next] : [];
    }
  }
  if (run.length >= LEAST) yield* left();
}

/** The words of a block, for all translations that are held against it. */
const wordsOf = onceFor(({ text }: Block) => {
  const words = text.match(WORD) ?? [];
  return { all: new Set(words), line: ` ${words.join(' ')} ` };
});

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Enough words with nothing but spaces between, most of them in small letters: no list of names, no title. */
function isSentence(run: readonly Word[], text: string): boolean {
  const joined = run.filter(({ start }, n) => n > 0 && /^\s+$/.test(text.slice(run[n - 1]?.end, start)));
  if (joined.length + 1 < LEAST) return false;
  const long = run.filter(({ word }) => /^\p{L}{4,}/u.test(word));
  const small = run.filter(({ word }) => /^\p{Ll}{2,}/u.test(word));
  return small.length >= SMALL && long.filter(({ word }) => /^\p{Lu}/u.test(word)).length * 2 <= long.length;
}

function isQuoted(text: string, start: number, end: number): boolean {
  return /["'“‘«„「『《‹(]\s?$/u.test(text.slice(0, start)) && /^\s?[.,]?["'”’»“」』》›)]/u.test(text.slice(end));
}

function baseOf(locale: string): string {
  return new Intl.Locale(locale).language;
}
