import type { Catalogue } from './catalogue.ts';
import type { Artifact, Typeset } from './made.ts';
import type { Draft, Ledger, Report, Settings, Severity, Source, Work } from './model.ts';

/** One kind of output. A new format is one new file and its name in `formats/index.ts`. */
export interface Format {
  readonly id: string;
  /** Font container that it wants: `ttf` embeds cleanly in a PDF, `woff2` is small on the web. */
  readonly fonts: 'ttf' | 'woff2';
  /** These outputs of the settings are about to be made. */
  expect?(outputs: Settings['outputs'], host: Host): void;
  /** The files of these pages; whoever asks for one has it made, and several may be at once. */
  print(typeset: Typeset, at: Press): AsyncIterable<Making>;
}

/** Where pages are printed. */
export interface Press {
  readonly host: Host;
  /** Bytes of the PDFs that this build makes, by path below `dist/`. */
  readonly sizes: { get(path: string): Promise<number | undefined> };
}

/** Makes a file. */
export type Making = () => Promise<Artifact>;

/** A font file of a package. */
export interface FontFile {
  readonly package: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** Has it a glyph for this code point? */
  has(codePoint: number): boolean;
  /** Cut to these characters; the same characters give the same bytes. */
  subset(characters: string, container: 'ttf' | 'woff2'): Promise<Uint8Array>;
}

/** One page to print. It is complete: fonts and images inline; nothing is fetched. */
export interface PrintJob {
  readonly html: string;
  /** The style sheet before all of its own: its fonts. The browser keeps them for the next page that has the same. */
  readonly fonts?: string;
  readonly title: string;
  readonly locale: string;
  /** ISO 8601 date written into the PDF instead of the clock's. */
  readonly date?: string;
  /** How many pages it has, as far as that is known: for documents that share a print. */
  readonly pages?: number;
}

/** A printed document. */
export interface Printed {
  /** As the browser wrote it, with the time of day and names of its own. */
  readonly bytes: Uint8Array;
  /** The time that its PDF is to bear, ISO 8601. */
  readonly date?: string;
  /** Text of each link that is to be seen, in the order of the document: its PDF must say it (ISO 14289-1, 7.18.5). */
  readonly links: readonly string[];
  /** Text of each heading that is to be seen, in the order of the document. */
  readonly heads: readonly string[];
}

/** A print of several documents, one behind the other; who splits it takes `ids` of each off the names of its destinations. */
export interface Shared {
  readonly bytes: Uint8Array;
  /** Width and height of the blank page between two documents, in points: no other page is of this size. */
  readonly gap: readonly [number, number];
  readonly documents: readonly SharedDocument[];
}

/** One of several in a print, in the order in which they stand there. */
export interface SharedDocument extends Omit<Printed, 'bytes'> {
  /** Its number among those that were to be printed. */
  readonly job: number;
  /** What stands before its ids. */
  readonly ids: string;
  /** How many pages it says that it has. */
  readonly pages: number;
}

/** What came of documents that were to share a print. */
export interface Sharing {
  /** One, as a rule: each has its own after the browser has failed over all of them twice. */
  readonly prints: readonly Shared[];
  /** Numbers of those that have to be printed alone, by `pdf`, which also says what is wrong with them. */
  readonly alone: readonly number[];
}

