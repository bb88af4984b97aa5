import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/units/failure.ts';
import { CAM_YAML, filesOf, partnerYaml, runImport } from '../../app/import/import-on-disk.ts';
import { territoryOnDisk } from '../../input/territory-on-disk.ts';
import { COLUMN_CASES } from './columns-nobody-can-tell.ts';
import { DAMAGED_CASES } from './damaged-packages.ts';
import { KIND_CASES } from './files-of-another-kind.ts';
import { EMPTY_CASES } from './files-without-rows.ts';
import { NOTHING, type ImportCase } from './import-case.ts';
import { ROW_CASES } from './rows-that-cannot-be-taken.ts';
import { SHEET_CASES } from './sheets-of-a-workbook.ts';
import { WARNING_CASES } from './warnings.ts';

const GALLERY: Readonly<Record<string, readonly ImportCase[]>> = {
  'a file of another kind is refused by what it is': KIND_CASES,
  'a file without rows is refused': EMPTY_CASES,
  'a sheet is refused that holds no table, or is not the only one': SHEET_CASES,
  'a damaged or dangerous package is refused before it is unpacked': DAMAGED_CASES,
  'a file is refused while a person has to settle what is in it': COLUMN_CASES,
  'a row is rejected that cannot be taken, and the others are': ROW_CASES,
  'what is easily overlooked is said': WARNING_CASES,
};

const territory = (files: Readonly<Record<string, string>> = {}): Promise<string> =>
  territoryOnDisk({
    'cam.yaml': CAM_YAML,
    'partners/cedar/partner.yaml': partnerYaml('Cedar GmbH'),
    'partners/fjord/partner.yaml': partnerYaml('Fjord AS'),
    ...files,
  });

/** What a person reads about an import, a line each. */
async function said(root: string, file: string, options: ImportCase['options'] = {}): Promise<string[]> {
  const result = await runImport(root, [file], { dryRun: true, ...options }).catch((error: unknown) => {
    if (error instanceof Failure) return error;
    throw error;
  });
  if (result instanceof Failure) {
    return [`${result.kind}: ${result.message}`, ...(result.remedy === undefined ? [] : [result.remedy])];
  }
  if (result.kind === 'problems') {
    return result.problems.map(({ file, line, path, message }) =>
      ['problem', `${file}:${line}`, ...(path === undefined ? [] : [path]), message].join(': '),
    );
  }
  const { rejected, unmatched, needsMapping, warnings } = result.report;
  return [
    ...rejected.map(({ where, why }) => `rejected: ${where}: ${why}`),
    ...unmatched.map(({ partner, why }) => `unknown: ${partner}: ${why}`),
    ...(needsMapping?.questions.map((question) => `question: ${question}`) ?? []),
    ...warnings.map(({ where, message }) => `warning: ${where}: ${message}`),
  ];
}

describe.each(Object.entries(GALLERY))('%s:', (_, cases) => {
  it.each(cases)('$name', async ({ file, content, beside, options, says }) => {
    const root = await territory(beside);
    const before = await filesOf(root);
    await writeFile(join(root, file), content);
    expect(await said(root, file, options)).toEqual(says);
    expect(await filesOf(root)).toEqual(before);
  });
});

describe('what is no file is refused:', () => {
  it('nothing there', async () => {
    const root = await territory();
    expect(await said(root, '/nowhere/deals.csv')).toEqual(['usage: There is no file /nowhere/deals.csv.']);
  });

  it('a folder', async () => {
    const root = await territory();
    await mkdir(join(root, 'deals.csv'));
    expect(await said(root, 'deals.csv')).toEqual([`usage: ${join(root, 'deals.csv')} is a folder, not a file.`]);
  });

  it('one larger than any text may be, before it is read', async () => {
    const root = await territory();
    const file = await open(join(root, 'deals.csv'), 'w');
    await file.truncate(401 * 1024 * 1024);
    await file.close();
    expect(await said(root, 'deals.csv')).toEqual([
      'data: deals.csv has 401 MB, more than the 400 MB that are read.',
      `${NOTHING} Export fewer rows or columns at a time.`,
    ]);
  });
});
