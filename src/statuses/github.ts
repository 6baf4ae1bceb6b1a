import type { Open } from '../standing.ts';
import { counted, matter, percent, type StatusFormat, totals } from './said.ts';

/** Annotations for GitHub's pull requests (workflow commands), and a table in Markdown for the step's summary. */
export const github: StatusFormat = {
  id: 'github',
  print(standing) {
    const { documents, findings } = standing;
    const broken = findings.map(({ span, message }) => annotation('error', span.path, span.start, message));
    const open = documents.flatMap(({ state, path, open }) => {
      if (state === 'missing')
        return [annotation('warning', path, { line: 1, column: 1 }, 'this document has no translation')];
      return open.map((one) =>
        annotation(one.state === 'new' ? 'notice' : 'warning', one.span.path, one.span.start, sentence(one)),
      );
    });
    const rows = totals(standing).map(
      (total) =>
        `| ${total.locale} | ${percent(total)}% | ${total.fresh} of ${total.words} | ${counted(total.open) || 'nothing'} |`,
    );
    const table = ['| language | up to date | words | open |', '|---|---:|---:|---|', ...rows];
    return `${[...broken, ...open, ...table].join('\n')}\n`;
  },
};

function sentence(open: Open): string {
  const changes = open.changes?.filter(({ sign }) => sign !== '=').map(({ sign, text }) => `${sign}${text.trim()}`);
  return changes?.length ? `${matter(open)} (${changes.join(' ')})` : matter(open);
}

function annotation(level: string, file: string, { line, column }: Open['span']['start'], message: string): string {
  const property = (text: string) => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${level} file=${property(file)},line=${line},col=${column},title=Translation::${escaped(message)}`;
}

/** As workflow commands have it: one line, whatever the text holds. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
