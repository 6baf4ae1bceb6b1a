import type { Finding } from '../model.ts';
import { changesBetween, fix } from '../stages/fix.ts';
import { textAt } from '../text/mapped.ts';
import { UserError } from '../trouble.ts';
import type { Host } from '../world.ts';
import type { Held } from './held.ts';
import { findingId } from './views/finding.ts';

/**
 * Writes the correction that a finding offers into its file, and nothing else. Throws UserError if there is no such finding
 * any more, or the file is not what was checked.
 */
export async function applyFix(id: string, held: Held, host: Host): Promise<Finding> {
  const state = held.state();
  const finding = held.findings().find((one) => findingId(one) === id);
  if (!state || !finding?.fix) {
    throw new UserError('this finding is not there any more', 'Look at the page as it is now.', 2);
  }
  const { span, was } = finding.fix;
  const source = state.loaded.locales.flatMap(({ documents }) => documents).find(({ path }) => path === span.path);
  if (!source || textAt(source, span) !== was) {
    throw new UserError(
      `${span.path} is another text by now than the one that was checked`,
      'Look at the page as it is now.',
      2,
    );
  }
  const corrected = fix(state.loaded, [{ ...finding, fix: finding.fix }]);
  for (const { path, before, after } of await changesBetween(state.loaded, corrected, host)) {
    await host.rewrite(path, before, after);
  }
  return finding;
}
