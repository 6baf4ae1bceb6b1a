/** HTML that is complete: nothing in it is to be escaped any more. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template; nothing stands for false and undefined. */
export type Part = Markup | string | number | false | undefined | readonly Part[];

/** A template whose values are escaped, but for what is HTML already. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = texts[0] ?? '';
  for (const [n, part] of parts.entries()) text += written(part) + (texts[n + 1] ?? '');
  return new Markup(text);
}

function written(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string') return escaped(part);
  return typeof part === 'number' ? String(part) : part.map(written).join('');
}

function escaped(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
