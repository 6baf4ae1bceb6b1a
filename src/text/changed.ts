/** Where a text is another one than it was: from the first unit that differs to behind the last, in the text as it is now. */
export function changedIn(before: string, now: string): readonly [start: number, end: number] {
  const most = Math.min(before.length, now.length);
  const start = alike(most, STEP, (from, to) => before.slice(from, to) === now.slice(from, to));
  const rest = most - start;
  const [a, b] = [before.length, now.length];
  const tail = alike(rest, STEP, (from, to) => before.slice(a - to, a - from) === now.slice(b - to, b - from));
  return [start, b - tail];
}

/** Strings are compared by stretches of so many units: that takes a tenth of looking at each. */
const STEP = 4096;

/** How many units are the same from the beginning on. */
function alike(most: number, step: number, isSame: (from: number, to: number) => boolean): number {
  let at = 0;
  for (let by = step; by >= 1; by = Math.floor(by / 8)) {
    while (at + by <= most && isSame(at, at + by)) at += by;
  }
  return at;
}
