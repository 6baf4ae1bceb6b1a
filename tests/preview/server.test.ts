/** The server of the desk: whom it answers, what it serves, and that nothing that is written ends it. */
import { chmod, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { journal, type Opened, openDesk } from './desk.ts';

/** A request as anyone may send it, with whatever headers: `fetch` sends its own Host. */
function sent(
  { url }: Opened,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body?: string,
): Promise<{ status: number; text: string; headers: Readonly<Record<string, string | string[] | undefined>> }> {
  const { port, host } = new URL(url);
  const options = { host: '127.0.0.1', port, path, method: body === undefined ? 'GET' : 'POST' };
  return new Promise((resolve, reject) => {
    const asked = request({ ...options, headers: { Host: host, ...headers } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

async function tokenOf(desk: Opened): Promise<string> {
  return /<meta name="token" content="([^"]+)"/.exec((await sent(desk, '/')).text)?.[1] ?? '';
}

describe('whom it answers', () => {
  test.each(['evil.example', 'evil.example:80', '127.0.0.1', 'localhost:1'])(
    'a Host that is not its own is refused: %j',
    async (host) => {
      const desk = await openDesk(journal);
      for (const path of ['/', '/site/en/', '/events', '/desk/desk.css']) {
        expect(await sent(desk, path, { Host: host }), path).toMatchObject({ status: 403 });
      }
    },
  );

  test('localhost and both loopback addresses are its own', async () => {
    const desk = await openDesk(journal);
    const { port } = new URL(desk.url);
    for (const name of ['localhost', '127.0.0.1', '[::1]']) {
      expect((await sent(desk, '/', { Host: `${name}:${port}` })).status, name).toBe(200);
    }
  });

  test('nothing is written without its token, its origin and its kind of content', async () => {
    const desk = await openDesk(journal);
    await desk.held.settled();
    const before = await desk.files('content');
    const { host } = new URL(desk.url);
    const id = /data-fix="(\w+)"/.exec((await sent(desk, '/review/news/trade')).text)?.[1];
    expect(id).toBeDefined();
    const good = {
      Origin: `http://${host}`,
      'Content-Type': 'application/json',
      'X-Hexapla-Token': await tokenOf(desk),
    };
    const body = JSON.stringify({ finding: id });
    const bad: readonly Readonly<Record<string, string>>[] = [
      { ...good, 'X-Hexapla-Token': '' },
      { ...good, 'X-Hexapla-Token': 'x'.repeat(32) },
      { ...good, Origin: 'http://evil.example' },
      { ...good, Origin: 'null' },
      { ...good, 'Sec-Fetch-Site': 'cross-site' },
      { ...good, 'Content-Type': 'text/plain' },
    ];
    for (const headers of bad) {
      expect(await sent(desk, '/fix', headers, body), JSON.stringify(headers)).toMatchObject({ status: 403 });
    }
    expect(await desk.files('content')).toEqual(before);
    expect(await sent(desk, '/fix', good, body)).toMatchObject({ status: 200 });
    expect(await desk.files('content')).not.toEqual(before);
  });

  test('a GET writes nothing', async () => {
    const desk = await openDesk(journal);
    expect((await sent(desk, '/fix?finding=x')).status).toBe(404);
  });
});

describe('what it serves', () => {
  test.each([
    '/site/../hexapla.yaml',
    '/site/en/../../hexapla.yaml',
    '/site/en/%2e%2e/%2e%2e/hexapla.yaml',
    '/site/en/..%2f..%2fhexapla.yaml',
    '/site/en/assets/..%2f..%2f..%2f..%2f..%2fetc/passwd',
    '/desk/..%2fserver.ts',
    '/desk/../../package.json',
    '/desk/faces/en/..%2f..%2fdesk.css',
    '/site/en/..%2f..%2f..%2fetc/passwd.pdf',
    '/rows/..%2f..%2fabout',
    '/review/../../etc/passwd',
    '/read/en/..%2f..%2fabout',
  ])('no file but its own: %s', async (path) => {
    const desk = await openDesk({ ...journal, 'secret.txt': 'secret' });
    const { status, text } = await sent(desk, path);
    expect([403, 404]).toContain(status);
    expect(text).not.toMatch(/locales: \[|root:|secret|import /);
  });

  test('pages as a build writes them, and whatever belongs to them', async () => {
    const desk = await openDesk(journal);
    const page = await sent(desk, '/site/zh/news/trade/');
    expect(page.text).toContain('>500多亿');
    const style = /href="([^"]+style\.css)"/.exec(page.text)?.[1] ?? '';
    const css = await sent(desk, new URL(style, `${desk.url}/site/zh/news/trade/`).pathname);
    const font = /url\((fonts\/[^)]+)\)/.exec(css.text)?.[1] ?? '';
    expect((await sent(desk, `/site/zh/assets/${font}`)).headers['content-type']).toMatch(/^font\//);
    const built = await desk.run(['build', '--quiet']);
    expect(built.code, built.stderr).toBe(1);
    const files = await desk.files('dist/zh');
    const written = Buffer.from(files['dist/zh/news/trade/index.html'] ?? '', 'latin1').toString();
    // But for what is known only when all is made: the names of fonts, and how large PDFs are.
    const known = written.replace(/<link rel="preload"[^>]*>\n/g, '').replace(/>\d+\u00a0kB/g, '>');
    expect(page.text).toBe(known);
  });

  test('the PDF of a document, printed when it is asked for', async () => {
    const desk = await openDesk(journal);
    const { text, headers } = await sent(desk, '/site/ru/news/trade.pdf');
    expect(headers['content-type']).toBe('application/pdf');
    expect(text).toMatch(/^%PDF-/);
    expect((await sent(desk, '/site/ru/nothing.pdf')).status).toBe(404);
  });

  test('nothing may be loaded from elsewhere, and no page may be framed elsewhere', async () => {
    const desk = await openDesk(journal);
    const policy = String((await sent(desk, '/review/news/trade')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const site = String((await sent(desk, '/site/en/about/')).headers['content-security-policy']);
    expect(site).toContain("default-src 'self'");
    expect(site).not.toMatch(/https?:|\*|unsafe-eval'(?<!wasm-unsafe-eval')/);
  });

  test('every answer says that it is for this server’s own pages only', async () => {
    const desk = await openDesk(journal);
    for (const path of ['/', '/ledger', '/site/en/', '/rows/about', '/desk/live.js', '/nothing']) {
      const { headers } = await sent(desk, path);
      expect(headers, path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
      });
    }
  });

  test.each([
    ['[html]', ['web']],
    ['[edition]', ['pdf']],
    ['[html, pdf]', ['web', 'pdf']],
  ])('what is read is what the settings ask for: %s', async (outputs, forms) => {
    const settings = `locales: [en, zh, ru]\noutputs: ${outputs}\n`;
    const desk = await openDesk({ ...journal, 'hexapla.yaml': settings });
    const { text } = await sent(desk, '/read/en/about');
    expect([...text.matchAll(/name="as" value="(\w+)"/g)].map(([, form]) => form)).toEqual(forms);
    expect(text.includes('<iframe')).toBe(forms.includes('web'));
  });

  test.each([
    ['ru-RU,ru;q=0.9,en;q=0.5', 'ru'],
    ['fr, zh-CN;q=0.8, en;q=0.4', 'zh'],
    ['en;q=0.2, ru;q=0', 'en'],
    ['fr', 'en'],
  ])('in the language that the reader likes best: %s', async (accept, tongue) => {
    const desk = await openDesk(journal);
    expect((await sent(desk, '/', { 'Accept-Language': accept })).text).toContain(`<html lang="${tongue}"`);
  });

  test('a language that was chosen is kept', async () => {
    const desk = await openDesk(journal);
    const { headers } = await sent(desk, '/?ui=zh', { 'Accept-Language': 'ru' });
    const [cookie = ''] = headers['set-cookie'] ?? [];
    const later = await sent(desk, '/', { 'Accept-Language': 'ru', Cookie: cookie.split(';')[0] ?? '' });
    expect(later.text).toContain('<html lang="zh"');
  });

  test('figures are searched, sorted by their exact values, and turned over', async () => {
    const desk = await openDesk(journal);
    const values = async (query: string) => {
      const { text } = await sent(desk, `/ledger?ui=en&${query}`);
      return [...text.matchAll(/<th scope="row">([^<]+)<\/th>/g)].map(([, value]) => value);
    };
    expect(await values('q=50,000,000,000')).toEqual(['&gt; 50,000,000,000\u202fUSD']);
    expect(await values('q=4.6%E4%BA%BF')).toEqual(['460,000,000\u202fUSD']);
    expect(await values('state=differs')).toEqual(['460,000,000\u202fUSD']);
    const money = (all: readonly (string | undefined)[]) => all.filter((value) => value?.endsWith('USD'));
    expect(money(await values('sort=value'))).toEqual(['460,000,000\u202fUSD', '&gt; 50,000,000,000\u202fUSD']);
    expect(money(await values('sort=value&down=1'))).toEqual(['&gt; 50,000,000,000\u202fUSD', '460,000,000\u202fUSD']);
  });
});

describe('what is written while it serves', () => {
  test('a changed paragraph, and only its page', async () => {
    const desk = await openDesk(journal);
    await desk.held.settled();
    const told = desk.told('texts');
    await desk.write({ 'content/en/about.md': '---\ntitle: About\n---\nA weekly journal.\n' });
    expect(await told).toEqual({ kind: 'texts', slugs: ['about'] });
    expect((await sent(desk, '/site/en/about/')).text).toContain('A weekly journal.');
  });

  test('settings that are no YAML: the page says where, what was there stays, and it recovers', async () => {
    const desk = await openDesk(journal);
    await desk.held.settled();
    const trouble = desk.told('trouble');
    await desk.write({ 'hexapla.yaml': 'source: en\nlocales: [en, zh\n  ru: [\n' });
    await trouble;
    const page = await sent(desk, '/?ui=en');
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/hexapla\.yaml:\d+:\d+: this is not YAML/);
    expect(page.text).toMatch(/vscode:\/\/file\/[^"]+hexapla\.yaml:\d+:\d+/);
    expect((await sent(desk, '/site/en/about/')).text).toContain('A journal.');
    const all = desk.told('all');
    await desk.write({ 'hexapla.yaml': 'source: en\nlocales: [en, ru]\n' });
    await all;
    const mended = await sent(desk, '/?ui=en');
    expect(mended.text).not.toContain('class="trouble"');
    expect(mended.text).not.toContain('/read/zh/');
  });

  test('front matter, strings and templates that are broken, and mended', async () => {
    const desk = await openDesk(journal);
    await desk.held.settled();
    let next = desk.told('trouble');
    await desk.write({ 'content/ru/about.md': '---\ntitle: [О журнале\n---\nЖурнал.\n' });
    await next;
    expect((await sent(desk, '/?ui=en')).text).toContain('content/ru/about.md:');
    expect((await sent(desk, '/review/news/trade')).text).toContain('class="finding error"');
    // That it is gone is told too.
    next = desk.told('trouble');
    await desk.write({ 'content/ru/about.md': '---\ntitle: О журнале\n---\nЖурнал.\n' });
    await next;
    expect(desk.held.trouble()).toBeUndefined();
    next = desk.told('trouble');
    await desk.write({ 'content/ru/strings.json': '{ "publication": { "name": \n' });
    await next;
    expect((await sent(desk, '/')).text).toContain('content/ru/strings.json:');
    next = desk.told('all');
    await desk.write({
      'content/ru/strings.json': '{ "publication": { "name": "Столбцы" } }\n',
      'templates/article.liquid': 'x {{ document.tilte }}\n',
    });
    await next;
    await desk.held.settled();
    const broken = await sent(desk, '/site/en/about/');
    expect(broken.status).toBe(500);
    expect(broken.text).toContain('templates/article.liquid:1:6: there is no variable document.tilte');
    expect(broken.text).toContain('Did you mean document.title?');
    next = desk.told('all');
    await desk.write({ 'templates/article.liquid': 'now {{ document.title }}\n' });
    await next;
    expect((await sent(desk, '/site/en/about/')).text).toBe('now About\n');
  });

  test('styles of one’s own are shown as they are saved', async () => {
    const desk = await openDesk({ ...journal, 'templates/styles/site.css': 'p { color: red }' });
    expect((await sent(desk, '/site/en/assets/style.css')).text).toContain('p { color: red }');
    const next = desk.told('all');
    await desk.write({ 'templates/styles/site.css': 'p { color: blue }' });
    await next;
    expect((await sent(desk, '/site/en/assets/style.css')).text).toContain('p { color: blue }');
  });

  test('documents that come and go, are emptied, or are no text', async () => {
    const desk = await openDesk(journal);
    await desk.held.settled();
    const file = join(desk.folder, 'content/ru/about.md');
    let next = desk.told('all');
    await rm(file);
    await next;
    await desk.held.settled();
    // The site shows the source’s text in its place.
    expect((await sent(desk, '/site/ru/about/')).text).toContain('A journal.');
    expect((await sent(desk, '/site/ru/nothing/')).status).toBe(404);
    expect(desk.held.findings().map(({ rule }) => rule)).toContain('documents/missing');
    next = desk.told('all');
    await desk.write({ 'content/ru/about.md': '---\ntitle: О журнале\n---\nСнова.\n' });
    await next;
    expect((await sent(desk, '/site/ru/about/')).text).toContain('Снова.');
    next = desk.told('texts');
    await writeFile(file, '');
    await next;
    expect((await sent(desk, '/review/about')).status).toBe(200);
    next = desk.told('trouble');
    await writeFile(file, Uint8Array.of(0xff, 0xfe, 0xd8, 0x00, 0x41));
    await next;
    expect((await sent(desk, '/review/about')).text).toContain('content/ru/about.md');
    next = desk.told('all');
    await desk.write({ 'content/ru/about.md': '---\ntitle: О журнале\n---\nЕщё раз.\n' });
    await next;
    expect((await sent(desk, '/site/ru/about/')).text).toContain('Ещё раз.');
  });

  test('a publication that has no content yet is waited for', async () => {
    const desk = await openDesk({ 'hexapla.yaml': '' });
    expect((await sent(desk, '/?ui=en')).text).toContain('content/: there is no such folder');
    const next = desk.told('all');
    await desk.write({ 'content/en/a.md': '---\ntitle: A\n---\nHere.\n' });
    await next;
    expect((await sent(desk, '/site/en/a/')).text).toContain('Here.');
  });
});

describe('corrections', () => {
  const wrong = 'content/ru/news/trade.md';

  async function fixed(desk: Opened): Promise<Awaited<ReturnType<typeof sent>>> {
    await desk.held.settled();
    const id = /data-fix="(\w+)"/.exec((await sent(desk, '/review/news/trade')).text)?.[1];
    const { host } = new URL(desk.url);
    const headers = {
      Origin: `http://${host}`,
      'Content-Type': 'application/json',
      'X-Hexapla-Token': await tokenOf(desk),
    };
    return sent(desk, '/fix', headers, JSON.stringify({ finding: id }));
  }

  test.each([
    ['as it is', (text: string) => text],
    ['with a byte order mark and CRLF', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ])('change nothing but their figure: a file %s', async (_, form) => {
    const before = form(String(journal[wrong]));
    const desk = await openDesk({ ...journal, [wrong]: before });
    expect(await fixed(desk)).toMatchObject({ status: 200 });
    const after = Buffer.from((await desk.files('content'))[wrong] ?? '', 'latin1').toString();
    expect(after).toBe(before.replace('460 млрд', '460 млн'));
    expect((await sent(desk, '/site/ru/news/trade/')).text).toContain('млн');
  });

  test('are refused for a file that has changed unseen', async () => {
    const desk = await openDesk(journal);
    await desk.held.settled();
    // Held back: the desk does not know yet.
    const { text } = await sent(desk, '/review/news/trade');
    const id = /data-fix="(\w+)"/.exec(text)?.[1];
    const other = `${journal[wrong]}\nЕщё абзац.\n`;
    await writeFile(join(desk.folder, wrong), other);
    const { host } = new URL(desk.url);
    const headers = {
      Origin: `http://${host}`,
      'Content-Type': 'application/json',
      'X-Hexapla-Token': /name="token" content="([^"]+)"/.exec(text)?.[1] ?? '',
    };
    const answer = await sent(desk, '/fix', headers, JSON.stringify({ finding: id }));
    const now = Buffer.from((await desk.files('content'))[wrong] ?? '', 'latin1').toString();
    // Either it was refused, or the desk had seen the new text first and corrected that.
    expect(answer.status === 409 ? now : now.replace('460 млн', '460 млрд'), answer.text).toBe(other);
  });

  test('that nobody offered are refused', async () => {
    const desk = await openDesk(journal);
    await desk.held.settled();
    const { host } = new URL(desk.url);
    const headers = {
      Origin: `http://${host}`,
      'Content-Type': 'application/json',
      'X-Hexapla-Token': await tokenOf(desk),
    };
    expect((await sent(desk, '/fix', headers, '{"finding":"0123456789ab"}')).status).toBe(409);
    expect((await sent(desk, '/fix', headers, '{"finding":7}')).status).toBe(400);
    expect((await sent(desk, '/fix', headers, 'no JSON')).status).toBe(400);
  });

  test.skipIf(process.getuid?.() === 0)('say why they cannot be written', async () => {
    const desk = await openDesk(journal);
    await chmod(join(desk.folder, wrong), 0o444);
    expect(await fixed(desk)).toMatchObject({ status: 409, text: expect.stringContaining('cannot be written') });
  });
});
