import type { Block, Document, Draft, Phrase, Work } from '../model.ts';
import { outlineDifference, type Section } from '../text/outline.ts';
import { inEnglish, phrase, type Told, told } from '../text/phrase.ts';
import type { Check } from '../world.ts';

/** What a container of blocks is called in messages, and how its shape is measured. */
interface Shape {
  readonly kind: 'table' | 'list';
  readonly severity: 'error' | 'warning';
  measure(blocks: readonly Block[]): Phrase;
}

const shapes: readonly Shape[] = [
  { kind: 'table', severity: 'error', measure: tableSize },
  { kind: 'list', severity: 'warning', measure: (blocks) => counted(blocks.length, 'item') },
];

/** A translation has the headings, tables, lists and notes of its source, and no heading skips a level. */
export const structure: Check = {
  id: 'structure',
  promise:
    'A translation has the headings, tables, lists and notes of its source, in the same order and shape, and no heading skips a level.',
  examples: [
    {
      title: 'a heading that the translation lacks',
      files: {
        'content/en/a.md': '---\ntitle: A\n---\nIntro.\n\n## Land\n\nText.\n\n## Water\n\nText.\n\n#### Air\n\nText.\n',
        'content/ru/a.md': '---\ntitle: А\n---\nВведение.\n\n## Земля\n\nТекст.\n\nТекст.\n\n#### Воздух\n\nТекст.\n',
      },
      findings: [
        'content/en/a.md:14:1 structure/skip',
        'content/ru/a.md:6:1 structure/heading',
        'content/ru/a.md:12:1 structure/skip',
      ],
    },
    {
      title: 'a heading too many, and one of another level',
      files: {
        'content/en/a.md': '---\ntitle: A\n---\n## Land\n\nText.\n\n## Water\n\nText.\n',
        'content/ru/a.md': '---\ntitle: А\n---\n## Земля\n\nТекст.\n\n### Вода\n\nТекст.\n',
        'content/zh/a.md': '---\ntitle: 甲\n---\n## 地\n\n文。\n\n## 水\n\n文。\n\n## 气\n\n文。\n\n文。\n\n文。\n',
      },
      findings: ['content/ru/a.md:8:1 structure/heading', 'content/zh/a.md:12:1 structure/heading'],
    },
    {
      title: 'a table without a row, a list with an item more, a note lost',
      files: {
        'content/en/a.md':
          '---\ntitle: A\n---\n| a | b |\n|---|---|\n| c | d |\n| e | f |\n\n- east\n- west\n\nEnd.[^1]\n\n[^1]: Note.\n',
        'content/zh/a.md': '---\ntitle: 甲\n---\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n\n- 东\n- 西\n- 南\n\n完。\n',
      },
      findings: [
        'content/zh/a.md:4:3 structure/table',
        'content/zh/a.md:8:3 structure/list',
        'content/zh/a.md:12:1 structure/notes',
      ],
    },
    {
      title: 'the same structure, in other words',
      files: {
        'content/en/a.md':
          '---\ntitle: A\n---\n## Land\n\nText.\n\nMore.\n\n1. east\n2. west\n\n| a |\n|---|\n| b |\n\n### Water\n\nEnd.[^1]\n\n[^1]: Note.\n',
        'content/zh/a.md':
          '---\ntitle: 甲\n---\n## 地\n\n文。\n\n- 东\n- 西\n\n| 甲 |\n|---|\n| 乙 |\n\n### 水\n\n完。[^n]\n\n[^n]: 注。\n',
      },
      findings: [],
    },
  ],
  *compare(work) {
    for (const document of work.documents) yield* skips(document);
    for (const [source, translation] of pairs(work)) {
      yield* headings(source, translation);
      for (const shape of shapes) yield* containers(shape, source, translation);
      yield* notes(source, translation);
    }
  },
};

function pairs({ documents, source }: Work): readonly [Document, Document][] {
  const [original, ...translations] = documents;
  return original?.locale === source ? translations.map((document) => [original, document]) : [];
}

function* skips(document: Document): Iterable<Draft> {
  let above = 1;
  for (const heading of headingsOf(document)) {
    const level = heading.level ?? 1;
    if (level > above + 1) {
      yield {
        ...placed(document, heading),
        rule: 'skip',
        severity: 'warning',
        ...told(
          phrase`“${heading.text}” is a heading of level ${level} below one of level ${above}; readers who listen lose the thread`,
          phrase`write ${'#'.repeat(above + 1)} ${heading.text}`,
        ),
      };
    }
    above = level;
  }
}

function* headings(source: Document, translation: Document): Iterable<Draft> {
  const difference = outlineDifference(sections(source), sections(translation));
  if (difference === undefined) return;
  const [theirs, ours] = [headingsOf(source), headingsOf(translation)];
  const original = theirs[difference.source] ?? theirs.at(-1);
  const heading = ours[difference.translation];
  // A heading that is not there is looked for in the section before the gap, which has swallowed its text.
  const at = difference.what === 'missing' ? ours[difference.translation - 1] : heading;
  yield {
    ...placed(translation, at),
    ...wording(difference.what, original, heading),
    rule: 'heading',
    severity: 'error',
    related: relatedTo(source, original),
  };
}

