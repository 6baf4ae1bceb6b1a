/**
 * How many times as long the work takes on four times the input, in processor time of this process: about 4 where it grows
 * with its input, 16 where it grows by the square. Nobody knows what else the machine does and what is compiled meanwhile:
 * so it is the least of some pairs of runs, and another pair is taken only while that is not under `LINEAR`.
 */
export function growth(prepare: (size: number) => () => unknown, size: number): number {
  const [small, large] = [prepare(size), prepare(4 * size)];
  small();
  let least = Number.POSITIVE_INFINITY;
  for (let pair = 0; pair < PAIRS && least >= LINEAR; pair += 1)
    least = Math.min(least, milliseconds(large) / Math.max(SHORT, milliseconds(small)));
  return least;
}

/** Under this it is no square. */
export const LINEAR = 10;

const PAIRS = 6;

/** In milliseconds: what takes less cannot be told from nothing. */
const SHORT = 4;

function milliseconds(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
