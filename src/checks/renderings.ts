import { type Passage, passagesOf } from '../figures/comparing/passages.ts';
import type { Block, Document, Draft } from '../model.ts';
import { locate } from '../text/markdown.ts';
import { phrase, told } from '../text/phrase.ts';
import { onceFor, remembered } from '../text/remembered.ts';
import { stemmerOf } from '../text/stems.ts';
import type { Check } from '../world.ts';

/** A name or a title is rendered in one way. */
export const renderings: Check = {
  id: 'renderings',
  promise:
    'A name or title that the source writes in one way is not spelt in two ways, or called two things, in the translation of a document.',
  examples: [
    {
      title: 'a port and a paper in two ways each',
      files: {
        'content/en/a.md':
          '---\ntitle: Trade\n---\nThe port of Kuryk opened.\n\nShips call at Kuryk, says “The Open Sea”.\n\nThis is said in “The Open Sea” too.\n',
        'content/ru/a.md':
          '---\ntitle: Торговля\n---\nОткрылся порт Курикский.\n\nСуда заходят в порт Курыкский, пишет «Открытое море».\n\nОб этом говорится и в «Вольном море».\n',
      },
      findings: ['content/ru/a.md:6:21 renderings', 'content/ru/a.md:8:24 renderings'],
    },
    {
      title: 'one name in its cases, two names that are alike',
      files: {
        'content/en/a.md':
          '---\ntitle: Trade\n---\nThe port of Kuryk opened near Marina.\n\nShips call at Kuryk and Karina, says “The Open Sea”.\n\nThis is said in “The Open Sea” too.\n',
        'content/ru/a.md':
          '---\ntitle: Торговля\n---\nОткрылся порт Курык близ Марины.\n\nСуда заходят в порты Курыка и Карины, пишет «Открытое море».\n\nОб этом говорится и в «Открытом море».\n',
      },
      findings: [],
    },
  ],
  *compare({ documents, source: tag }) {
    const [source, ...translations] = documents;
    if (source?.locale !== tag) return;
    for (const target of translations) {
      const passages = passagesOf(source, target).filter(({ target: own }) => own.length > 0);
      yield* titles(passages, target);
      yield* names(passages, target);
    }
  },
};

/** Something that a passage of the translation says, and where. */
interface Said {
  readonly word: string;
  readonly block: Block;
  readonly start: number;
}

const TITLE = /[“«„「《](\p{L}[^“”«»„「」《》\n]{2,80})[”»“」》]/gu;

/** Passages with one title each, the source's being the same. */
function* titles(passages: readonly Passage[], target: Document): Iterable<Draft> {
  const first = new Map<string, { readonly said: Said; readonly key: string }>();
  for (const passage of passages) {
    const [theirs, ours] = [found(passage.source, TITLE), found(passage.target, TITLE)];
    const [title, said] = [theirs[0], ours[0]];
    if (theirs.length !== 1 || ours.length !== 1 || !title || !said) continue;
    const key = stemsOf(said.word, target.locale).join(' ');
    const known = first.get(title.word);
    if (!known) first.set(title.word, { said, key });
    else if (known.key !== key) yield draftOf(said, known.said, title.word, target);
  }
}

const NAME = /(?<=[\p{L}\p{N},;)”»]\s)(\p{Lu}[\p{L}\p{M}’'-]{3,})/gu;
const CAPITAL = /(\p{Lu}[\p{L}\p{M}’'-]{4,})/gu;

/** A word with a capital, by its stem, and the numbers of the passages that have it. */
interface Spelling {
  readonly stem: string;
  readonly said: Said;
  readonly at: Set<number>;
}

/** Words with a capital that differ in one letter, where the source has the same name and nothing has both. */
function* names(passages: readonly Passage[], target: Document): Iterable<Draft> {
  const spellings = new Map<string, Spelling>();
  const stems = remembered((word: string) => stemsOf(word, target.locale).join(' '));
  for (const [n, { target: own }] of passages.entries())
    for (const said of found(own, CAPITAL)) {
      // What the source has as it is was not rendered.
      if (passages[n]?.source.some(({ text }) => text.includes(said.word))) continue;
      const stem = stems(said.word);
      const known = spellings.get(stem) ?? { stem, said, at: new Set() };
      spellings.set(stem, known);
      known.at.add(n);
    }
  // Stems of words that begin otherwise were cut into likeness.
  for (const alike of Map.groupBy(spellings.values(), ({ said }) => said.word.slice(0, 2).toLowerCase()).values())
    for (const [k, first] of alike.entries())
      for (const later of alike.slice(k + 1)) {
        if (!isSlip(first.stem, later.stem) || !first.at.isDisjointFrom(later.at)) continue;
        // Of two names of the source that are alike, each is where its own is.
        const name = namesOf(passages, first.at.union(later.at))[0];
        if (name !== undefined) yield draftOf(later.said, first.said, name, target);
      }
}

/** Names that the source has in all of these passages. */
function namesOf(passages: readonly Passage[], at: ReadonlySet<number>): readonly string[] {
  const [first, ...others] = [...at].map(
    (n) => new Set((passages[n]?.source ?? []).flatMap((block) => namesIn(block).all)),
  );
  return [...(first ?? [])].filter((name) => others.every((own) => own.has(name)));
}

/** Of a block of the source, for all translations that are held against it. */
const namesIn = onceFor((block: Block) => ({ all: found([block], NAME).map(({ word }) => word) }));

function found(blocks: readonly Block[], pattern: RegExp): readonly Said[] {
  return blocks.flatMap((block) =>
    Array.from(block.text.matchAll(pattern), ({ 0: all, 1: word = '', index }) => ({
      ...{ word, block },
      start: index + all.indexOf(word),
    })),
  );
}

function stemsOf(text: string, locale: string): readonly string[] {
  const stem = stemmerOf(locale);
  return (
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).map(stem);
}

/** One letter another within, or one more or less: an ending is none. */
function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < LEAST || long.length - short.length > 1 || a === b) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  return start > 0 && end >= 2 && start + end >= short.length - (long.length === short.length ? 1 : 0);
}

/** Letters of the shortest stem in which one letter is a slip. */
const LEAST = 5;

function draftOf({ word, block, start }: Said, first: Said, name: string, target: Document): Draft {
  return {
    severity: 'warning',
    locale: target.locale,
    span: locate(block, target.source, start, start + word.length),
    ...told(
      phrase`“${name}” of the source is “${word}” here and “${first.word}” elsewhere in this document`,
      phrase`write it in one way`,
    ),
    related: [
      { span: locate(first.block, target.source, first.start, first.start + first.word.length), message: first.word },
    ],
  };
}
