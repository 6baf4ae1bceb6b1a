import type { DocumentStanding, Open, Standing } from '../standing.ts';

/** One form of status. A new one is one new file and its name in `index.ts`. */
export interface StatusFormat {
  readonly id: string;
  print(standing: Standing, color: boolean): string;
}

/** What is the matter with a passage, in a few words. */
export function matter({ state, change, isTouched }: Open): string {
  if (state === 'stale') {
    const what = change === undefined ? 'changed' : WHAT[change];
    return isTouched ? `stale: ${what} in the source, and changed here since` : `stale: ${what} in the source`;
  }
  return MATTERS[state];
}

const WHAT = { markup: 'only markup changed', figures: 'only figures changed', words: 'words changed' };

const MATTERS = {
  fresh: 'up to date',
  stale: 'stale',
  new: 'not accepted yet',
  missing: 'missing: the source has it, this edition has not',
  extra: 'extra: the source does not have it',
  untranslated: 'untranslated: the source’s own words',
};

/** Whole percent, never 100 while something is open. */
export function percent({ words, fresh }: Pick<DocumentStanding, 'words' | 'fresh'>): number {
  if (words === 0) return 100;
  const whole = Math.floor((fresh * 100) / words);
  return fresh < words ? Math.min(whole, 99) : whole;
}

/** A language, whole. */
export interface Total {
  readonly locale: string;
  readonly documents: number;
  readonly words: number;
  readonly fresh: number;
  /** Passages by what is the matter with them. */
  readonly open: Readonly<Record<Exclude<Open['state'], 'fresh'>, number>>;
  /** Documents that the language lacks, and that only it has. */
  readonly missing: number;
  readonly extra: number;
}

export function totals({ locales, documents }: Standing): readonly Total[] {
  return locales.map((locale): Total => {
    const own = documents.filter((document) => document.locale === locale);
    const sum = (count: (document: DocumentStanding) => number) => own.reduce((all, one) => all + count(one), 0);
    const states = (state: Open['state']) => sum(({ open }) => open.filter((one) => one.state === state).length);
    return {
      ...{ locale, documents: own.length, words: sum(({ words }) => words), fresh: sum(({ fresh }) => fresh) },
      open: {
        ...{ stale: states('stale'), new: states('new'), missing: states('missing') },
        ...{ extra: states('extra'), untranslated: states('untranslated') },
      },
      missing: own.filter(({ state }) => state === 'missing').length,
      extra: own.filter(({ state }) => state === 'extra').length,
    };
  });
}

/** `3 stale, 1 missing`; nothing where nothing is open. */
export function counted(open: Total['open']): string {
  const parts = Object.entries(open).flatMap(([state, count]) =>
    count > 0 ? [`${count} ${NAMES[state] ?? state}`] : [],
  );
  return parts.join(', ');
}

const NAMES: Readonly<Record<string, string>> = { new: 'not accepted yet' };
