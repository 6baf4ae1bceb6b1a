import type { Run } from '../freshness/changes.ts';
import type { DocumentStanding, Open } from '../standing.ts';
import { clean, type Paint, placeOf, sgr, unpainted } from '../text/terminal.ts';
import { counted, matter, percent, type StatusFormat, totals } from './said.ts';

/** For people at a terminal: each document in each language, and what of it is open, with what became of the source. */
export const pretty: StatusFormat = {
  id: 'pretty',
  print(standing, color) {
    const ink = color ? colors : plain;
    const documents = [...Map.groupBy(standing.documents, ({ slug }) => slug)].flatMap(([slug, own]) => {
      const isOpen = own.some(({ state }) => state !== 'fresh');
      return isOpen ? [`${ink.strong(clean(slug))}\n${own.map((one) => printDocument(one, ink)).join('')}`] : [];
    });
    const findings = standing.findings.map(
      ({ span, message, hint = '' }) =>
        `${placeOf(span)}  ${ink.removed('error')}  ${clean(message)}\n    hint: ${clean(hint)}\n`,
    );
    const lines = totals(standing).map((total) => {
      const documents = [
        total.missing > 0 && `${total.missing} of ${total.documents} documents missing`,
        total.extra > 0 && `${total.extra} that the source has not`,
        counted(total.open),
      ];
      const rest = documents.filter(Boolean).join(', ');
      return `${total.locale.padEnd(8)} ${`${percent(total)}%`.padStart(4)} of ${total.words} words up to date${rest && `: ${rest}`}\n`;
    });
    const isNew = standing.documents.some(({ state }) => state === 'new');
    const hint = isNew ? 'hexapla accept records translations as up to date with their source.\n' : '';
    return [...documents, ...findings, lines.join('') + hint].join('\n');
  },
};

function printDocument({ locale, path, state, words, fresh, open }: DocumentStanding, ink: Ink): string {
  const head = `  ${locale.padEnd(8)} ${`${percent({ words, fresh })}%`.padStart(4)}`;
  if (state === 'missing') return `${head}  missing: ${clean(path)}\n`;
  if (state === 'extra') return `${head}  extra: the source has no such document\n`;
  if (state === 'fresh') return `${head}\n`;
  // Of what was never accepted nobody wants to read each passage.
  const said = open.filter((one) => state !== 'new' || one.state !== 'new');
  const rest = open.length - said.length;
  const lines = said.map((one) => printOpen(one, ink)).join('');
  return `${head}${rest > 0 ? `  ${rest} passages not accepted yet` : ''}\n${lines}`;
}

function printOpen(open: Open, ink: Ink): string {
  const { span, source, changes, by } = open;
  const who = by ? `  ${ink.faint(`(${by.commit}, ${clean(by.author)}, ${by.date})`)}` : '';
  const text = changes
    ? changes.map((run, n) => printRun(run, n, changes.length, ink)).join('')
    : clean(start(source?.text ?? ''));
  return `    ${placeOf(span)}  ${matter(open)}${who}\n${text && `      ${text}\n`}`;
}

/** The same is shown by a few words about what changed. */
function printRun({ sign, text }: Run, n: number, of: number, ink: Ink): string {
  const said = clean(text);
  if (sign === '-') return ink.removed(`[-${said}-]`);
  if (sign === '+') return ink.added(`{+${said}+}`);
  if (said.length <= 2 * ABOUT) return said;
  const [head, tail] = [n > 0 ? said.slice(0, ABOUT) : '', n < of - 1 ? said.slice(-ABOUT) : ''];
  return `${head}…${tail}`;
}

/** Letters shown on either side of a change. */
const ABOUT = 30;

function start(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

type Ink = Readonly<Record<'strong' | 'faint' | 'added' | 'removed', Paint>>;

const plain: Ink = { strong: unpainted, faint: unpainted, added: unpainted, removed: unpainted };
const colors: Ink = { strong: sgr(1), faint: sgr(2), added: sgr(32), removed: sgr(31) };
