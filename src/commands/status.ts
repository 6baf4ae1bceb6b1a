import { colorful, deliver } from '../host/deliver.ts';
import { withHost } from '../host/index.ts';
import type { Severity } from '../model.ts';
import { fails } from '../reports/index.ts';
import type { Selection } from '../scope.ts';
import { standingOf } from '../standing.ts';
import { statusFormat } from '../statuses/index.ts';

/** How the status is asked for. */
interface Options extends Selection {
  readonly format: string;
  readonly output?: string;
  readonly failOn?: Severity;
  readonly quiet?: boolean;
  readonly color: boolean;
  /** `false`: nothing that an earlier run has kept. */
  readonly cache?: boolean;
}

/**
 * `hexapla status`: how each document stands in each language. 1 if a lock disagrees; with `--fail-on warning` also if
 * something is stale, missing, extra or untranslated, with `--fail-on note` if anything was never accepted.
 */
export async function status(folder: string, options: Options, signal: AbortSignal): Promise<0 | 1> {
  const form = statusFormat(options.format);
  const { quiet = false, cache = true } = options;
  const standing = await withHost(folder, { signal, quiet, fresh: !cache }, (host) => standingOf(host, options));
  await deliver(form.print(standing, options.color && options.output === undefined && colorful()), options.output);
  const failOn = options.failOn ?? standing.failOn;
  const states = standing.documents.flatMap(({ state, open }) => [state, ...open.map((one) => one.state)]);
  const isFailing =
    fails(standing, failOn) ||
    (failOn !== 'error' && states.some((state) => state !== 'fresh' && state !== 'new')) ||
    (failOn === 'note' && states.includes('new'));
  return isFailing ? 1 : 0;
}
