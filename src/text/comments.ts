/** The comments of a piece of HTML and where they begin. */
export function* comments(html: string): Generator<readonly [number, string]> {
  for (let from = html.indexOf('<!--'); from >= 0; ) {
    const end = html.indexOf('-->', from + 2);
    if (end < 0) return;
    yield [from, html.slice(from, end + 3)];
    from = html.indexOf('<!--', end + 3);
  }
}
