import { createHash } from 'node:crypto';
import type { Finding } from '../model.ts';
import { textAt } from '../text/mapped.ts';

/** A text file by its path; undefined where it is not at hand. */
export type TextOf = (path: string) => string | undefined;

/** A finding, and the name by which it is known again. */
export interface Marked {
  readonly finding: Finding;
  readonly mark: string;
  /** What stands at its place. */
  readonly place: string;
}

/**
 * A name for each finding that stays when lines move: of what is said, of what, in which file. The same thing said again
 * in a file has the same name.
 */
export function marked(findings: readonly Finding[], text: TextOf): readonly Marked[] {
  const texts = new Map(findings.map(({ span: { path } }) => [path, { path, text: text(path) ?? '' }]));
  return findings.map((finding) => {
    const { rule, span, message } = finding;
    const source = texts.get(span.path);
    // Line ends are git's to choose.
    const place = source ? textAt(source, span).replaceAll(/\r\n?/g, '\n') : '';
    const said = JSON.stringify([rule, span.path, place, unnumbered(message)]);
    return { finding, place, mark: createHash('sha256').update(said).digest('hex').slice(0, 32) };
  });
}

/** Without the places that a message names: `line 12`, `article.md:12:3`. */
function unnumbered(message: string): string {
  return message.replaceAll(/(\blines? |\.\w+:)\d+(?::\d+)?/g, '$1');
}
