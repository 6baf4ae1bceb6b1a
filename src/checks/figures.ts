import { type Compared, compareDocuments } from '../figures/comparing/documents.ts';
import type { Difference } from '../figures/comparing/match.ts';
import type { Swap } from '../figures/comparing/told.ts';
import { type Correction, correct } from '../figures/correcting/correct.ts';
import { saying, sayPower } from '../figures/wording.ts';
import { language, readsFigures } from '../locales/index.ts';
import type { Document, Draft, Figure, Phrase, PhraseValue, Source, Span } from '../model.ts';
import { textAt } from '../text/mapped.ts';
import { phrase, type Told, told } from '../text/phrase.ts';
import type { Check } from '../world.ts';

/** Figures agree between each translation and its source. */
export const figures: Check = {
  id: 'figures',
  promise:
    'Every figure of a translation says what its source says: value, scale, currency, unit, bound, date and noun.',
  examples: [
    {
      title: 'a thousand times too large, in Russian',
      files: {
        'content/en/a.md': '---\ntitle: Trade\n---\nTrade was US$460 million at first.\n',
        'content/ru/a.md': '---\ntitle: Торговля\n---\nСначала товарооборот составлял 460 млрд долларов США.\n',
      },
      findings: ['content/ru/a.md:4:32 figures/value'],
    },
    {
      title: 'a bound, a date, a currency and a figure that is not there, in Chinese',
      files: {
        'content/en/a.md':
          '---\ntitle: Trade\n---\nMore than 3,300 km.\n\nOn January 25, 2022.\n\nIt paid US$70 billion.\n\nThey ran 25,000 trips.\n',
        'content/zh/a.md': '---\ntitle: 贸易\n---\n3300公里。\n\n2022年1月26日。\n\n支付700亿欧元。\n\n列车开行。\n',
      },
      findings: [
        'content/zh/a.md:4:1 figures/bound',
        'content/zh/a.md:6:1 figures/date',
        'content/zh/a.md:8:3 figures/unit',
        'content/zh/a.md:10:1 figures/missing',
      ],
    },
    {
      title: 'a rise that falls, figures exchanged, one too many and one converted, in Russian',
      files: {
        'content/en/a.md':
          '---\ntitle: Trade\n---\nExports rose by 12%.\n\nRail carried 40 tonnes and road 70 tonnes.\n\nThe ports are open.\n\nThe road is 300 km long.\n',
        'content/ru/a.md':
          '---\ntitle: Торговля\n---\nЭкспорт упал на 12 %.\n\nПо железной дороге перевезли 70 тонн, по автомобильной — 40 тонн.\n\nОткрыты 15 портов.\n\nДлина дороги — 186 миль.\n',
      },
      findings: [
        'content/ru/a.md:4:17 figures/direction',
        'content/ru/a.md:6:30 figures/swap',
        'content/ru/a.md:8:9 figures/extra',
        'content/ru/a.md:10:16 figures/converted',
      ],
    },
    {
      title: 'a language whose numbers are not read yet',
      files: {
        'content/en/a.md': '---\ntitle: Trade\n---\nIt paid US$70 billion.\n',
        'content/sw/a.md': '---\ntitle: Biashara\n---\nIlilipa dola bilioni 70.\n',
      },
      findings: ['content/sw/a.md:1:1 figures/language', 'content/sw/strings.json:1:1 strings/none'],
    },
    {
      title: 'the same figures, written as each language writes them',
      files: {
        'content/en/a.md':
          '---\ntitle: Trade\n---\nMore than US$50 billion in 2021, fifty-eight pairs of cities, over 3,300 km.\n',
        'content/ru/a.md':
          '---\ntitle: Торговля\n---\nВ 2021 году — свыше 50 млрд долларов США, 58 пар городов, более 3300 км.\n',
        'content/zh/a.md': '---\ntitle: 贸易\n---\n2021年超过500亿美元，58对城市，3300多公里。\n',
      },
      findings: [],
    },
  ],
  *compare({ documents, source }) {
    const [original, ...translations] = documents;
    if (original?.locale !== source || !readsFigures(source)) return;
    for (const target of translations) {
      if (!readsFigures(target.locale)) continue;
      for (const passage of compareDocuments(original, target)) yield* drafts(passage, target);
    }
  },
  /** A language without words of its own is said once, instead of compared wrongly. */
  *find({ editions }) {
    for (const { locale, documents } of editions) {
      const [first] = documents;
      if (!first || readsFigures(locale)) continue;
      yield {
        rule: 'language',
        severity: 'warning',
        locale,
        span: fileStart(first),
        ...told(
          phrase`the figures of ${locale} are not compared: Hexapla does not read the numbers of this language yet`,
          phrase`check the figures of this edition by hand`,
        ),
      };
    }
  },
};

