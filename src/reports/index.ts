import type { ReportFormat } from '../model.ts';
import { json } from './json.ts';
import { pretty } from './pretty.ts';

/** Every form of report; the first is the default. */
export const reports: readonly ReportFormat[] = [pretty, json];
