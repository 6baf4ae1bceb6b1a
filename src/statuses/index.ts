import { UserError } from '../trouble.ts';
import { github } from './github.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { pretty } from './pretty.ts';
import type { StatusFormat } from './said.ts';

/** Every form; the first is the default. */
const statuses: readonly StatusFormat[] = [pretty, json, html, github];

/** The form of that name; throws UserError 2 if there is none. */
export function statusFormat(id: string): StatusFormat {
  const format = statuses.find((candidate) => candidate.id === id);
  if (format) return format;
  throw new UserError(
    `there is no status of the form “${id}”; expected one of ${statuses.map((candidate) => candidate.id).join(', ')}`,
    `Choose one: --format ${statuses[0]?.id}`,
  );
}
