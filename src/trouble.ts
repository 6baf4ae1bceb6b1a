/** Why a run could not go on: 2 = what the user gave cannot be read, 3 = the surroundings failed (contract, exit codes). */
export type TroubleCode = 2 | 3;

/**
 * The run cannot go on and the user can do something about it. Two lines, no stack:
 * `message` says where and what is, `hint` what to do.
 */
export class UserError extends Error {
  readonly hint: string;
  readonly code: TroubleCode;

  constructor(message: string, hint: string, code: TroubleCode = 2) {
    super(message);
    this.name = 'UserError';
    this.hint = hint;
    this.code = code;
  }
}

/** The user pressed Ctrl-C, or the surroundings asked the run to end: exit code 130. */
export class Interrupted extends Error {
  constructor() {
    super('Interrupted');
    this.name = 'Interrupted';
  }
}
