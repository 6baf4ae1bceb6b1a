import { UserError } from '../trouble.ts';

/** Why something cannot be shown, for whoever can mend it. */
export interface Trouble {
  readonly message: string;
  readonly hint?: string;
  /** Where, if it is known. */
  readonly place?: { readonly path: string; readonly line: number; readonly column: number };
  /** A mistake of ours: what to report. */
  readonly stack?: string;
}

/** Says an error as it is said on the command line. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof UserError)) {
    const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
    return { message, stack };
  }
  const [, path, line, column] =
    /^((?:content|templates)\/[^:]+|hexapla\.yaml)(?::(\d+))?(?::(\d+))?: /.exec(error.message) ?? [];
  return {
    message: error.message,
    hint: error.hint,
    ...(path !== undefined && { place: { path, line: Number(line ?? 1), column: Number(column ?? 1) } }),
  };
}
