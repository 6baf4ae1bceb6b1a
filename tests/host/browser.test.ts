import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPrinter, type Printer } from '../../src/host/browser.ts';
import { finish } from '../../src/pdf/finish.ts';
import { Interrupted, UserError } from '../../src/trouble.ts';
import type { PrintJob } from '../../src/world.ts';
import { readPdf } from '../readpdf.ts';
import { paper, processesOf, richBody, type SampleLocale, samples } from './paper.ts';
import { ownSurroundings } from './surroundings.ts';

const locales = Object.keys(samples) as SampleLocale[];
// A folder for temporary files of our own shows what a browser leaves behind.
const here = ownSurroundings({ TMPDIR: '' });
let groups = new Set<number>();
let abort = new AbortController();
let printer: Printer;

beforeEach(() => {
  groups = new Set();
  abort = new AbortController();
  printer = createPrinter({ signal: abort.signal });
});

afterEach(async () => {
  processes();
  await printer.close();
  // A killed process is still there until its parent has noticed.
  for (let i = 0; i < 20 && processes().length > 0; i++) await wait(50);
  expect({ files: readdirSync(here.folder), processes: processes() }).toEqual({ files: [], processes: [] });
});

/** The processes of the test's browsers; remembers their groups, to find those that outlive their browser. */
function processes(kind?: string) {
  const found = processesOf(here.folder, groups);
  for (const { group } of found) groups.add(group);
  return found.filter((one) => kind === undefined || one.kind === kind);
}

