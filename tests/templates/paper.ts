import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Files, hexapla } from '../publication.ts';

/** A piece of text on a page, from left to right, in points. */
export interface Piece {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line on which it stands, from the foot of the page. */
  readonly line: number;
}

/** Builds a publication as a user does and reads one of its PDFs: what stands where. Fails if the build finds anything. */
export async function printed(files: Files, pdf: string): Promise<readonly Piece[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hexapla-test-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const { stdout, stderr } = await hexapla(['build'], folder);
    if (!stdout.includes('No findings')) throw new Error(stdout + stderr);
    return await piecesOf(await readFile(join(folder, 'dist', pdf)));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function piecesOf(bytes: Uint8Array): Promise<Piece[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  try {
    const pdf = await task.promise;
    const found: Piece[] = [];
    for (let page = 1; page <= pdf.numPages; page++) {
      for (const item of (await (await pdf.getPage(page)).getTextContent()).items) {
        if (!('str' in item)) continue;
        const [left, line] = [Number(item.transform[4]), Math.round(Number(item.transform[5]))];
        found.push({ page, text: item.str, left, right: left + item.width, line });
      }
    }
    return found;
  } finally {
    await task.destroy();
  }
}

/** Lines from top to bottom, each from left to right. */
export function linesOf(pieces: readonly Piece[]): string[] {
  const lines = [...Map.groupBy(pieces, ({ page, line }) => page * 10_000 - line)].sort(([a], [b]) => a - b);
  return lines.map(([, line]) =>
    [...line]
      .sort((a, b) => a.left - b.left)
      .map(({ text }) => text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}
