import { language } from '../locales/index.ts';
import type { Draft } from '../model.ts';
import { locate } from '../text/markdown.ts';
import { phrase, told } from '../text/phrase.ts';
import type { Check } from '../world.ts';

/** No word stands twice by a slip. */
export const doubled: Check = {
  id: 'doubled',
  promise: 'No word stands twice in a row by a slip, in the languages whose own doublings are known.',
  examples: [
    {
      title: 'twice, over the end of a line too, and words that may',
      files: {
        'content/en/a.md': '---\ntitle: Trade\n---\nThe the trade that\nthat year had had is very very large.\n',
        'content/ru/a.md': '---\ntitle: Торговля\n---\nТорговля в в том году была очень, очень большой.\n',
        'content/zh/a.md': '---\ntitle: 贸易\n---\n当年的的贸易额很大，目的的确如此。\n',
      },
      findings: ['content/en/a.md:4:1 doubled', 'content/ru/a.md:4:10 doubled', 'content/zh/a.md:4:3 doubled'],
    },
    {
      title: 'names, numbers, code, and what a comma parts',
      files: {
        'content/en/a.md':
          '---\ntitle: Trade\n---\nBora Bora paid 20 20 times; `the the` is code, and so, so it went.\n',
      },
      findings: [],
    },
  ],
  *compare({ documents }) {
    for (const { locale, blocks, source } of documents) {
      const { repeats } = language(locale);
      if (!repeats) continue;
      for (const block of blocks) {
        const { text } = block;
        for (const { word, start, end } of doublings(text, repeats)) {
          const span = locate(block, source, start, end);
          const was = text.slice(start, end);
          const draft: Draft = {
            severity: 'warning',
            locale,
            span,
            ...told(phrase`“${word}” stands here twice`, phrase`write it once`),
          };
          // Over the end of a line the patch would not show what becomes of it.
          yield span.start.line === span.end.line && !/\s{2}|\n/.test(was)
            ? { ...draft, fix: { span, was, text: word } }
            : draft;
        }
      }
    }
  },
};

interface Doubling {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const TWICE = /(?<![\p{L}\p{M}\p{N}'’\-–])(\p{L}[\p{L}\p{M}'’]*)\s+\1(?![\p{L}\p{M}\p{N}'’\-–])/giu;

function* doublings(
  text: string,
  { words, signs }: { readonly words?: string; readonly signs?: RegExp },
): Iterable<Doubling> {
  if (words !== undefined) {
    const free = new Set(words.split(' '));
    for (const { 0: all, 1: word = '', index } of text.matchAll(TWICE)) {
      const second = all.slice(-word.length);
      const isName = /^\p{Lu}/u.test(second);
      if (!isName && !free.has(word.toLowerCase())) yield { word, start: index, end: index + all.length };
    }
  }
  if (signs)
    for (const { 0: all, index } of text.matchAll(signs))
      yield { word: all.slice(0, all.length / 2), start: index, end: index + all.length };
}
