import { join } from 'node:path';
import { writeFileAtomically } from '../../output/write-file.ts';
import type { WrittenImportFile } from './import-report.ts';

/** A file as it will be written: the path is relative to the territory, with forward slashes. */
export interface PlannedFile extends WrittenImportFile {
  readonly content: string;
}

/** Writes planned files one after the other, each whole or not at all. */
export async function writeImport(root: string, files: readonly PlannedFile[]): Promise<WrittenImportFile[]> {
  const written: WrittenImportFile[] = [];
  for (const { content, ...file } of files) {
    await writeFileAtomically(join(root, file.path), content);
    written.push(file);
  }
  return written;
}
