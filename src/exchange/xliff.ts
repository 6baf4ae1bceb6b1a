import type { Element } from '../text/xml.ts';
import { UserError } from '../trouble.ts';

/** Whether a text is XLIFF of a version, by its first digit. */
export function isXliff(text: string, version: 1 | 2): boolean {
  const root = /<(?:\w+:)?xliff\b[^>]*/.exec(text.slice(0, HEAD))?.[0] ?? '';
  return new RegExp(`\\sversion\\s*=\\s*["']${version}`).test(root);
}

/** Where a file says what it is, in characters. */
const HEAD = 4096;

/** Throws UserError 2 for a unit without an id: nothing else tells which passage it is. */
export function idOf({ name, attributes, at }: Element, path: string): string {
  const { id } = attributes;
  if (id !== undefined) return id;
  throw new UserError(
    `${path}:${at.line}:${at.column}: this ${name} has no id; the one that it was exported with was expected`,
    'Have the tool keep the ids, or export the file anew.',
  );
}
