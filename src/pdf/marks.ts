import type { PdfFile } from './file.ts';
import { Dict, dict, List, Name, type PdfObject, Ref, Token } from './objects.ts';

/**
 * Elements with what they mark on the pages of their own document only (ISO 32000-1, 14.7.4.2): a letter that stands out of
 * the first page or the last is marked on the page before or behind too, which is none of it, and nothing of it is there.
 */
export function settleMarks(part: PdfFile, top: Ref): void {
  const open: PdfObject[] = [top];
  for (let next = open.pop(); next; next = open.pop()) {
    const element = part.dict(next);
    if (!element?.has('S')) continue;
    const kids = part.list(element.get('K'));
    open.push(...kids.filter((kid) => kid instanceof Ref));
    settle(element, kids);
  }
}

function settle(element: Dict, kids: readonly PdfObject[]): void {
  const marks = kids.map((kid) => markOf(kid, element.get('Pg')));
  if (!marks.some((mark) => mark)) return;
  const own = marks.find((mark) => mark?.page instanceof Ref)?.page;
  const settled = kids.flatMap((kid, n): PdfObject[] => {
    const mark = marks[n];
    if (!mark) return [kid];
    if (!(mark.page instanceof Ref)) return [];
    return [mark.page === own ? mark.number : dict({ Type: 'MCR', Pg: mark.page, MCID: mark.number })];
  });
  if (own) element.set('Pg', own);
  const [only] = settled;
  element.set('K', settled.length === 1 && only ? only : new List(settled));
}

/** A kid that is content of a page, by its number there. */
function markOf(
  kid: PdfObject,
  page: PdfObject | undefined,
): { page: PdfObject | undefined; number: Token } | undefined {
  if (kid instanceof Token) return { page, number: kid };
  const number = kid instanceof Dict && kid.get('Type') === Name.of('MCR') ? kid.get('MCID') : undefined;
  return number instanceof Token && kid instanceof Dict ? { page: kid.get('Pg') ?? page, number } : undefined;
}
