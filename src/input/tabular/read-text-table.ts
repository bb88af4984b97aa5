import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Failure } from '../../units/failure.ts';
import { findTable } from './find-table.ts';
import { readCsv } from './read-csv.ts';
import type { TextTable } from './table-of-text.ts';

/**
 * Reads the one table of somebody else's file.
 * @throws Failure when the file is missing, empty, of another kind, or holds no table.
 */
export async function readTextTable(path: string): Promise<TextTable> {
  const file = basename(path);
  const bytes = await readBytes(path);
  refuseOtherKinds(bytes, file);
  const found = findTable(readCsv(bytes, file));
  if (!found) throw new Failure('data', `${file} is empty.`, 'Nothing was imported. Export the file again.');
  if (found.rows.length === 0 && found.broken.length === 0) {
    throw new Failure('data', `${file} has a header and no rows.`, 'Nothing was imported. Export the file again.');
  }
  return { file, ...found, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new Failure('usage', `There is no file ${path}.`);
    if (code === 'EISDIR') throw new Failure('usage', `${path} is a folder, not a file.`);
    if (code === 'EACCES') throw new Failure('usage', `${path} may not be read by you.`);
    throw error;
  }
}

/** Kinds of file people rename to .csv or hand over by mistake, known by their first bytes. */
const OTHER_KINDS: readonly { readonly magic: readonly number[]; readonly is: string; readonly remedy: string }[] = [
  {
    magic: [0x50, 0x4b, 0x03, 0x04],
    is: 'an Excel workbook or a zip, not a CSV file',
    remedy: 'Open it in Excel and save the sheet as "CSV UTF-8".',
  },
  {
    magic: [0xd0, 0xcf, 0x11, 0xe0],
    is: 'an old Excel workbook (.xls) or an encrypted one, not a CSV file',
    remedy: 'Open it in Excel and save the sheet as "CSV UTF-8".',
  },
  { magic: [0x25, 0x50, 0x44, 0x46], is: 'a PDF, not a CSV file', remedy: 'Export the table as CSV from its source.' },
  { magic: [0x1f, 0x8b], is: 'a gzip archive, not a CSV file', remedy: 'Unpack it first.' },
];

function refuseOtherKinds(bytes: Uint8Array, file: string): void {
  const other = OTHER_KINDS.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte));
  if (other) throw new Failure('data', `${file} is ${other.is}.`, other.remedy);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 400)).trimStart();
  if (/^(<!doctype html|<html|<\?xml|<table)/i.test(start)) {
    throw new Failure(
      'data',
      `${file} is a web page or XML, not a CSV file.`,
      'Export the table as CSV; a log-in page is saved like this too.',
    );
  }
}
