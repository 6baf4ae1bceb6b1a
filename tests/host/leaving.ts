/** A program that takes the first result of what other threads do, and then has no use for them. */
import { openCrew } from '../../src/host/spread.ts';
import { halving } from './halving.ts';

const crew = openCrew();
const even = Array.from({ length: 40 }, (_, i) => i * 2);
await crew.spread(halving, even, new AbortController().signal).next();
await crew.close();
