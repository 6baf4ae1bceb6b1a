import type { Span } from '../model.ts';

/** A text in a colour, or as it is. */
export type Paint = (text: string) => string;

/** As it is. */
export const unpainted: Paint = (text) => text;

/** In a style of the terminal's (ECMA-48, 8.3.117). */
export function sgr(code: number): Paint {
  return (text) => `\u001b[${code}m${text}\u001b[0m`;
}

/** What the terminal would obey rather than show has no business in a report. */
export function clean(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/\p{Cc}/gu, '\ufffd');
}

/** `content/zh/article.md:19:12`, which editors open. */
export function placeOf({ path, start }: Span): string {
  return `${clean(path)}:${start.line}:${start.column}`;
}
