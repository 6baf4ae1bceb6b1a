import { type Browser, launch, type Page } from 'puppeteer-core';
import { candidates } from '../src/host/seek.ts';
import { UserError } from '../src/trouble.ts';

/** A browser in which somebody reads: the one that prints too, with its scripts and its network. */
export async function openBrowser(): Promise<Browser> {
  for await (const candidate of candidates(undefined, new AbortController().signal)) {
    if (candidate instanceof UserError) continue;
    const { executable, libraries } = candidate;
    return launch({
      executablePath: executable,
      env: { ...process.env, ...(libraries && { LD_LIBRARY_PATH: libraries }) },
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--no-proxy-server'],
    });
  }
  throw new Error('no browser to read with');
}

/** Where a page says that it is: what `page.url()` says comes from another process, and later. */
export async function addressOf(page: Page): Promise<URL> {
  return new URL((await page.evaluate('location.href')) as string);
}
