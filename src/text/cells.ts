/** Where the lines of a table stand in its Markdown, as [start, end) pairs in UTF-16 units. */
export function lineRanges(text: string): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    ranges.push([from, from + line.length]);
    from += line.length + 1;
  }
  return ranges;
}

/** The cells of a table's row, between pipes that no backslash escapes, without the white space around. */
export function cellRanges(text: string, from: number, to: number): readonly (readonly [number, number])[] {
  const cuts: number[] = [];
  for (let i = from; i < to; i += 1) {
    if (text.charAt(i) === '\\') i += 1;
    else if (text.charAt(i) === '|') cuts.push(i);
  }
  const first = text.slice(from, cuts[0] ?? to).trim() === '' ? cuts.shift() : undefined;
  const starts = [first === undefined ? from : first + 1, ...cuts.map((cut) => cut + 1)];
  const ends = [...cuts, to];
  return starts.map((start, i) => trimmed(text, start, Math.max(start, ends[i] ?? to)));
}

function trimmed(text: string, from: number, to: number): readonly [number, number] {
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return [from, to];
}