function* drafts(passage: Compared, target: Document): Iterable<Draft> {
  const lost = lostPassage(passage, target);
  if (lost) {
    yield lost;
    return;
  }
  for (const swap of passage.swaps) yield swapped(swap, target.locale);
  for (const difference of passage.differences) yield draft(difference, passage, target);
}

/** A passage without a translation is one finding, whatever it says. */
function lostPassage({ source, target, before, differences }: Compared, document: Document): Draft | undefined {
  const [first] = source;
  const lost = differences.flatMap((difference) => (difference.source ? [difference.source] : []));
  if (target.length > 0 || !first || lost.length === 0) return undefined;
  const start = first.text.slice(0, 40);
  return {
    rule: 'missing',
    severity: differences.every(({ doubtful }) => doubtful) ? 'warning' : 'error',
    locale: document.locale,
    span: before?.span ?? fileStart(document),
    ...told(
      phrase`a passage is missing after this one, and with it ${{ list: lost.map((figure) => figure.text) }}; the source has “${start}…”`,
      phrase`translate the passage, or take it out of the source`,
    ),
    related: [{ span: first.span, message: start }],
  };
}

function fileStart({ source: { path } }: { readonly source: Pick<Source, 'path'> }): Span {
  const start = { line: 1, column: 1 };
  return { path, start, end: start };
}

function draft(difference: Difference, passage: Compared, document: Document): Draft {
  const { source, target, slip, doubtful } = difference;
  const isOpen = doubtful || isUntold(difference, document.locale);
  const severity = slip === 'converted' ? 'note' : isOpen ? 'warning' : 'error';
  const at = target?.span ?? passage.target[0]?.span ?? fileStart(document);
  const base = { rule: slip, severity, locale: document.locale, span: at } as const;
  if (!target) return { ...base, ...missing(source), ...relatedTo(source) };
  if (!source) return { ...base, ...extra(target), ...besides(passage) };
  const said = MESSAGES[slip](target, source, difference);
  const there = { ...base, ...relatedTo(source) };
  if (slip === 'converted') return { ...there, ...told(said, phrase`nothing to do if the conversion is meant`) };
  const block = passage.target.find(({ figures }) => figures.includes(target));
  const correction = block && correct(target, source, block, document.locale);
  const hint = correction ? phrase`write ${correction.text}` : phrase`write what the source says: ${source.text}`;
  return { ...there, ...told(said, hint), ...fix(correction, difference, passage, document) };
}

/**
 * In a language that only CLDR tells of, no bounds are read, and words of numbers may be everyday words too (ca: deu is
 * ten, and "must"): what rests on them is doubtful.
 */
function isUntold({ slip, source, target }: Difference, locale: string): boolean {
  if (Object.keys(language(locale).figures).length > 0) return false;
  const isInWords = [source, target].some((figure) => figure !== undefined && !/\p{Nd}/u.test(figure.text));
  return slip === 'bound' || slip === 'direction' || isInWords;
}

/** A correction that may be written without anyone looking: it is sure which figure is meant, and what to write. */
function fix(
  correction: Correction | undefined,
  { target, slip, power, doubtful }: Difference,
  { differences }: Compared,
  { source }: Document,
): Pick<Draft, 'fix'> {
  if (!correction?.certain || doubtful || !target || textAt(source, target.span) !== target.text) return {};
  // Another number or date was paired by its place; that is no guess only where nothing else was left to pair.
  const isPaired = (slip === 'value' && power === undefined) || slip === 'date';
  const open = differences.filter((other) => ['value', 'date', 'missing', 'extra'].includes(other.slip));
  return isPaired && open.length > 1 ? {} : { fix: { span: target.span, was: target.text, text: correction.text } };
}

