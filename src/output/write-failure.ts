import { Failure } from '../units/failure.ts';

interface Words {
  readonly says: (path: string) => string;
  readonly remedy: string;
}

const OTHER_PLACE = 'What is generated may go to another folder: --out DIR.';
const NOT_ALLOWED: Words = {
  says: (path) => `${path} cannot be written: permission is missing.`,
  remedy: 'Change its permissions; what is generated may also go to another folder: --out DIR.',
};
const DISK_FULL: Words = {
  says: (path) => `${path} was not written: the disk is full.`,
  remedy: 'Make room and run the same command again; the file that stood there is untouched.',
};
const IN_USE: Words = {
  says: (path) => `${path} is open in another program.`,
  remedy: 'Close it there and run the same command again.',
};
const FILE_IN_THE_WAY: Words = {
  says: (path) => `${path} cannot be written: a file stands where one of its folders should be.`,
  remedy: 'Move that file away, or choose another folder with --out DIR.',
};

const WORDS: Readonly<Record<string, Words>> = {
  EACCES: NOT_ALLOWED,
  // Windows answers EPERM when Office holds the file open; elsewhere it is a matter of permission.
  EPERM: process.platform === 'win32' ? IN_USE : NOT_ALLOWED,
  EROFS: { says: (path) => `${path} cannot be written: the disk is read-only.`, remedy: OTHER_PLACE },
  ENOSPC: DISK_FULL,
  EDQUOT: DISK_FULL,
  EBUSY: IN_USE,
  ETXTBSY: IN_USE,
  EISDIR: {
    says: (path) => `${path} is a folder, so no file can be written there.`,
    remedy: 'Move the folder away, or choose another place.',
  },
  ENOTDIR: FILE_IN_THE_WAY,
  EEXIST: FILE_IN_THE_WAY,
  ENAMETOOLONG: {
    says: (path) => `${path} cannot be written: the name is too long for this disk.`,
    remedy: 'Choose a folder nearer to the top of the disk with --out DIR.',
  },
};

/** What a person can do about a file that could not be written; an error we do not know comes back as it is. */
export function writeFailure(error: unknown, path: string): unknown {
  if (error instanceof Failure || !(error instanceof Error)) return error;
  const words = WORDS[(error as NodeJS.ErrnoException).code ?? ''];
  return words ? new Failure('data', words.says(path), words.remedy) : error;
}
