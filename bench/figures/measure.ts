import { sameDigits } from './baselines.ts';
import { hashOf, type Plant, type PlantClass, plantClasses, plantsIn } from './plants.ts';
import { blockOf, errorsOf, isParallel, type Translated, translated, withError } from './publication.ts';

/** What is measured on one translation of a publication. */
export interface Measured {
  readonly locale: string;
  readonly documents: number;
  /** Documents whose paragraphs do not stand one for one, with the errors raised there: left out of all else. */
  readonly uneven: number;
  readonly unevenErrors: number;
  readonly paragraphs: number;
  readonly sentences: number;
  /** Errors, and alarms of the same-digits rule (one a paragraph), where nothing was planted. */
  readonly errors: number;
  readonly digitAlarms: number;
  readonly planted: readonly Outcome[];
}

/** What became of a planted error. */
export interface Outcome {
  readonly class: PlantClass;
  readonly place: string;
  readonly source: string;
  /** The paragraph with the error in it. */
  readonly target: string;
  /** An error on that paragraph that was not there before. */
  readonly found: boolean;
  /** The same of the same-digits rule. */
  readonly foundByDigits: boolean;
}

export interface Wanted {
  readonly root: string;
  readonly from: string;
  readonly locale: string;
  readonly seed: number;
  /** Most errors of one class. */
  readonly limit: number;
}

interface Candidate {
  readonly path: string;
  readonly block: number;
  readonly plant: Plant;
  readonly turn: number;
}

/** Counts alarms on a translation as it stands, then plants a drawn part of the errors that fit, one at a time. */
export function measure(wanted: Wanted): Measured {
  const { root, from, locale } = wanted;
  const sum = { documents: 0, uneven: 0, unevenErrors: 0, paragraphs: 0, sentences: 0, errors: 0, digitAlarms: 0 };
  const candidates: Candidate[] = [];
  for (const pair of translated(root, from, locale)) {
    sum.documents += 1;
    const errors = errorsOf(pair.source, pair.target);
    if (!isParallel(pair)) {
      sum.uneven += 1;
      sum.unevenErrors += errors.length;
      continue;
    }
    sum.paragraphs += pair.source.blocks.length;
    sum.sentences += sentencesIn(pair);
    sum.errors += errors.length;
    sum.digitAlarms += pair.source.blocks.filter((_, block) => differs(pair, block)).length;
    const raised = new Set(errors.map((error) => blockOf(pair.target, error)));
    candidates.push(...candidatesIn(pair, raised, wanted.seed));
  }
  return { locale, ...sum, planted: planted(wanted, drawn(candidates, wanted.limit)) };
}

function sentencesIn({ source }: Translated): number {
  const segmenter = new Intl.Segmenter(source.locale, { granularity: 'sentence' });
  return source.blocks.reduce((count, { text }) => count + [...segmenter.segment(text)].length, 0);
}

/** Errors that fit the paragraphs in which nothing is raised. */
function candidatesIn({ source, target }: Translated, raised: ReadonlySet<number>, seed: number): readonly Candidate[] {
  return target.blocks.flatMap((block, number) => {
    const original = source.blocks[number];
    // Titles and abstracts repeat the text, and may be cut.
    if (!original || raised.has(number) || block.kind === 'meta') return [];
    const path = target.source.path;
    return plantsIn({ source: original, target: block, document: target }, seed).map((plant) => {
      const turn = hashOf(`${seed} ${path} ${number} ${plant.class} ${plant.start} ${plant.is}`);
      return { path, block: number, plant, turn };
    });
  });
}

/** So many of each class, by lot. */
function drawn(candidates: readonly Candidate[], limit: number): readonly Candidate[] {
  return plantClasses.flatMap((kind) =>
    candidates
      .filter(({ plant }) => plant.class === kind)
      .toSorted((a, b) => a.turn - b.turn)
      .slice(0, limit),
  );
}

function planted({ root, from, locale }: Wanted, chosen: readonly Candidate[]): readonly Outcome[] {
  const byPath = Map.groupBy(chosen, ({ path }) => path);
  const outcomes: Outcome[] = [];
  for (const pair of translated(root, from, locale)) {
    const own = byPath.get(pair.target.source.path) ?? [];
    if (own.length === 0) continue;
    const before = new Set(errorsOf(pair.source, pair.target).map((error) => `${blockOf(pair.target, error)}`));
    for (const one of own) outcomes.push(...outcome(pair, one, before));
  }
  return outcomes;
}

function outcome(pair: Translated, { path, block, plant }: Candidate, before: ReadonlySet<string>): readonly Outcome[] {
  const was = pair.target.blocks[block];
  const target = was && withError(pair, was, plant);
  if (!was || !target) return [];
  const now = { source: pair.source, target };
  const found = errorsOf(pair.source, target).some(
    (error) => blockOf(target, error) === block && !before.has(String(block)),
  );
  const kind = plant.class;
  const said = target.blocks[block]?.text ?? '';
  const source = pair.source.blocks[block]?.text ?? '';
  const place = `${path}:${was.span.start.line}`;
  return [
    { class: kind, place, source, target: said, found, foundByDigits: differs(now, block) && !differs(pair, block) },
  ];
}

function differs({ source, target }: Translated, block: number): boolean {
  const side = ({ locale, blocks }: Translated['source']) => ({ locale, paragraphs: [blocks[block]?.text ?? ''] });
  return sameDigits.check(side(source), side(target)).length > 0;
}
