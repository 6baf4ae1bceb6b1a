import type { Block } from '../../model.ts';
import { onceFor } from '../../text/remembered.ts';
import { steady } from '../former.ts';

/** A block, or a table with all its cells. */
export interface Unit {
  readonly kind: Block['kind'] | 'table';
  readonly level: number;
  readonly blocks: readonly number[];
  readonly length: number;
  readonly figures: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** A source has its units once for all its translations. */
export const unitsOf = onceFor(units);

function units(blocks: readonly Block[]): readonly Unit[] {
  const found: Unit[] = [];
  let table: number[] = [];
  const close = () => {
    if (table.length > 0) found.push(unit('table', blocks, table));
    table = [];
  };
  for (const [index, block] of blocks.entries()) {
    const first = table[0];
    if (block.kind === 'cell' && first !== undefined && tableOf(blocks[first]) === tableOf(block)) {
      table.push(index);
      continue;
    }
    close();
    if (block.kind === 'cell') table = [index];
    else if (block.kind !== 'meta') found.push(unit(block.kind, blocks, [index]));
  }
  close();
  return found;
}

function tableOf(block: Block | undefined): string | undefined {
  return block?.within.findLast((container) => container.startsWith('table'));
}

function unit(kind: Unit['kind'], blocks: readonly Block[], indexes: readonly number[]): Unit {
  const own = indexes.map((index) => blocks[index]).filter((block) => block !== undefined);
  const [only, more] = own;
  const said = only && !more ? saidIn(steady(only)) : saidBy(own);
  return { kind, level: only?.level ?? 0, blocks: indexes, ...said };
}

/** What tells a block from others, wherever it stands. */
type Said = Pick<Unit, 'length' | 'figures' | 'names'>;

const saidIn = onceFor((block: Block) => saidBy([block]));

function saidBy(blocks: readonly Block[]): Said {
  return {
    length: blocks.reduce((sum, block) => sum + weight(block.text), 0),
    figures: new Set(
      blocks.flatMap(({ figures }) => figures.flatMap(({ soft, value }) => (soft ? [] : written(value)))),
    ),
    names: new Set(blocks.flatMap((block) => block.text.match(/\b[A-Z][A-Za-z]*[A-Z0-9]\w*\b/g) ?? [])),
  };
}

function written(value: Block['figures'][number]['value']): string {
  return typeof value === 'string' ? value : `${value.from}..${value.to}`;
}

/** A Han character says about as much as two and a half letters. */
function weight(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum += text.charCodeAt(i) >= 0x2e80 ? 2.5 : 1;
  return sum;
}
