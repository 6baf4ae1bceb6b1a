import type { Token } from 'marked';

/** The table that a paragraph beginning with `: ` is the caption of. */
export function captioned(tokens: readonly Token[], index: number): Token | undefined {
  const next = tokens[index + 1]?.type === 'space' ? tokens[index + 2] : tokens[index + 1];
  return next?.type === 'table' && tokens[index]?.raw.startsWith(': ') ? next : undefined;
}

/** What the tokens were read from, and where each begins. A line end between two of them may be in neither. */
export function joined(tokens: readonly Token[], outer: string): { text: string; starts: readonly number[] } {
  const starts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  let isWhole = true;
  const isTiled = tokens.reduce((sum, { raw }) => sum + raw.length, 0) === outer.length;
  for (const { raw, type } of tokens) {
    // A no-break space at the end of a list is cut off from it, and what follows begins within the line.
    if (!isTiled && !isWhole && type !== 'space' && !/^[^\S \t]/.test(raw)) {
      parts.push('\n');
      length += 1;
    }
    starts.push(length);
    parts.push(raw);
    length += raw.length;
    isWhole = raw.endsWith('\n') || type === 'checkbox' || length === 0;
  }
  return { text: parts.join(''), starts };
}
