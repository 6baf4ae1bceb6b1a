import type { Span } from '../model.ts';
import type { DocumentStanding, Open } from '../standing.ts';
import { percent, type StatusFormat, totals } from './said.ts';

/** For programs: `version` 1, lines and columns from 1, columns in UTF-16 units. */
export const json: StatusFormat = {
  id: 'json',
  print(standing) {
    const { source, locales, documents, findings } = standing;
    const summary = totals(standing).map(({ locale, fresh, missing, extra, open, ...rest }) => ({
      ...{ locale, ...rest, upToDate: fresh, percent: percent({ ...rest, fresh }) },
      ...{ documentsMissing: missing, documentsExtra: extra, passages: open },
    }));
    const told = {
      ...{ version: 1, source, locales, documents: documents.map(shown), summary },
      findings: findings.map(({ rule, severity, locale, span, message, hint }) => {
        return { rule, severity, locale, ...placed(span), message, ...(hint !== undefined && { hint }) };
      }),
    };
    return `${JSON.stringify(told, null, 2)}\n`;
  },
};

function shown({ slug, locale, path, state, words, fresh, open }: DocumentStanding) {
  const said = state === 'fresh' ? 'up-to-date' : state;
  const own = { slug, locale, file: path, state: said, words, upToDate: fresh, percent: percent({ words, fresh }) };
  return { ...own, passages: open.map(passage) };
}

function passage({ state, change, isTouched, span, source, words, changes, by }: Open) {
  return {
    ...{ state, ...(change && { change }), ...(isTouched && { translationChanged: true }), ...placed(span), words },
    ...(source && { source: { ...placed(source.span), text: source.text } }),
    ...(changes && { changes }),
    ...(by && { by: { commit: by.commit, author: by.author, date: by.date, subject: by.subject } }),
  };
}

function placed({ path, start, end }: Span) {
  return { file: path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
