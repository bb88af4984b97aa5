import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { exportedTable } from '../../../src/app/export/exported-table.ts';
import { territoryBook } from '../../../src/app/export/territory-book.ts';
import { openTerritory } from '../../../src/app/territory/open-territory.ts';
import { TABLES } from '../../../src/app/tables/registry.ts';
import { BASELINE_SHEET, readBaseline } from '../../../src/app/workbook/baseline.ts';
import { packagePath } from '../../../src/input/package-folder.ts';
import { readSheets, type WorkbookSheets } from '../../../src/input/tabular/read-sheets.ts';
import { readZip } from '../../../src/ooxml/read-zip.ts';
import { writeDataWorkbook } from '../../../src/render/xlsx/data-workbook.ts';
import type { PlainDate } from '../../../src/units/plain-date.ts';

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

describe.skipIf(!hasOffice)('the sample’s workbook, opened and saved by LibreOffice', () => {
  let folder: string;
  let written: WorkbookSheets;
  let saved: WorkbookSheets;
  let parts: ReadonlyMap<string, Uint8Array>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cam-office-'));
    const { territory } = await openTerritory(await packagePath('samples', 'territory'));
    const tables = TABLES.map((table) => exportedTable(table, territory));
    const asOf = '2026-02-28' as PlainDate;
    const book = await territoryBook({ territory, asOf, tables, isWhole: true, fileName: 'sample.xlsx' });
    const path = join(folder, 'sample.xlsx');
    await writeFile(path, writeDataWorkbook(book));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const to = ['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'saved')];
    execFileSync('soffice', [profile, '--headless', ...to, path], { stdio: 'ignore', timeout: 240_000 });
    written = await readSheets(path);
    saved = await readSheets(join(folder, 'saved', 'sample.xlsx'));
    parts = readZip(await readFile(join(folder, 'saved', 'sample.xlsx')));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('holds every cell as it was', () => {
    expect(saved.sheets.map(({ name }) => name)).toEqual(written.sheets.map(({ name }) => name));
    for (const [index, { name, rows }] of written.sheets.entries()) {
      expect({ name, rows: saved.sheets[index]!.rows }).toEqual({ name, rows });
    }
  });

  it('still remembers what it held, in a sheet that is hidden', () => {
    const { visibility, rows } = saved.sheets.find(({ name }) => name === BASELINE_SHEET)!;
    expect(visibility).not.toBe('visible');
    const reading = readBaseline(rows.map(({ cells }) => cells.map(String)));
    expect(reading).toMatchObject({ kind: 'baseline', baseline: { territory: 'Quillmere Systems' } });
  });

  it('still offers its choices, says what columns mean, locks keys and shows currencies', () => {
    const deals = new TextDecoder().decode(parts.get('xl/worksheets/sheet5.xml'));
    expect(deals).toMatch(/<dataValidation [^>]*type="list"[^>]*><formula1>(?:&apos;)?Stages(?:&apos;)?!\$A\$2/);
    expect(deals).toMatch(/<sheetProtection sheet="(?:1|true)"/);
    expect(deals).toMatch(/<conditionalFormatting sqref="I2:I/);
    expect(new TextDecoder().decode(parts.get('xl/comments5.xml'))).toContain('What the deal is worth in all.');
  });
});
