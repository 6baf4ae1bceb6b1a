import { say } from '../figures/wording.ts';
import type { Ledger, LedgerEntry, Saying, SayingState } from '../model.ts';
import type { LedgerFormat } from '../world.ts';
import { counts } from './state.ts';

/** For people at a terminal: a line a figure, and behind it how each edition says it. */
export const pretty: LedgerFormat = {
  id: 'pretty',
  print(ledger) {
    const documents = [...Map.groupBy(ledger.entries, ({ slug }) => slug)];
    const parts = documents.map(([slug, entries]) => `${slug}\n${entries.map(line).join('')}\n`);
    return `${parts.join('')}${summary(ledger)}`;
  },
};

function line({ figure, says }: LedgerEntry): string {
  const { line, column } = figure.span.start;
  return `  ${`${line}:${column}`.padEnd(8)} ${say(figure).padEnd(24)} ${says.map(said).join('  ·  ')}\n`;
}

/** What a reader has to know of a state besides the words themselves. */
const MARKS: Readonly<Record<SayingState, string>> = {
  source: '',
  agrees: '',
  converted: ' (converted)',
  differs: ' (differs)',
  missing: '(missing)',
  elsewhere: '(said elsewhere)',
  free: '–',
  extra: ' (not in the source)',
  unread: '(not read)',
};

function said({ locale, state, figure }: Saying): string {
  const text = figure?.text.replaceAll(/\s+/g, ' ').replaceAll(/\p{Cc}/gu, '\ufffd') ?? '';
  return `${locale} ${text}${MARKS[state]}`;
}

function summary(ledger: Ledger): string {
  const { figures, agreeing, differing, missing, extra } = counts(ledger);
  return `${figures} figures in ${ledger.locales.length} languages (${ledger.locales.join(', ')}): ${agreeing} agree, ${differing} differ, ${missing} are missing, ${extra} are not in the source\n`;
}
