import { UserError } from '../trouble.ts';
import { type Chromium, LaunchFailure, type Launching, launch } from './launch.ts';
import { type Candidate, candidates } from './seek.ts';

/** What was tried, why it failed, and what helps against that. */
interface Attempt {
  readonly what: string;
  readonly why: string;
  readonly hint?: string | undefined;
}

/** Starts the first browser that runs. `setting`: the one that settings name. Throws UserError 3 with all that was tried. */
export async function startBrowser(setting: string | undefined, how: Launching): Promise<Chromium> {
  const tried: Attempt[] = [];
  for await (const candidate of candidates(setting, how.signal)) {
    if (candidate instanceof UserError) {
      tried.push({ what: 'the embedded Chromium', why: candidate.message, hint: candidate.hint });
      continue;
    }
    try {
      const chromium = await launchAnyhow(candidate, how);
      how.started?.(candidate.executable);
      return chromium;
    } catch (error) {
      if (!(error instanceof LaunchFailure)) throw error;
      if (candidate.named) throw namedFailed(candidate, error);
      tried.push({ what: candidate.origin, why: error.message, hint: hints[error.kind] });
    }
  }
  throw noBrowser(tried);
}

/** Lends the libraries that the system lacks; unpacks anew what may be damaged. */
async function launchAnyhow({ executable, libraries, renew }: Candidate, how: Launching): Promise<Chromium> {
  try {
    return await launch(executable, how);
  } catch (error) {
    if (!(error instanceof LaunchFailure)) throw error;
    if (error.kind === 'libraries' && libraries) {
      return await launch(executable, how, libraries).catch((second: unknown) => {
        throw second instanceof LaunchFailure && second.kind !== 'sandbox' ? error : second;
      });
    }
    if (error.kind !== 'broken' || !renew) throw error;
    await renew();
    return await launch(executable, how);
  }
}

const hints: Readonly<Record<LaunchFailure['kind'], string | undefined>> = {
  libraries:
    'Install the libraries that it needs: "apt-get install libnss3 libnspr4 libexpat1" on Debian and Ubuntu, "dnf install nss nspr expat" on Fedora.',
  sandbox:
    'Let programs build user namespaces (on Ubuntu: "sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0"), or, if you trust the publication, print without the sandbox: set the environment variable HEXAPLA_NO_SANDBOX=1.',
  broken: undefined,
  other: undefined,
};
const install =
  'Install Chromium or Google Chrome, or name an installed one with the environment variable HEXAPLA_BROWSER or "browser" in hexapla.yaml.';

function namedFailed({ executable, origin }: Candidate, { kind, message }: LaunchFailure): UserError {
  return new UserError(
    `${executable}: the browser does not start: ${message}; ${origin} names it as the one to print with`,
    hints[kind] ??
      `Name a Chromium or Google Chrome, or remove ${origin}: Hexapla then uses the one that it brings along.`,
    3,
  );
}

function noBrowser(tried: readonly Attempt[]): UserError {
  if (tried.length === 0) {
    const where =
      'none is embedded for this kind of machine, none is installed where programs are, none in the cache of puppeteer';
    return new UserError(`There is no browser to print PDFs with: ${where}`, install, 3);
  }
  const list = tried.map(({ what, why }) => `${what} (${why})`).join('; ');
  return new UserError(`No browser starts to print PDFs with; tried ${list}`, tried[0]?.hint ?? install, 3);
}
