import { UserError } from '../trouble.ts';

/** What the system's error codes mean to someone who only wanted a publication, and what helps. */
const meanings: Readonly<Record<string, readonly [meaning: string, remedy: string]>> = {
  EACCES: ['you have no permission', 'Give yourself the right to it, or work in a folder of your own.'],
  EPERM: ['the system does not permit it', 'Give yourself the right to it, or work in a folder of your own.'],
  EROFS: ['the disk is read-only', 'Copy the publication to a disk that can be written to.'],
  ENOSPC: ['the disk is full', 'Free some space and run the command again.'],
  EDQUOT: ['your share of the disk is used up', 'Free some space and run the command again.'],
  ENOTDIR: ['a file stands where a folder is needed', 'Move that file away and run the command again.'],
  EEXIST: ['a file stands where a folder is needed', 'Move that file away and run the command again.'],
  EISDIR: ['a folder stands where a file is needed', 'Move that folder away and run the command again.'],
  ENOTEMPTY: ['a folder stands where a file is needed', 'Move that folder away and run the command again.'],
  ENAMETOOLONG: ['the name is too long for this disk', 'Give the document a shorter name.'],
  ELOOP: ['its symbolic links lead in a circle', 'Remove the link that points back to itself.'],
  EMFILE: ['too many files are open', 'Close other programs, or raise the limit of open files (ulimit -n).'],
  ENFILE: ['too many files are open on this machine', 'Close other programs and run the command again.'],
  ENOENT: ['the folder that it belongs in is not there', 'See where the way there ends: a link may lead nowhere.'],
  EXDEV: ['a part of the folder is on another disk', 'Keep the whole output on one disk.'],
  EIO: ['the disk reports an error', 'Copy the publication to another disk and try there.'],
  EBUSY: ['another program is using it', 'Close that program and run the command again.'],
};

/**
 * An error of the file system in plain words: `what` is «dist/ cannot be written».
 * Any other error is returned as it is: it is our bug.
 */
export function failure(what: string, error: unknown): unknown {
  const code = errorCode(error);
  if (code === undefined) return error;
  const known = meanings[code];
  if (known) return new UserError(`${what}: ${known[0]} (${code})`, known[1], 3);
  if (!(error instanceof Error && 'syscall' in error)) return error;
  return new UserError(
    `${what}: the system says ${code}`,
    'See that the disk is there and sound, and run the command again.',
    3,
  );
}

/** `ENOENT` and the like; undefined for what has no such code. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
