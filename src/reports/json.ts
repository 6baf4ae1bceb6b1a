import type { Finding, Span } from '../model.ts';
import type { ReportFormat } from '../world.ts';

/** For programs: one object, the contract's version 1. */
export const json: ReportFormat = {
  id: 'json',
  print(report) {
    const { findings, summary, unchecked } = report;
    const whole = { version: 1, ...(unchecked && { checked: false }), findings: findings.map(entry), summary };
    return `${JSON.stringify(whole, null, 2)}\n`;
  },
};

function entry({ rule, severity, locale, span, message, hint, related }: Finding): object {
  return {
    rule,
    severity,
    locale,
    ...place(span),
    message,
    ...(hint !== undefined && { hint }),
    ...(related && { related: related.map((other) => ({ ...place(other.span), message: other.message })) }),
  };
}

function place({ path, start, end }: Span): object {
  return { file: path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
