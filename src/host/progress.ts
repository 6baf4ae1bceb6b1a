import type { Progress } from '../world.ts';

/** Where progress is shown: standard error. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shows how far the work is. */
export interface ProgressLine {
  show(event: Progress): void;
  /** Wipes the rewritten line, so that what follows begins on a clean one. */
  clear(): void;
}

/** One line that rewrites itself on a terminal; elsewhere a plain line for each thing that is done. */
export function progressLine(screen: Screen, now: () => number = () => performance.now()): ProgressLine {
  const start = now();
  const seconds = () => `${((now() - start) / 1000).toFixed(1)} s`;
  return screen.isTTY ? rewritten(screen, seconds) : plain(screen, seconds);
}

function rewritten(screen: Screen, seconds: () => string): ProgressLine {
  let shown = false;
  return {
    show(event) {
      const line = `${describe(event)} · ${seconds()}`;
      screen.write(`\r\u001b[2K${line.slice(0, (screen.columns || 80) - 1)}`);
      shown = true;
    },
    clear() {
      if (shown) screen.write('\r\u001b[2K');
      shown = false;
    },
  };
}

/** A log wants what is done, not every step of a count. */
function plain(screen: Screen, seconds: () => string): ProgressLine {
  return {
    show(event) {
      if (event.done === event.of) screen.write(`${describe(event)} · ${seconds()}\n`);
    },
    clear() {},
  };
}

function describe({ stage, done, of, detail }: Progress): string {
  const count = done === undefined ? undefined : of === undefined ? `${done}` : `${done} of ${of}`;
  return [stage, count, detail].filter((part) => part !== undefined).join(' · ');
}
