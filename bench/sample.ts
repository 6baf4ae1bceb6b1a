import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answering } from '../src/figures/saying/answer.ts';
import { readKeyFigures } from '../src/keyfigures.ts';
import { keyed, opening } from '../src/text/keymarks.ts';

const content = join(import.meta.dirname, '../content');
const path = 'content/figures.yaml';
const figures = readKeyFigures({ path, text: readFileSync(join(content, 'figures.yaml'), 'utf8') });

/** The body of a document of the sample publication, its key figures written out: others know no such thing. */
export function sampleText(locale: string, slug: string): string {
  const text = readFileSync(join(content, locale, `${slug}.md`), 'utf8').replace(/^---[\s\S]*?\n---\n/, '');
  const answer = answering(figures, locale);
  let written = '';
  let from = 0;
  for (const { start, mark } of keyed(text)) {
    const said = answer(mark);
    if ('fault' in said) throw new Error(`${locale}/${slug}: ${mark.raw} cannot be said`);
    written += text.slice(from, start);
    // A paragraph begins a sentence; a cell does not.
    written += opening(said.text, written.slice(written.lastIndexOf('\n') + 1), true);
    from = start + mark.raw.length;
  }
  return written + text.slice(from);
}
