import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8';
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
  grow(1);
  setFlagsFromString(`--min-semi-space-size=${NURSERY}`);
}

/**
 * From now on V8 looks for what was let go when the heap has doubled; left alone it waits until it has trebled. Measured on
 * 600 documents: a hundred megabytes less, for three hundredths of the processor time; on 3,000 texts that are checked, as
 * much less for as little.
 */
export function keepSmall(): void {
  if (isKnown) setFlagsFromString('--heap-growing-percent=100');
}

/**
 * Where the process has grown, has V8 look at once for what was let go, and give back the pages that it has emptied: it goes
 * by what lies in its heap, and PDFs lie beside it; and emptied pages it keeps. Measured on 3,000 documents: a hundred
 * megabytes less; a look takes a third of a second, and five are taken.
 */
export function collect(): void {
  if (!isKnown || process.memoryUsage.rss() < least + GROWN) return;
  setFlagsFromString('--expose-gc');
  collecting ??= runInNewContext('gc') as Collecting;
  collecting({ type: 'major', flavor: 'last-resort' });
  least = process.memoryUsage.rss();
  // The nursery went too; it may grow again, to what it is to be.
  grow(2);
}

/** Ends the growing of the nursery at its time. Asked often; it answers at once. */
export function settle(): void {
  if (growth === 1) return;
  const nursery = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
  if ((nursery?.space_size ?? 0) >= 2 * NURSERY * 2 ** 20) grow(1);
}

function grow(factor: number): void {
  growth = factor;
  setFlagsFromString(`--semi-space-growth-factor=${factor}`);
}

/** In bytes: what the process has to have more than after the last look. */
const GROWN = 64 * 2 ** 20;

type Collecting = (how?: Readonly<Record<string, string>>) => void;
/** At first, in bytes: a process that has not grown beyond what a few hundred documents take has nothing to give back. */
let least = 256 * 2 ** 20;
let growth = 1;
let collecting: Collecting | undefined;

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
