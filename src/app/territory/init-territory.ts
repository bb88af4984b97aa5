import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CONFIG_FILE } from '../../input/find-territory.ts';
import { packagePath } from '../../input/package-folder.ts';
import { writeFileAtomically } from '../../output/write-file.ts';
import { Failure } from '../../units/failure.ts';
import { schemaFiles } from './install-schemas.ts';
import { newTerritoryFile, type TerritoryAnswers } from './new-territory-file.ts';
import type { BaselineFile } from '../workbook/baseline.ts';

export interface InitRequest {
  /** Absolute path of the folder that becomes a territory. */
  readonly folder: string;
  /** What the new `cam.yaml` says; `sample` copies the complete fictitious territory, files of a workbook are taken as they are. */
  readonly content: TerritoryAnswers | 'sample' | { readonly files: readonly BaselineFile[] };
  /** Overwrite a territory that is there: the files this one brings; others stay. */
  readonly force: boolean;
  readonly dryRun: boolean;
}

/** A file of the new territory. */
export interface TerritoryFile {
  /** Relative to the territory, with forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly kind: 'input' | 'schema' | 'settings';
}

/** Lines that a territory wants git to ignore: what the tool makes and can make again. */
const IGNORED = ['.cam/', 'out/'] as const;

/**
 * Makes a folder a territory, or with `dryRun` only says which files that would write.
 * @throws Failure (usage) when the folder is a territory already and `force` is not set.
 */
export async function initTerritory(request: InitRequest): Promise<readonly TerritoryFile[]> {
  const { folder, content, dryRun } = request;
  await refuseOccupied(request);
  const own = await ownFiles(content);
  const files = [...own, ...(await ignoreFile(folder)), ...schemaFiles()];
  if (!dryRun) for (const file of files) await writeFileAtomically(join(folder, file.path), file.content);
  return files;
}

async function ownFiles(content: InitRequest['content']): Promise<readonly TerritoryFile[]> {
  if (content === 'sample') return sampleFiles();
  if ('files' in content) return content.files.map((file) => ({ ...file, kind: 'input' as const }));
  return [{ path: CONFIG_FILE, content: newTerritoryFile(content), kind: 'input' }];
}

/**
 * Makes sure that a folder can become a territory.
 * @throws Failure (usage) when it is one already and `force` is not set, or when it is a file.
 */
export async function refuseOccupied({ folder, force }: Pick<InitRequest, 'folder' | 'force'>): Promise<void> {
  const there = await stat(folder).catch(() => undefined);
  if (there && !there.isDirectory()) throw new Failure('usage', `${folder} is a file, not a folder.`);
  const names = there ? await readdir(folder) : [];
  if (!force && names.includes(CONFIG_FILE)) {
    const remedy = 'Name another folder, or overwrite its files with --force.';
    throw new Failure('usage', `${basename(folder) || folder} holds a territory already.`, remedy);
  }
}

async function sampleFiles(): Promise<readonly TerritoryFile[]> {
  const folder = await packagePath('samples', 'territory');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({
      path: path.slice(folder.length + 1).replaceAll('\\', '/'),
      content: await readFile(path),
      kind: 'input' as const,
    })),
  );
}

/** What the folder's `.gitignore` lacks, added to what it says. */
async function ignoreFile(folder: string): Promise<readonly TerritoryFile[]> {
  const present = await readFile(join(folder, '.gitignore'), 'utf8').catch(() => '');
  const lines = new Set(present.split(/\r?\n/).map((line) => line.trim()));
  const lacking = IGNORED.filter((line) => !lines.has(line) && !lines.has(line.slice(0, -1)) && !lines.has(`/${line}`));
  if (lacking.length === 0) return [];
  const separator = present === '' || present.endsWith('\n') ? '' : '\n';
  return [{ path: '.gitignore', content: `${present}${separator}${lacking.join('\n')}\n`, kind: 'settings' }];
}
