import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import {
  addBaseline,
  addCommon,
  type Common,
  examples,
  failOn,
  locales,
  oneLocale,
  portOf,
  positive,
  REPORTS,
  reportTo,
  uncached,
} from './options.ts';
import { Interrupted, UserError } from './trouble.ts';

/** What `check` may be told besides. */
interface Correcting {
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

const { version, bugs } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const interruption = listen();
surviveClosedPipes();
await main(process.argv.slice(2));

/** Reads the command line, runs the command, and turns every end into its exit code (contract, Exit codes). */
async function main(words: readonly string[]): Promise<void> {
  process.on('uncaughtException', (error) => {
    end(error);
    interruption.abort(error);
  });
  try {
    await program().parseAsync(words.length === 0 ? ['--help'] : words, { from: 'user' });
  } catch (error) {
    end(error);
  }
}

function program(): Command {
  const hexapla = new Command('hexapla')
    .description(
      'One source and its translations in; an HTML and a PDF edition for each language out, with the figures proven to agree.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureHelp({ showGlobalOptions: false })
    .configureOutput({ writeErr: () => {} })
    .exitOverride()
    .addHelpText(
      'after',
      examples('hexapla init my-journal', 'hexapla check', 'hexapla build my-journal --locale zh') +
        '\nExit codes: 0 done; 1 done, with findings; 2 something given cannot be read; 3 the surroundings failed;\n130 interrupted.\n\nhexapla <command> --help tells more of a command.',
    );
  addInit(hexapla);
  addCheck(hexapla);
  addBuild(hexapla);
  addFigures(hexapla);
  addStatus(hexapla);
  addAccept(hexapla);
  addExchange(hexapla);
  addTerms(hexapla);
  addPreview(hexapla);
  return hexapla;
}

function addInit(hexapla: Command): void {
  hexapla
    .command('init')
    .summary('begin a publication: a small one that builds and checks clean')
    .description('Writes a small publication that builds and checks clean.')
    .argument('[folder]', 'where to write it', '.')
    .addOption(locales('a language to begin with, the first is the source; repeatable (default: en, ru, zh)'))
    .addHelpText('after', examples('hexapla init', 'hexapla init my-journal --locale en --locale ru'))
    .action(async (folder: string, options: Pick<Common, 'locale'>) => {
      const { init } = await import('./commands/init.ts');
      init(folder, options);
    });
}

function addCheck(hexapla: Command): void {
  const command = hexapla
    .command('check')
    .summary('compare the editions; writes nothing but the report')
    .description(
      'Runs every check over the publication. Writes nothing but the report, and with --fix the corrections that are certain.',
    )
    .addOption(reportTo())
    .option('--fix', 'correct figures where it is certain what the translation has to say')
    .option('--dry-run', 'show these corrections as a patch instead, and write nothing')
    .addHelpText(
      'after',
      examples(
        'hexapla check',
        'hexapla check --locale zh --only "news/*"',
        'hexapla check --format json --output report.json',
        'hexapla check --report sarif=findings.sarif --report html=findings.html',
        'hexapla check --write-baseline baseline.json',
        'hexapla check --baseline baseline.json',
        'hexapla check --dry-run',
        'hexapla check --fix',
      ),
    );
  addCommon(addBaseline(command)).action(async (publication: string, options: Common & Correcting) => {
    const { check } = await import('./commands/check.ts');
    finish(await check(publication, options, interruption.signal));
  });
}

function addBuild(hexapla: Command): void {
  const command = hexapla
    .command('build')
    .summary('check, then HTML and PDF into dist/')
    .description('Checks the publication, then writes its HTML and PDF editions into dist/.')
    .addOption(reportTo())
    .addOption(new Option('--jobs <n>', 'pages that print at once (default: 2)').argParser(positive))
    .option('--no-check', 'only make the files: nothing is compared or proven, and there is no ledger')
    .option('--watch', 'build again what a changed file changes, until Ctrl-C')
    .addHelpText(
      'after',
      examples(
        'hexapla build',
        'hexapla build my-journal --locale ru',
        'hexapla build --fail-on warning',
        'hexapla build --watch',
      ),
    );
  addCommon(addBaseline(command)).action(async (publication: string, options: Common & Printing) => {
    const { build, buildOnChange } = await import('./commands/build.ts');
    const { signal } = interruption;
    if (options.watch) await buildOnChange(publication, options, signal, (error) => process.stderr.write(told(error)));
    else finish(await build(publication, options, signal));
  });
}

/** What `build` may be told besides. */
interface Printing {
  readonly jobs?: number;
  readonly watch?: boolean;
}

/** What `figures` may be told besides. */
interface OfText {
  readonly text?: boolean;
}

function addFigures(hexapla: Command): void {
  hexapla
    .command('figures')
    .summary('the ledger: every figure, and where each edition says it')
    .description(
      'Writes the ledger of the publication: every figure, its value, and where and how each edition says it.\nWith --text, reads text on standard input instead and writes the figures in it, one JSON object a line.',
    )
    .argument('[publication]', 'folder of the publication', '.')
    .option('--text', 'read the text on standard input; --locale names its language')
    .addOption(locales('only this language; repeatable'))
    .option('--only <glob>', 'only these documents, by their path below the language: "news/*"')
    .option('--format <name>', 'form of the ledger: pretty, json, csv or html', 'pretty')
    .option('--output <file>', 'write the ledger to a file instead of standard output')
    .option('--quiet', 'no progress')
    .option('--no-color', 'no colours; the ledger has none')
    .addOption(uncached())
    .addHelpText(
      'after',
      examples(
        'hexapla figures',
        'hexapla figures --format html --output ledger.html',
        'hexapla figures --format csv --only "news/*" > ledger.csv',
        'hexapla figures --text --locale ru < article.txt',
        'echo "more than US$90 billion" | hexapla figures --text --locale en',
      ),
    )
    .action(async (publication: string, options: Common & OfText) => {
      const { figures, figuresOfText } = await import('./commands/figures.ts');
      if (options.text) await figuresOfText(oneLocale(options), interruption.signal);
      else finish(await figures(publication, options, interruption.signal));
    });
}

function addStatus(hexapla: Command): void {
  const command = hexapla
    .command('status')
    .summary('which translations are up to date with their source')
    .description(
      'Tells for each document and language what is up to date, stale (which passages, and what changed in the source),\nmissing, extra or left untranslated. Writes nothing but that.',
    )
    .addHelpText(
      'after',
      examples(
        'hexapla status',
        'hexapla status --locale zh --only "news/*"',
        'hexapla status --format html --output status.html',
        'hexapla status --fail-on warning',
      ),
    );
  addCommon(command, 'the status: pretty, json, html or github').action(
    async (publication: string, options: Common) => {
      const { status } = await import('./commands/status.ts');
      finish(await status(publication, options, interruption.signal));
    },
  );
}

function addAccept(hexapla: Command): void {
  hexapla
    .command('accept')
    .summary('record translations as up to date with their source')
    .description(
      'Records in content/<language>/translations.lock that translations are up to date with their source: of all documents,\nor of those that are named, by slug or path, or of the passage at a place: content/zh/article.md:19.',
    )
    .argument('[publication]', 'folder of the publication', '.')
    .argument('[passages...]', 'documents or places to accept; all, if none is named')
    .addOption(locales('only this language; repeatable'))
    .option('--only <glob>', 'only these documents, by their path below the language: "news/*"')
    .option('--quiet', 'no progress, and nothing said of what was recorded')
    .option('--no-color', 'no colours; there are none')
    .addOption(uncached())
    .addHelpText(
      'after',
      examples(
        'hexapla accept',
        'hexapla accept --locale zh news/a',
        'hexapla accept content/zh/article.md:19',
        'hexapla accept my-journal news/a',
      ),
    )
    .action(async (publication: string, passages: readonly string[], options: Common) => {
      const { accept } = await import('./commands/accept.ts');
      finish(await accept([publication, ...passages], options, interruption.signal));
    });
}

/** What `exchange` may be told besides. */
interface Exchanging extends Common {
  readonly onlyStale?: boolean;
  readonly accept?: boolean;
}

function addExchange(hexapla: Command): void {
  const exchange = hexapla
    .command('exchange')
    .summary('files for translators: XLIFF and PO, out and back in')
    .description('Writes a language’s texts as one file for a translator’s tool, and takes it back into the Markdown.')
    .addHelpText(
      'after',
      examples(
        'hexapla exchange export --locale zh --output zh.xlf',
        'hexapla exchange export --locale ru --only-stale --format po --output ru.po',
        'hexapla exchange import zh.xlf --locale zh',
      ),
    );
  exchange.allowExcessArguments().action(() => alone(exchange));
  exchange
    .command('export')
    .summary('write one file for a translator’s tool')
    .description(
      'Writes one file with the passages of a language’s documents and the strings of templates: what the source says, what the translation says so far, and whether that is up to date.',
    )
    .argument('[publication]', 'folder of the publication', '.')
    .addOption(locales('the language to translate into'))
    .option('--only <glob>', 'only these documents, by their path below the language: "news/*"')
    .option('--only-stale', 'only what is missing, untranslated, or whose source has changed')
    .option('--format <name>', 'form of the file: xliff (2.1), xliff12 (1.2) or po', 'xliff')
    .option('--output <file>', 'write to a file instead of standard output')
    .option('--quiet', 'no progress, and nothing said of what was written')
    .option('--no-color', 'no colours; there are none')
    .addOption(uncached())
    .addHelpText('after', examples('hexapla exchange export --locale zh --output zh.xlf'))
    .action(async (publication: string, options: Exchanging) => {
      const { exportExchange } = await import('./commands/exchange.ts');
      finish(await exportExchange(publication, options, interruption.signal));
    });
  exchange
    .command('import')
    .summary('take a file back into the Markdown')
    .description(
      'Writes the translations of a file into the Markdown and the strings: only what was changed, each unit for itself. What is wrong with a unit, such as a lost code, is a finding, and that unit is left as it was.',
    )
    .argument('<file>', 'the file that came back: XLIFF 2, XLIFF 1.2 or PO')
    .argument('[publication]', 'folder of the publication', '.')
    .addOption(locales('the language that it translates into (default: as the file says)'))
    .option('--no-accept', 'do not record what was imported as up to date with its source')
    .option('--format <name>', `form of the report: ${REPORTS}`, 'pretty')
    .option('--output <file>', 'write the report to a file instead of standard output')
    .addOption(failOn())
    .option('--quiet', 'no progress, and nothing said of what was written')
    .option('--no-color', 'no colours, also not on a terminal')
    .addOption(uncached())
    .addHelpText(
      'after',
      examples('hexapla exchange import zh.xlf --locale zh', 'hexapla exchange import ru.po my-journal'),
    )
    .action(async (file: string, publication: string, options: Exchanging) => {
      const { importExchange } = await import('./commands/exchange.ts');
      finish(await importExchange(file, publication, options, interruption.signal));
    });
}

function addTerms(hexapla: Command): void {
  const terms = hexapla
    .command('terms')
    .summary('the glossary, content/terms.yaml')
    .description('Keeps the glossary of a publication, content/terms.yaml.')
    .addHelpText(
      'after',
      examples('hexapla terms import glossary.tbx', 'hexapla terms import glossary.csv my-journal'),
    );
  terms.allowExcessArguments().action(() => alone(terms));
  terms
    .command('import')
    .summary('take somebody’s terminology over into it')
    .description(
      'Adds the concepts of a terminology, and terms that those of the glossary lack. What is there stays as it is. A table has a head such as: id,definition,en,zh,ru,ru forbidden; several terms in a cell have | between.',
    )
    .argument('<file>', 'the terminology: TBX (ISO 30042) or CSV')
    .argument('[publication]', 'folder of the publication', '.')
    .option('--quiet', 'say nothing of what was added')
    .option('--no-color', 'no colours; there are none')
    .addOption(uncached())
    .action(async (file: string, publication: string, options: Common) => {
      const { importTerms } = await import('./commands/terms.ts');
      finish(await importTerms(file, publication, options, interruption.signal));
    });
}

/** A command that has commands of its own, without one of them. */
function alone(group: Command): void {
  const [word] = group.args;
  const names = group.commands.map((command) => command.name()).join(', ');
  if (word === undefined) group.outputHelp();
  else
    throw new UserError(
      `there is no command “${group.name()} ${word}”; expected one of ${names}`,
      `hexapla ${group.name()} --help tells more.`,
    );
}

function addPreview(hexapla: Command): void {
  hexapla
    .command('preview')
    .summary('read and review the editions in a browser, live')
    .description(
      'Serves the editions as they will be published, and the review desk: languages side by side, every figure joined to\nits counterparts, findings in the margin. To this machine only; what is saved is shown at once. Ctrl-C ends it.',
    )
    .argument('[publication]', 'folder of the publication', '.')
    .addOption(new Option('--port <n>', 'port to listen at; 0 for any that is free').default(4747).argParser(portOf))
    .option(
      '--editor <name>',
      'editor that findings open in: code, zed, idea … or an address with {path} {line} {column}',
    )
    .option('--quiet', 'say nothing but the address')
    .addOption(uncached())
    .addHelpText(
      'after',
      examples('hexapla preview', 'hexapla preview my-journal --port 0', 'hexapla preview --editor idea'),
    )
    .action(async (publication: string, options: Serving) => {
      const { preview } = await import('./commands/preview.ts');
      await preview(publication, options, interruption.signal);
    });
}

/** What `preview` may be told. */
interface Serving {
  readonly port: number;
  readonly editor?: string;
  readonly quiet?: boolean;
  readonly cache: boolean;
}

/** The first end counts: what fails while the rest is being tidied up is no news. */
function finish(code: number, text?: string): void {
  if (process.exitCode !== undefined) return;
  process.exitCode = code;
  if (text !== undefined) process.stderr.write(text);
}

function end(error: unknown): void {
  // Help and version end by an error too, one that is none.
  if (error instanceof CommanderError && error.exitCode === 0) return;
  const trouble = error instanceof CommanderError ? misspelt(error) : error;
  if (interruption.signal.aborted) finish(130, 'Interrupted. What was there before is there still.\n');
  else finish(trouble instanceof UserError ? trouble.code : 3, told(trouble));
}

/** What is, and what to do; of a mistake of ours, where. */
function told(error: unknown): string {
  if (error instanceof UserError) return `Not done: ${error.message}\nWhat to do: ${error.hint}\n`;
  return `${error instanceof Error ? error.stack : error}\n${request()}\n`;
}

/** What we ask of someone who met a mistake of ours. */
function request(): string {
  const place = typeof bugs?.url === 'string' ? ` at ${bugs.url}` : '';
  const versions = `hexapla ${version}, Node ${process.versions.node}, ${process.platform}`;
  return `This is a mistake in Hexapla, not in your text. Please report it${place}, with the lines above and these versions: ${versions}.`;
}

/** What commander says of a command line, in our two lines. */
function misspelt(error: CommanderError): UserError {
  const [said = '', suggestion = ''] = error.message.replace(/^error: /, '').split('\n');
  const meant = /^\((.*)\)$/.exec(suggestion)?.[1];
  return new UserError(said, meant ?? 'hexapla --help lists the commands, hexapla <command> --help their options.');
}

/** The first signal asks the run to end and tidy up; one that comes later ends it at once. */
function listen(): AbortController {
  const controller = new AbortController();
  let first: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // A terminal tells the whole group, npm passes it on: the same keystroke may arrive twice.
      if (first !== undefined && performance.now() - first > 500) {
        process.removeAllListeners(signal);
        process.kill(process.pid, signal);
      }
      first ??= performance.now();
      controller.abort(new Interrupted());
    });
  }
  return controller;
}

/** `hexapla check | head` closes the pipe when it has seen enough: no trouble of ours. */
function surviveClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
