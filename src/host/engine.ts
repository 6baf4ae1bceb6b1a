import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Of these versions of Node the flags are known; V8 complains aloud of one that it does not know. */
const isKnown = /^2[2-4]\./.test(process.versions.node);

/**
 * How V8 is to work while many texts are read, which takes seconds and not hours. Measured on 3,000 texts and two cores:
 * a seventh of the time and a tenth of the memory less. Called before other threads start; they do as it says too.
 */
export function tune(): void {
  if (!isKnown) return;
  // Its last compiler takes seconds of both cores; it is worth that only for what runs very often.
  setFlagsFromString('--invocation-count-for-turbofan=48000');
  // What a text leaves behind dies with its share; larger nurseries would only make the process larger.
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString(`--min-semi-space-size=${NURSERY}`);
}

/**
 * From now on V8 looks for what was let go when the heap has doubled; left alone it waits until it has trebled. Measured on
 * 600 documents: a hundred megabytes less, for three hundredths of the processor time.
 */
export function keepSmall(): void {
  if (isKnown) setFlagsFromString('--heap-growing-percent=100');
}

/**
 * Has V8 look at once for what was let go: it goes by what lies in its heap, and PDFs lie beside it. Measured on 1,500
 * to 3,000 documents: forty to seventy megabytes less.
 */
export function collect(): void {
  if (!isKnown) return;
  setFlagsFromString('--expose-gc');
  collecting ??= runInNewContext('gc') as () => void;
  collecting();
}

let collecting: (() => void) | undefined;

/**
 * Whether V8 compiles WebAssembly a second time and better where it runs often. Measured: to cut fonts takes a third less
 * of a processor without, to pack them for the web a third more.
 */
export function compileTwice(twice: boolean): void {
  if (!isKnown) return;
  setFlagsFromString(twice ? '--no-liftoff-only' : '--liftoff-only');
  for (const flag of ['wasm-tier-up', 'wasm-dynamic-tiering']) setFlagsFromString(`--${twice ? '' : 'no-'}${flag}`);
}

/** In MB: one of the two halves of a nursery. */
const NURSERY = 4;

/**
 * For other threads: two halves, and as much again for what is large; and as much in all as this one may have. With a
 * limit of its own a thread that needs more ends with an error that can be told; without, V8 ends the process.
 */
export const threadLimits = {
  maxYoungGenerationSizeMb: 3 * NURSERY,
  maxOldGenerationSizeMb: Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20),
};
