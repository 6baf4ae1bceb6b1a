import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { failure } from './failure.ts';
import { replaceFile } from './replace.ts';

/** May standard output show colours? Not if it is no terminal, or `NO_COLOR` is set (no-color.org). */
export function colorful(): boolean {
  return process.stdout.isTTY && process.stdout.hasColors();
}

/** Writes a result to a file, whole or not at all, its folder made if need be, or to standard output if none is named. */
export async function deliver(text: string, file: string | undefined): Promise<void> {
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    await mkdir(dirname(file), { recursive: true });
    await replaceFile(file, text);
  } catch (error) {
    throw failure(`${file} cannot be written`, error);
  }
}

/** Adds to the page on which GitHub sums up a step of a workflow, where there is one. */
export async function sumUp(markdown: string): Promise<void> {
  const { GITHUB_STEP_SUMMARY: file } = process.env;
  if (!file) return;
  try {
    await appendFile(file, markdown);
  } catch (error) {
    throw failure(`${file} cannot be written`, error);
  }
}
