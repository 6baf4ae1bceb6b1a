import type { Entry, Rendering } from '../catalogue.ts';
import { type Passage, passagesOf } from '../figures/comparing/passages.ts';
import { found, type Said, saidIn, spanOf, stemsOf } from '../figures/comparing/renderings.ts';
import type { Document, Draft } from '../model.ts';
import { phrase, told } from '../text/phrase.ts';
import { remembered } from '../text/remembered.ts';
import type { Check } from '../world.ts';

/** A name or a title is rendered in one way. */
export const renderings: Check = {
  id: 'renderings',
  promise:
    'A name or title that the source writes in one way is not spelt in two ways, or called two things, in a translation, whichever documents have it.',
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
    {
      title: 'in two documents',
      files: {
        'content/en/a.md': '---\ntitle: Trade\n---\nThe port of Kuryk opened.\n\n“The Open Sea” says so.\n',
        'content/en/b.md': '---\ntitle: Ports\n---\nShips call at Kuryk.\n\nSo says “The Open Sea”.\n',
        'content/ru/a.md': '---\ntitle: Торговля\n---\nОткрылся Курыкский порт.\n\nОб этом пишет «Открытое море».\n',
        'content/ru/b.md': '---\ntitle: Порты\n---\nСуда заходят в Курикский порт.\n\nТак пишет «Вольное море».\n',
        'content/zh/a.md': '---\ntitle: 贸易\n---\n库雷克港开放了。\n\n《公海报》这样说。\n',
        'content/zh/b.md': '---\ntitle: 港口\n---\n船只停靠库雷克。\n\n《远海报》这样说。\n',
      },
      findings: [
        'content/ru/b.md:4:16 renderings',
        'content/ru/b.md:6:12 renderings',
        'content/zh/b.md:6:2 renderings',
      ],
    },
  ],
  *compare({ documents, source: tag }) {
    const [source, ...translations] = documents;
    if (source?.locale !== tag) return;
    for (const target of translations) yield* names(source, target);
  },
  *find({ editions }) {
    for (const { locale, documents } of editions) yield* elsewhere(documents, locale);
  },
};

/** What another passage of the edition calls otherwise: titles by other words, names by another letter. */
function* elsewhere(documents: readonly Entry[], locale: string): Iterable<Draft> {
  const first = new Map<string, Rendering>();
  for (const { renderings: own } of documents.toSorted((a, b) => (a.source.path < b.source.path ? -1 : 1)))
    for (const one of own) {
      const key = `${one.kind} ${one.of}`;
      const known = first.get(key);
      if (!known) first.set(key, one);
      // Of names within a document there is more to go by than passages that have one each.
      else if (one.kind === 'name' ? isOf(known, one) && isSlip(known.stems, one.stems) : known.stems !== one.stems)
        yield draftOf(one, known, locale);
    }
}

/** Whether these are names of two documents that begin alike. */
function isOf(known: Rendering, one: Rendering): boolean {
  return known.span.path !== one.span.path && beginning(known.text) === beginning(one.text);
}

const CAPITAL = /(\p{Lu}[\p{L}\p{M}’'-]{4,})/gu;

/** A word with a capital, by its stem, and the numbers of the passages that have it. */
interface Spelling {
  readonly stem: string;
  readonly said: Said;
  readonly at: Set<number>;
}

/** Words with a capital that differ in one letter, where the source has the same name and nothing has both. */
function* names(source: Document, target: Document): Iterable<Draft> {
  const passages = passagesOf(source, target);
  const spellings = new Map<string, Spelling>();
  const stems = remembered((word: string) => stemsOf(word, target.locale));
  for (const [n, { source: theirs, target: own }] of passages.entries())
    for (const said of own.flatMap((block) => found(block, CAPITAL))) {
      // What the source has as it is was not rendered.
      if (theirs.some(({ text }) => text.includes(said.word))) continue;
      const stem = stems(said.word);
      const known = spellings.get(stem) ?? { stem, said, at: new Set() };
      spellings.set(stem, known);
      known.at.add(n);
    }
  // Stems of words that begin otherwise were cut into likeness.
  for (const alike of Map.groupBy(spellings.values(), ({ said }) => beginning(said.word)).values())
    for (const [k, first] of alike.entries())
      for (const later of alike.slice(k + 1)) {
        if (!isSlip(first.stem, later.stem) || !first.at.isDisjointFrom(later.at)) continue;
        // Of two names of the source that are alike, each is where its own is.
        const of = namesOf(passages, first.at.union(later.at))[0];
        if (of === undefined) continue;
        const [here, there] = [later.said, first.said].map((said) => ({
          of,
          text: said.word,
          span: spanOf(said, target),
        }));
        if (here && there) yield draftOf(here, there, target.locale);
      }
}

function beginning(word: string): string {
  return word.slice(0, 2).toLowerCase();
}

/** Names that the source has in all of these passages. */
function namesOf(passages: readonly Passage[], at: ReadonlySet<number>): readonly string[] {
  const [first, ...others] = [...at].map(
    (n) => new Set((passages[n]?.source ?? []).flatMap((block) => saidIn(block).name.map(({ word }) => word))),
  );
  return [...(first ?? [])].filter((name) => others.every((own) => own.has(name)));
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

function draftOf(
  { of, text, span }: Pick<Rendering, 'of' | 'text' | 'span'>,
  first: Pick<Rendering, 'text' | 'span'>,
  locale: string,
): Draft {
  return {
    severity: 'warning',
    ...{ locale, span },
    ...told(
      phrase`“${of}” of the source is “${text}” here and “${first.text}” in ${`${first.span.path}:${first.span.start.line}`}`,
      phrase`write it in one way`,
    ),
    related: [{ span: first.span, message: first.text }],
  };
}
