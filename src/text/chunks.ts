import { isEdge } from './typography.ts';

/**
 * Cuts the body of a document, sanitised HTML, beside its outermost blocks: paragraph, list, table. Together the chunks
 * are the body again, and nothing that sets a text joins across their edges. Linear.
 */
export function chunksOf(html: string): string[] {
  const chunks: string[] = [];
  let at = 0;
  /** Where what is no block began: text and inline elements between two blocks. */
  let loose = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    if (next < 0) break;
    const name = NAME.exec(html.slice(next, next + LONGEST))?.[1]?.toLowerCase();
    const end = name === undefined ? next + 1 : endOf(html, next, name);
    if (name !== undefined && isEdge(name)) {
      addLoose(chunks, html.slice(loose, next));
      chunks.push(html.slice(next, end));
      loose = end;
    }
    at = end;
  }
  addLoose(chunks, html.slice(loose));
  return chunks;
}

const NAME = /^<([a-zA-Z][^\s/>]*)/;
/** Letters of the longest name of an element, with its sign. */
const LONGEST = 24;
const VOID = new Set(['br', 'col', 'hr', 'img', 'input', 'wbr']);

/** White space goes with the block before it. */
function addLoose(chunks: string[], text: string): void {
  const last = chunks.length - 1;
  if (text === '') return;
  if (last >= 0 && text.trim() === '') chunks[last] += text;
  else chunks.push(text);
}

/** Where the element that begins there ends, behind its closing tag; where nothing closes it, the end of all. */
function endOf(html: string, start: number, name: string): number {
  if (VOID.has(name)) return behind(html, '>', start);
  const close = `</${name}>`;
  const first = html.indexOf(close, start);
  const again = html.indexOf(`<${name}`, start + 1);
  if (first >= 0 && (again < 0 || again > first)) return first + close.length;
  let depth = 0;
  for (const tag of tags(html, start, name)) {
    depth += tag.isOpen ? 1 : -1;
    if (depth === 0) return tag.end;
  }
  return html.length;
}

function behind(html: string, sign: string, from: number): number {
  const at = html.indexOf(sign, from);
  return at < 0 ? html.length : at + sign.length;
}

function* tags(
  html: string,
  from: number,
  name: string,
): Generator<{ readonly isOpen: boolean; readonly end: number }> {
  const tag = new RegExp(`<(/?)${name}(?=[\\s>/])[^>]*>`, 'gi');
  tag.lastIndex = from;
  for (let found = tag.exec(html); found; found = tag.exec(html)) {
    yield { isOpen: found[1] === '', end: tag.lastIndex };
  }
}
