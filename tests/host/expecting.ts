import { setTimeout } from 'node:timers/promises';
import { openCrew } from '../../src/host/spread.ts';
import { halving } from './halving.ts';

/** A process of its own: threads start for work that never comes, and then nothing is left to do. */
const crew = openCrew();
crew.expect(halving, 1_000_000_000);
await setTimeout(300);
await crew.close();