function wording(what: string, original: Block | undefined, heading: Block | undefined): Told {
  const theirs = named(original);
  const ours = named(heading);
  const marks = '#'.repeat(original?.level ?? 1);
  if (what === 'missing') {
    return told(
      phrase`the heading ${theirs} of the source is missing after this one`,
      phrase`add ${marks} and its translation where its section begins, or remove it from the source`,
    );
  }
  if (what === 'extra') {
    return told(phrase`the heading ${ours} is not in the source`, phrase`remove it, or add it to the source`);
  }
  return told(
    phrase`the heading ${ours} stands for ${theirs} of the source`,
    phrase`write ${marks} ${heading?.text ?? ''}`,
  );
}

function named(heading: Block | undefined): Phrase {
  return phrase`“${heading?.text ?? ''}” (level ${String(heading?.level ?? 1)})`;
}

function* containers(shape: Shape, source: Document, translation: Document): Iterable<Draft> {
  const [theirs, ours] = [groups(source, shape.kind), groups(translation, shape.kind)];
  const { kind, severity, measure } = shape;
  if (theirs.length !== ours.length) {
    const first = theirs.findIndex(
      (blocks, index) => inEnglish(measure(blocks)) !== inEnglish(measure(ours[index] ?? [])),
    );
    yield {
      ...placed(translation, ours[first]?.[0] ?? ours.at(-1)?.at(-1)),
      rule: kind,
      severity,
      ...told(
        phrase`this translation has ${counted(ours.length, kind)}; the source has ${theirs.length}`,
        phrase`make them as many as in the source`,
      ),
      related: relatedTo(source, theirs[first]?.[0] ?? theirs.at(-1)?.[0]),
    };
    return;
  }
  for (const [index, blocks] of ours.entries()) {
    const original = theirs[index] ?? [];
    if (inEnglish(measure(blocks)) === inEnglish(measure(original))) continue;
    yield {
      ...placed(translation, blocks[0]),
      rule: kind,
      severity,
      ...told(
        phrase`this ${SHAPES[kind]} has ${measure(blocks)}; the source's has ${measure(original)}`,
        phrase`give it the shape of the source's, or change that one`,
      ),
      related: relatedTo(source, original[0]),
    };
  }
}

function* notes(source: Document, translation: Document): Iterable<Draft> {
  const [theirs, ours] = [groups(source, 'note'), groups(translation, 'note')];
  if (theirs.length === ours.length) return;
  const lost = ours.length < theirs.length;
  yield {
    ...placed(translation, ours.at(-1)?.[0]),
    rule: 'notes',
    // A note lost is content lost; one more may be the translator's own.
    severity: lost ? 'error' : 'warning',
    ...told(
      phrase`this translation has ${counted(ours.length, 'note')}; the source has ${theirs.length}`,
      lost ? phrase`translate the note that is missing` : phrase`remove the note, or add it to the source`,
    ),
    related: relatedTo(source, theirs.at(-1)?.[0]),
  };
}

function sections(document: Document): Section[] {
  const body = bodyOf(document);
  const starts = body.flatMap((block, index) => (block.kind === 'heading' ? [index] : []));
  return starts.map((start, n) => ({
    level: body[start]?.level ?? 1,
    blocks: (starts[n + 1] ?? body.length) - start - 1,
  }));
}

/** The blocks of each container of a kind (`table1`, `table2` …), in order; a nested list is a list of its own. */
function groups(document: Document, kind: string): Block[][] {
  const found = new Map<string, Block[]>();
  for (const block of document.blocks) {
    const name = block.within.findLast((container) => container.replace(/\d+$/, '') === kind);
    const own = name === undefined ? undefined : found.get(name);
    if (own) own.push(block);
    else if (name !== undefined) found.set(name, [block]);
  }
  return [...found.values()];
}

function tableSize(cells: readonly Block[]): Phrase {
  const rows = cells.reduce((most, { cell }) => Math.max(most, cell?.row ?? 0), 0) + 1;
  const columns = cells.reduce((most, { cell }) => Math.max(most, cell?.column ?? 0), 0) + 1;
  return phrase`${counted(rows, 'row')} and ${counted(columns, 'column')}`;
}

function headingsOf({ blocks }: Document): Block[] {
  return blocks.filter(({ kind }) => kind === 'heading');
}

function bodyOf({ blocks }: Document): Block[] {
  return blocks.filter(({ kind }) => kind !== 'meta' && kind !== 'note');
}

/** At a block, or where the text ends when there is none. */
function placed(document: Document, block: Block | undefined): Pick<Draft, 'locale' | 'span'> {
  const at = block ?? bodyOf(document).at(-1) ?? document.blocks[0];
  const start = { line: 1, column: 1 };
  return { locale: document.locale, span: at?.span ?? { path: document.source.path, start, end: start } };
}

function relatedTo(source: Document, block: Block | undefined): NonNullable<Draft['related']> {
  return [{ span: placed(source, block).span, message: block?.text ?? source.meta.title }];
}

const SHAPES: Readonly<Record<Shape['kind'], Phrase>> = { table: phrase`table`, list: phrase`list` };

const COUNTED = {
  table: (count: number) => (count === 1 ? phrase`${count} table` : phrase`${count} tables`),
  list: (count: number) => (count === 1 ? phrase`${count} list` : phrase`${count} lists`),
  item: (count: number) => (count === 1 ? phrase`${count} item` : phrase`${count} items`),
  note: (count: number) => (count === 1 ? phrase`${count} note` : phrase`${count} notes`),
  row: (count: number) => (count === 1 ? phrase`${count} row` : phrase`${count} rows`),
  column: (count: number) => (count === 1 ? phrase`${count} column` : phrase`${count} columns`),
};

function counted(count: number, noun: keyof typeof COUNTED): Phrase {
  return COUNTED[noun](count);
}