/** The source's passage, for what stands in the translation only. */
function besides({ source: [first] }: Compared): Pick<Draft, 'related'> {
  return first ? { related: [{ span: first.span, message: `${first.text.slice(0, 40)}…` }] } : {};
}

function relatedTo(source: Figure | undefined): Pick<Draft, 'related'> {
  return source ? { related: [{ span: source.span, message: source.text }] } : {};
}

function missing(source: Figure | undefined): Told {
  const text = source?.text ?? '';
  return told(
    phrase`${source ? saying(source) : text} is missing here; the source says ${text}`,
    phrase`say ${text} in this passage`,
  );
}

function extra(target: Figure): Told {
  return told(
    phrase`${target.text} is ${saying(target)}; the source does not say it here`,
    phrase`take it out, or say it in the source too`,
  );
}

type Message = (target: Figure, source: Figure, difference: Difference) => Phrase;

const plain: Message = (target, source) =>
  phrase`${target.text} is ${saying(target)}; the source says ${saying(source)} (${source.text})`;

/** What is, and what was expected, for each kind of slip. */
const MESSAGES: Readonly<Record<Difference['slip'], Message>> = {
  value: (target, source, { power }) =>
    power === undefined
      ? plain(target, source, { slip: 'value' })
      : phrase`${target.text} is ${saying(target)}, ${sayPower(power)}; the source says ${saying(source)} (${source.text})`,
  unit: plain,
  bound: plain,
  date: plain,
  missing: plain,
  extra: plain,
  direction: (target, source) => {
    const [here, there] = [target, source].map(({ direction, leaning }) => direction ?? leaning?.towards);
    return here && there && here !== there
      ? GOES[here](target.text, source.text)
      : plain(target, source, { slip: 'direction' });
  },
  converted: (target, source) =>
    phrase`${target.text} is ${saying(source)} (${source.text}) converted, and rounds to it`,
};

const GOES = {
  up: (here: string, there: string) => phrase`${here} goes up here; in the source ${there} goes down`,
  down: (here: string, there: string) => phrase`${here} goes down here; in the source ${there} goes up`,
};

function swapped({ sort, first, second, doubtful }: Swap, locale: string): Draft {
  const [a, b] = first.target.start <= second.target.start ? [first, second] : [second, first];
  return {
    rule: 'swap',
    severity: doubtful ? 'warning' : 'error',
    locale,
    span: a.target.span,
    ...told(SWAPS[sort](first, second), phrase`exchange ${sayShort(first.source)} and ${sayShort(second.source)}`),
    related: [a, b].map(({ source }) => ({ span: source.span, message: source.text })),
  };
}

/** What is, and what the source says, for each sort of swap. */
const SWAPS: Readonly<Record<Swap['sort'], (first: Swap['first'], second: Swap['second']) => Phrase>> = {
  noun: (a, b) =>
    phrase`${a.target.text} and ${b.target.text} stand with each other’s nouns; the source has them the other way round`,
  change: (a, b) =>
    phrase`this goes from ${sayShort(b.source)} to ${sayShort(a.source)}; the source goes from ${sayShort(a.source)} to ${sayShort(b.source)}`,
  part: (a, b) =>
    phrase`${sayShort(b.source)} is a part of ${sayShort(a.source)} here; in the source ${sayShort(a.source)} is a part of ${sayShort(b.source)}`,
  order: (a, b) =>
    phrase`${a.target.text} and ${b.target.text} stand in the other order than in the source, and nothing moved along with them`,
  score: (a, b) =>
    phrase`the score is ${b.target.text} to ${a.target.text} here; in the source it is ${a.source.text} to ${b.source.text}`,
  mixed: (a, b) =>
    phrase`${b.target.text} stands in a score here in the place of ${sayShort(a.source)}, and ${a.target.text} elsewhere`,
  date: (a, b) =>
    phrase`${a.target.text} and ${b.target.text} stand with each other’s dates; the source has them the other way round`,
};

function sayShort(figure: Figure): PhraseValue {
  return saying({ ...figure, bound: 'exact' });
}
