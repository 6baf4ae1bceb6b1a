import { checks } from './checks/index.ts';
import type { Family } from './world.ts';

/** Every family that a finding may be of: the checks in the order of the README, then the rest. */
export const families: readonly Family[] = [
  ...checks.map(({ id, promise }) => ({ id, promise, isCheck: true })),
  ...Object.entries({
    meta: 'Front matter says what its document needs to be published.',
    markdown: 'All that a text holds can be shown as it was meant.',
    suppress: 'A comment that suppresses findings says why, and there is something to suppress.',
    fonts: 'Every character has a glyph in the fonts of its language.',
    prove: 'A PDF says what its text says: every block, figure, row, heading, link and glyph.',
    status: 'Translations are recorded as up to date with what their source says now.',
    exchange: 'What comes back from a translator fits the text that went out.',
  }).map(([id, promise]) => ({ id, promise, isCheck: false })),
];