/** A file as a commit of git's has it. */
export interface Version {
  readonly commit: string;
  readonly author: string;
  /** ISO 8601, of the author's. */
  readonly date: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * What earlier runs of the same programs have made, by a sum of all else that went into it. Never a failure: what is not
 * there is made again.
 */
export interface Kept {
  /** As far as a look at the names shows. */
  has(key: string): boolean;
  get(key: string): Promise<Uint8Array | undefined>;
  put(key: string, bytes: Uint8Array): Promise<void>;
}

/** The one door to the world: files, fonts, browser. Paths are relative to the publication. */
export interface Host {
  /** Stops what is under way when the user interrupts. */
  readonly signal: AbortSignal;
  /** Which day it is, ISO 8601: `2027-03-31`. */
  today(): string;
  /** The commit that the publication was taken from, where whoever started the build says it. */
  readonly revision?: string;
  /** Every file below `folder`, sorted by code unit, with `/`; empty if there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Names of the folders directly below `folder` (`''`: the publication), sorted; hidden ones are left out. */
  folders(folder: string): Promise<readonly string[]>;
  /** Bytes of a file of the publication; undefined if there is none. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** A text file of the publication, UTF-8, without its byte order mark; undefined if there is none. */
  text(path: string): Promise<Source | undefined>;
  /**
   * The same, read anew each time that its text is asked for: of very many none is held. Asking throws UserError 3 once it
   * is another text than it was.
   */
  textAnew(path: string): Promise<Source | undefined>;
  /** Text of a theme file: the publication's own `templates/` first, then the built-in theme; with the path for messages. */
  template(name: string): Promise<Source | undefined>;
  /** Names of all theme files, the publication's own and those that ship, sorted. */
  templates(): Promise<readonly string[]>;
  /**
   * Replaces a text that is still `before`, byte for byte, or makes the file where there is none (undefined): written aside,
   * then renamed. Throws UserError 3 if it is another by now.
   */
  rewrite(path: string, before: string | undefined, after: string): Promise<void>;
  /** The versions of a file that git has, the newest first; none where there is no git. */
  versions(path: string): AsyncIterable<Version>;
  /** What an earlier run has kept by this name; undefined if that is gone, or nothing is to be kept. Never a failure. */
  recall(name: string): Promise<string | undefined>;
  /** Keeps a text for later runs, if it can. */
  remember(name: string, text: string): Promise<void>;
  /** What is printed, and what was found in it; undefined where nothing is to be kept, or nobody knows who prints. */
  kept(): Promise<Kept | undefined>;
  /** What the last whole build told, where nothing that it read and nothing that it wrote is another by now. */
  recallBuild(): Promise<string | undefined>;
  /** Keeps what this one tells, which is in place; it has asked for the last one's before it read anything. */
  rememberBuild(told: string): Promise<void>;
  /** The faces of a font package, regular and bold, upright and italic where it has them. */
  fonts(packageName: string): Promise<readonly FontFile[]>;
  /** Fonts are about to be cut: the thread that does it may start. */
  expectFonts(): void;
  /** Pages are about to be printed: the browser may start. Resolves when its process is there, or cannot be. */
  expectPages(): Promise<void>;
  /** Prints; the browser starts at the first job, if it has not. */
  pdf(job: PrintJob): Promise<Printed>;
  /** Prints several documents with the same fonts at once, which costs much less than one after the other. */
  share(jobs: readonly PrintJob[]): Promise<Sharing>;
  /** The files of an index of these pages of one language, for browsers. Throws UserError 3 where none can be made. */
  search(
    locale: string,
    pages: readonly { readonly path: string; readonly html: string }[],
  ): Promise<readonly { readonly path: string; readonly bytes: Uint8Array }[]>;
  /** Writes aside; nothing is seen in the output folder until `commit`. */
  write(artifact: Artifact): Promise<void>;
  /**
   * Renames all that was written into place. `whole` says that this was all there is to write:
   * what an earlier build left there and this one did not make is then removed. Says how many were put in place: those that
   * are known to stand there already are not. Of what was made before, what is `gone` is removed too.
   */
  commit(whole: boolean, gone?: (path: string) => boolean): Promise<number>;
  /** Whether what was put into the output folder before still stands there, as far as a look at some of it shows. */
  stands(): boolean;
  /** Gives back browser, temporary folders and locks; safe to call twice. */
  close(): Promise<void>;
  /** Work of this weight (see `Job`) is about to be spread: other threads may get ready while this one prepares it. */
  expect<Share, Result>(job: Job<Share, Result>, weight: number): void;
  /**
   * Does pure work on all cores. The results come in the order of the shares. `apart`: this thread, which has somebody to
   * serve, does none of it where that is worth another.
   */
  spread<Share, Result>(job: Job<Share, Result>, shares: readonly Share[], apart?: boolean): AsyncIterable<Result>;
  /** This job is about to be done on the other thread, which may get ready for it. */
  expectAside<Share, Result>(job: Job<Share, Result>): void;
  /** Does pure work on one other thread, a share after the other, while this one goes on. */
  aside<Share, Result>(job: Job<Share, Result>, share: Share): Promise<Result>;
  /** Says how far the work is; shown on standard error. */
  progress(event: Progress): void;
}

/** What of the world is only read: each thread has a door of its own to it. */
export type Reader = Pick<Host, 'read' | 'text' | 'list' | 'template' | 'templates'>;

/** Work that any thread may do: from a share that can be copied to a result that can be. */
export interface Job<Share, Result> {
  /** URL of the module that exports it, and its name there. */
  readonly module: string;
  readonly name: string;
  /** `files` are those of the publication; there are none for work that is done aside. */
  run(share: Share, files?: Reader): Result | Promise<Result>;
  /** Loads what only those load who do it. */
  load?(): Promise<unknown>;
  /** How much work a share is, in characters of text: for little, no other thread is worth its start. */
  weigh(share: Share): number;
  /** What a share is, for who has to be told that it was too much: `content/en/a.md`. */
  describe?(share: Share): string;
}

export interface Progress {
  readonly stage: string;
  readonly done?: number;
  readonly of?: number;
  readonly detail?: string;
}

/** How a report is to be shown. */
export interface View {
  readonly color: boolean;
  /** The text of a source file, to quote the line that a finding stands in. */
  text(path: string): string | undefined;
  /** Findings of this severity or above are failures. */
  readonly failOn: Severity;
  /** What the rules of each family hold, the checks first. */
  readonly families: readonly Family[];
  /** Version of Hexapla. */
  readonly version: string;
  /** What stands before a path for a reader who does not count from the publication: `docs/journal/`, as a rule nothing. */
  readonly base: string;
}

/** What the rules of one family hold: `figures/value` is of the family `figures`. */
export interface Family {
  /** First part of its rules' names, or the whole name of one. */
  readonly id: string;
  /** One sentence. */
  readonly promise: string;
  /** A check's, which looks at each document; what only reading, making or recording shows is none. */
  readonly isCheck: boolean;
}

/** One form of report. A new one is one new file and its name in `reports/index.ts`. */
export interface ReportFormat {
  readonly id: string;
  print(report: Report, view: View): string;
  /** The same in Markdown, for the page on which a CI system sums up a run. */
  summary?(report: Report, view: View): string;
}

/** A small publication and the findings it must give: a check's manual and its test. */
export interface Example {
  readonly title: string;
  /** Path below the publication → text, e.g. `content/en/a.md`. */
  readonly files: Readonly<Record<string, string>>;
  /** `file:line:column rule`, in order; empty for a clean publication. */
  readonly findings: readonly string[];
}

/** One kind of mistake. A new check is one new file and its name in `checks/index.ts`. */
export interface Check {
  /** First part of its rules' names: `figures`, `links` … */
  readonly id: string;
  /** One sentence: its line in the README. */
  readonly promise: string;
  readonly examples: readonly Example[];
  /** What one document in all its languages shows. Asked for each, in any order and on any thread. */
  compare?(work: Work): Iterable<Draft>;
  /** What only the whole publication shows. Asked once, when all its documents have been looked at. */
  find?(catalogue: Catalogue): Iterable<Draft>;
}

/** One form of ledger. A new one is one new file and its name in `ledgers/index.ts`. */
export interface LedgerFormat {
  readonly id: string;
  print(ledger: Ledger): string;
}
