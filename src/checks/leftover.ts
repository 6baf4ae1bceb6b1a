import { passagesOf } from '../figures/comparing/passages.ts';
import { locate } from '../text/markdown.ts';
import { phrase, told } from '../text/phrase.ts';
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
        // Most text of another script has not a word of the source's.
        const targets = passage.target.filter(({ text }) => passage.source.some((block) => mayShare(block.text, text)));
        if (targets.length === 0) continue;
        const theirs = passage.source.map(({ text }) => ` ${(text.match(WORD) ?? []).join(' ')} `);
        for (const block of targets)
          for (const { start, end } of runs(block.text, theirs)) {
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
  },
};

/** So many words in a row with spaces between, and so many in small letters, are no name. */
const LEAST = 4;
const SMALL = 3;

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/** Runs of words that stand in the source in this order; what stands in quotation marks is somebody's own. */
function* runs(text: string, theirs: readonly string[]): Iterable<{ readonly start: number; readonly end: number }> {
  const known = pairsIn(theirs);
  if (known.size === 0) return;
  const words: readonly Word[] = Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  for (let n = 0; n + LEAST <= words.length; ) {
    let end = n + 1;
    while (end < words.length && known.has(`${words[end - 1]?.word} ${words[end]?.word}`)) end += 1;
    const run = words.slice(n, end);
    const [first, last] = [run[0], run.at(-1)];
    const said = ` ${run.map(({ word }) => word).join(' ')} `;
    const isLeft = first && last && isSentence(run, text) && !isQuoted(text, first.start, last.end);
    if (isLeft && theirs.some((block) => block.includes(said))) yield { start: first.start, end: last.end };
    n = end;
  }
}

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

/** Words of blocks that stand side by side. */
function pairsIn(blocks: readonly string[]): ReadonlySet<string> {
  return new Set(
    blocks.flatMap((block) => {
      const words = block.trim().split(' ');
      return words.slice(1).map((word, n) => `${words[n]} ${word}`);
    }),
  );
}

function mayShare(source: string, target: string): boolean {
  return SCRIPTS.some((script) => script.test(source) && script.test(target));
}

/** Some words side by side of one script. */
const SCRIPTS = ['Latin', 'Cyrillic', 'Arabic', 'Greek', 'Devanagari', 'Bengali', 'Hebrew', 'Hangul'].map(
  (name) => new RegExp(`(?:\\p{Script=${name}}+[\\s,]+){${SMALL}}`, 'u'),
);

function isQuoted(text: string, start: number, end: number): boolean {
  return /["'“‘«„「『《‹(]\s?$/u.test(text.slice(0, start)) && /^\s?[.,]?["'”’»“」』》›)]/u.test(text.slice(end));
}

function baseOf(locale: string): string {
  return new Intl.Locale(locale).language;
}
