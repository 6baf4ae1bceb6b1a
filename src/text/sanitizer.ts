import { createRequire } from 'node:module';
import type sanitizeHtml from 'sanitize-html';

const require = createRequire(import.meta.url);

/** Loaded where there is HTML to look at: a third of what every thread that only checks texts would wait for. */
export function sanitizer(): typeof sanitizeHtml {
  return require('sanitize-html');
}