/** Ends them the hard way; how many there were. */
function kill(kind: string): number {
  const found = processes(kind);
  for (const { pid } of found) process.kill(pid, 'SIGKILL');
  return found.length;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Prints a few documents and keeps none. */
async function printedSome() {
  const jobs: WeakRef<object>[] = [];
  let printed = 0;
  for (let n = 0; n < 6; n += 1) {
    const job = await paper('en', richBody('en', String(n)));
    jobs.push(new WeakRef(job));
    await printer.pdf(job);
    printed += 1;
  }
  return { jobs, printed };
}

/** Chromium writes the time of day, and names of its own: what is finished has neither. */
async function finished(by: Printer, job: PrintJob): Promise<Buffer> {
  const { bytes, ...about } = await by.pdf(job);
  return Buffer.from(finish(bytes, { title: job.title, locale: job.locale, ...about }).bytes);
}

const NOTHING = new Uint8Array();

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

describe('a printed document', () => {
  test.each(locales)('in %s is tagged, named, has its language, its fonts and its text', async (locale) => {
    const { text } = samples[locale];
    const job = await paper(locale, richBody(locale, 'x'), `${text.slice(0, 10)} (&) \\`);
    const printed = await printer.pdf({ ...job, date: '2022-03-15' });
    const pdf = await readPdf(printed.bytes);
    expect(pdf).toMatchObject({ title: job.title, language: locale, tagged: true });
    expect(pdf.pages.length).toBeGreaterThan(1);
    expect(pdf.pages.join('')).toContain(text.slice(0, 40));
    const last = String(pdf.pages.length);
    const numbers = { en: `2 / ${last}`, ru: `2 из ${last}`, zh: `第 2 页，共 ${last} 页` };
    expect(pdf.pages[1]).toContain(numbers[locale]);
    expect(pdf.outline).toHaveLength(6);
    expect(pdf.alternatives).toEqual([1, 2, 3, 4, 5].map((n) => `chart ${n}`));
    expect(pdf.links.filter((to) => to.startsWith('https:'))).toHaveLength(5);
    expect(pdf.links.filter((to) => to.startsWith('#'))).toHaveLength(10);
    const family = locale === 'zh' ? 'NotoSerifSC' : 'NotoSerif';
    const kind = 'CIDFontType2 subset embedded';
    expect(pdf.fonts).toEqual([`${family}-Bold ${kind}`, `${family}-Regular ${kind}`]);
  });

  test('has no trace of the document printed before it in the same page', async () => {
    const body = '<p>first</p>';
    const { html, ...rest } = await paper('en', body);
    const loud = html.replace('<html lang="en">', '<html lang="en" dir="rtl" class="loud" style="font-size:40pt">');
    await printer.pdf({ ...rest, html: loud.replace('</head>', '<style>p{display:none}</style></head>') });
    const pdf = await readPdf((await printer.pdf(await paper('en', '<p>second</p>', 'Second'))).bytes);
    expect(pdf).toMatchObject({ title: 'Second', pages: ['1 / 1second'] });
  });

  test('takes its language from the job if its page names none', async () => {
    const { html, ...rest } = await paper('ru', '<p>Ёлка</p>');
    const { bytes } = await printer.pdf({ ...rest, html: html.replace(' lang="ru"', '') });
    expect((await readPdf(bytes)).language).toBe('ru');
  });
});

describe('documents print', () => {
  const long = () => paper('en', richBody('en', 'long').repeat(20));

  test.each([
    [1, 'one after the other', 'long'],
    [2, 'beside each other', 'short'],
  ])('%d at once: %s', async (jobs, _, first) => {
    const own = createPrinter({ signal: abort.signal, jobs });
    try {
      // Both pages are open before it is told who is faster.
      await Promise.all([own.pdf(await paper('en', '')), own.pdf(await paper('en', ''))]);
      const [slow, quick] = [
        own.pdf(await long()).then(() => 'long'),
        own.pdf(await paper('en', '')).then(() => 'short'),
      ];
      expect(await Promise.race([slow, quick])).toBe(first);
      await Promise.all([slow, quick]);
    } finally {
      await own.close();
    }
  });

  test('in a browser that may start before the first of them comes', async () => {
    printer.ready();
    for (let i = 0; i < 200 && processes().length === 0; i++) await wait(50);
    // By group: a child of the browser that has just begun looks like a second one.
    const running = () => [...new Set(processes('browser').map(({ group }) => group))];
    const before = running();
    await printer.pdf(await paper('en', ''));
    expect(before).toHaveLength(1);
    expect(running()).toEqual(before);
  });

  test('and are forgotten then, though their browser lives on', async () => {
    const { jobs, printed } = await printedSome();
    // What the pages hold of the last documents, they may; V8 gives back what nobody holds when it is asked to.
    collectGarbage();
    expect(printed).toBe(6);
    expect(jobs.filter((job) => job.deref() !== undefined).length).toBeLessThan(3);
  });
});

describe('the same document', () => {
  test('gives the same bytes first, after others, and in another browser', async () => {
    const jobs = await Promise.all(
      locales.flatMap((l) => ['a', 'b', 'c'].map((salt) => paper(l, richBody(l, salt), `${l} ${salt}`))),
    );
    const first = [];
    for (const job of jobs) first.push(await finished(printer, job));
    const again = await Promise.all(jobs.toReversed().map((job) => finished(printer, job)));
    const other = createPrinter({ signal: abort.signal });
    try {
      const elsewhere = await Promise.all(jobs.map((job) => finished(other, job)));
      for (const [i, job] of jobs.entries()) {
        expect(first[i]?.equals(again.toReversed()[i] ?? NOTHING), `${job.title} after others`).toBe(true);
        expect(first[i]?.equals(elsewhere[i] ?? NOTHING), `${job.title} elsewhere`).toBe(true);
      }
    } finally {
      await other.close();
    }
  });

  test('bears the date it is given, or none', async () => {
    const job = await paper('en', '<p>x</p>');
    const dated = (await finished(printer, { ...job, date: '2022-03-15' })).toString('latin1');
    expect(dated).toContain('/CreationDate (D:20220315120000Z)');
    expect(dated).toContain('/ModDate (D:20220315120000Z)');
    expect((await finished(printer, job)).toString('latin1')).not.toMatch(/CreationDate|ModDate/);
  });
});

describe('a page that wants more than it may', () => {
  test('reaches nothing', async () => {
    const hits: string[] = [];
    const server = createServer((socket) => {
      hits.push('connected');
      socket.on('data', (data) => hits.push(String(data).split('\r\n')[0] ?? '')).on('error', () => undefined);
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`;
    const head = `<link rel="preconnect" href="${url}"><link rel="stylesheet" href="${url}/css">
<style>@import "${url}/import";@font-face{font-family:Z;src:url(${url}/font)}body{background:url(${url}/back)}p{font-family:Z}</style>
<meta http-equiv="refresh" content="0;url=${url}/refresh">`;
    const body = `<p>x</p><iframe src="${url}/frame"></iframe><object data="${url}/object"></object><embed src="${url}/embed">
<video src="${url}/video" poster="${url}/poster" autoplay></video><svg><image href="${url}/image"/></svg>
<iframe src="file:///etc/passwd"></iframe><a href="${url}/link">link</a>`;
    try {
      const { html, ...job } = await paper('en', body);
      // A font that cannot be had is an error, and the rest goes on loading meanwhile.
      await printer.pdf({ ...job, html: html.replace('</head>', `${head}</head>`) }).catch(() => undefined);
      await printer
        .pdf({ ...job, html: html.replace('</head>', `${head.replace(/@font-face\{[^}]*\}/, '')}</head>`) })
        .catch(() => undefined);
      await wait(300);
      expect(hits).toEqual([]);
    } finally {
      server.close();
    }
  });

  test('runs no script', async () => {
    const body = `<p id="p">kept</p><script>document.getElementById('p').textContent = 'RAN'</script>
<svg onload="document.getElementById('p').textContent = 'RAN'"></svg><img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" onload="document.getElementById('p').textContent = 'RAN'">`;
    const pdf = await readPdf((await printer.pdf(await paper('en', body))).bytes);
    expect(pdf.pages).toEqual(['1 / 1kept']);
  });

  test('is refused if it has a picture that cannot be shown', async () => {
    const job = await paper('en', '<p>x</p><img alt="The harbour" src="data:image/png;base64,AAAA">', 'Ports');
    await expect(printer.pdf(job)).rejects.toThrow('Ports (en): a picture cannot be shown: The harbour');
  });

  test('shows a picture and a drawing that are within it, also the first time', async () => {
    const drawing = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    );
    const pictures = [
      'image/svg+xml',
      drawing.toString('base64'),
      'image/gif',
      'R0lGODlhAQABAIAAAP8AAAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==',
    ];
    const body = [0, 2].map(
      (i) => `<img loading="lazy" alt="${pictures[i]}" src="data:${pictures[i]};base64,${pictures[i + 1]}">`,
    );
    const pdf = await readPdf((await printer.pdf(await paper('en', body.join('')))).bytes);
    expect(pdf.alternatives).toEqual(['image/svg+xml', 'image/gif']);
  });
});

test.runIf(process.platform === 'linux')('a page that has printed enough gives place to another', async () => {
  const job = await paper('zh', richBody('zh', 'x'));
  const bytes = await finished(printer, job);
  const short = createPrinter({ signal: abort.signal, jobs: 1, life: 2 });
  const before = new Set(processes('renderer').map(({ pid }) => pid));
  const seen = new Set<number>();
  try {
    for (let n = 0; n < 7; n += 1) {
      expect((await finished(short, job)).equals(bytes), `document ${n}`).toBe(true);
      for (const { pid } of processes('renderer')) if (!before.has(pid)) seen.add(pid);
    }
    // The one that is closed takes a moment to end.
    const now = () => processes('renderer').filter(({ pid }) => !before.has(pid)).length;
    for (let i = 0; i < 100 && now() > 2; i++) await wait(50);
    expect(now(), 'processes of pages').toBeLessThan(3);
    expect(seen.size, 'processes of pages there have been').toBeGreaterThan(2);
  } finally {
    await short.close();
  }
});

describe('trouble', () => {
  test('an abort in the middle rejects every job and leaves nothing', async () => {
    const jobs = await Promise.all([1, 2, 3, 4, 5, 6].map((i) => paper('zh', richBody('zh', String(i)).repeat(30))));
    await printer.pdf(await paper('zh', '<p>x</p>'));
    const printing = jobs.map((job) => printer.pdf(job).catch((error: unknown) => error));
    await wait(60);
    processes();
    abort.abort();
    const outcomes = await Promise.all(printing);
    expect(outcomes.filter((outcome) => outcome instanceof Interrupted).length).toBeGreaterThan(4);
    await expect(printer.pdf(await paper('en', 'x'))).rejects.toBeInstanceOf(Interrupted);
  });

  test('an abort while the browser starts leaves nothing', async () => {
    const job = await paper('en', '<p>x</p>');
    const printing = printer.pdf(job);
    setTimeout(() => abort.abort(), 10);
    await expect(printing).rejects.toBeInstanceOf(Interrupted);
  });

  describe.runIf(process.platform === 'linux')('death', () => {
    test.each(['browser', 'renderer'])('of a %s in the middle: the document is printed once more', async (kind) => {
      const job = await paper('en', richBody('en', 'x').repeat(40));
      const expected = await finished(printer, job);
      const printing = Promise.all([finished(printer, job), finished(printer, job)]);
      await wait(30);
      expect(kill(kind)).toBeGreaterThan(0);
      for (const bytes of await printing) expect(bytes.equals(expected)).toBe(true);
      processes();
      expect([...groups], 'browsers that were started').toHaveLength(2);
    });

    test('of a browser in the middle of several documents: they are printed once more', async () => {
      const jobs = await Promise.all(['a', 'b'].map((salt) => paper('en', richBody('en', salt).repeat(40))));
      const expected = await printer.share(jobs);
      const printing = printer.share(jobs);
      await wait(30);
      expect(kill('browser')).toBeGreaterThan(0);
      const { prints, alone } = await printing;
      expect(alone).toEqual([]);
      expect(prints.map(({ documents }) => documents)).toEqual(expected.prints.map(({ documents }) => documents));
    });

    test('of the browser twice over several documents: each is printed without the others', async () => {
      const jobs = await Promise.all(['a', 'b', 'c'].map((salt) => paper('en', richBody('en', salt).repeat(60))));
      await printer.pdf(await paper('en', 'x'));
      const printing = printer.share(jobs);
      let killed = 0;
      const killing = setInterval(() => {
        if (killed < 2 && processes('renderer').length > 0 && kill('browser') > 0) killed = groups.size;
      }, 10);
      try {
        const { prints, alone } = await printing;
        expect(killed, 'browsers that were killed').toBe(2);
        expect(alone).toEqual([]);
        expect(prints.map(({ documents }) => documents.map(({ job }) => job))).toEqual([[0], [1], [2]]);
      } finally {
        clearInterval(killing);
      }
    });

    test('of the browser twice over one document: it is given up', async () => {
      const job = await paper('en', richBody('en', 'x').repeat(200), 'Heavy');
      await printer.pdf(await paper('en', 'x'));
      // Not while it starts: that is another trouble.
      const killing = setInterval(() => processes('renderer').length > 0 && kill('browser'), 10);
      try {
        const outcome = await printer.pdf(job).catch((error: unknown) => error);
        expect(outcome).toBeInstanceOf(UserError);
        expect(outcome).toMatchObject({
          code: 3,
          message: expect.stringContaining('Heavy (en): this document cannot be printed'),
        });
      } finally {
        clearInterval(killing);
      }
    });
  });
});
