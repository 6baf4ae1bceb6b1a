import type { Format } from '../world.ts';
import { html } from './html.ts';
import { pdf } from './pdf.ts';

/** Every output format. */
export const formats: readonly Format[] = [html, pdf];
