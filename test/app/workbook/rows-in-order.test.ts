import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { bringBack, editBook, territoryOf, workbookOf } from './workbook-on-disk.ts';

const HEAD = `vendor:
  name: Quillmere
cam:
  name: Ines Albrecht
currency: USD
locale: en-GB
fiscal_year:
  start_month: 1
  named_after: end
`;
const STAGES = `stages:
  # as the CRM has them
  - { name: Qualify, status: open } # first call
  # a demonstration was held
  - { name: Propose, status: open, probability_percent: 50 }
  - name: Won # signed
    status: won
  - { name: Lost, status: lost }
`;
const CONFIG = `${HEAD}${STAGES}# quiet\n`;

type Row = readonly [name: string, status: string];

/** A territory whose sheet of stages holds other rows than it was exported with. */
async function withStages(rows: (before: readonly Row[]) => readonly Row[]) {
  const root = await territoryOf({ 'cam.yaml': CONFIG });
  const path = await workbookOf(root);
  await editBook(path, (book) => {
    const sheet = book.getWorksheet('Stages')!;
    const lines = Array.from({ length: 4 }, (_, at) => sheet.getRow(at + 2).values as ExcelJS.CellValue[]);
    const known = new Map(lines.map((cells) => [String(cells[1]), cells]));
    const before = lines.map((cells): Row => [String(cells[1]), String(cells[2])]);
    rows(before).forEach(([name, status], at) => {
      sheet.getRow(at + 2).values = known.get(name) ?? [name, status];
    });
  });
  return { root, path, config: () => readFile(join(root, 'cam.yaml'), 'utf8') };
}

describe('the order of the sheet Stages', () => {
  it('puts a new stage where it stands in the sheet, and keeps every comment', async () => {
    const { root, path, config } = await withStages(([first, ...rest]) => [first!, ['Validate', 'open'], ...rest]);
    const report = await bringBack(root, path);
    expect(report).toMatchObject({ rejected: [], conflicts: [], notes: [] });
    expect(report.changes).toMatchObject([
      { kind: 'add', row: 'Validate' },
      {
        sheet: 'Stages',
        column: 'order',
        before: 'Qualify, Propose, Won, Lost',
        after: 'Qualify, Validate, Propose, Won, Lost',
      },
    ]);
    expect(await config()).toBe(
      CONFIG.replace('# first call\n', '# first call\n  - { name: Validate, status: open }\n'),
    );
    expect(await bringBack(root, path)).toMatchObject({ changes: [], written: [] });
  });

  it('moves stages with the comments that speak of them', async () => {
    const { root, path, config } = await withStages(([qualify, propose, won, lost]) => [
      propose!,
      qualify!,
      lost!,
      won!,
    ]);
    expect((await bringBack(root, path)).changes).toMatchObject([
      { column: 'order', after: 'Propose, Qualify, Lost, Won' },
    ]);
    expect(await config()).toBe(`${HEAD}stages:
  # as the CRM has them
  # a demonstration was held
  - { name: Propose, status: open, probability_percent: 50 }
  - { name: Qualify, status: open } # first call
  - { name: Lost, status: lost }
  - name: Won # signed
    status: won
# quiet
`);
  });

  it('says nothing of an order that only the file changed since, and keeps it', async () => {
    const { root, path, config } = await withStages((before) => [...before, ['On hold', 'open']]);
    const [won, lost] = ['  - name: Won # signed\n    status: won\n', '  - { name: Lost, status: lost }\n'];
    const since = CONFIG.replace(won + lost, lost + won);
    await writeFile(join(root, 'cam.yaml'), since);
    expect(await bringBack(root, path)).toMatchObject({
      changes: [{ kind: 'add', row: 'On hold' }, { column: 'order' }],
    });
    expect(await config()).toBe(since.replace(lost, `${lost}  - name: On hold\n    status: open\n`));
  });
});
