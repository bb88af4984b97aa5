import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workbookChangesText } from '../../../src/cli/print/spreadsheets/workbook-changes-text.ts';
import { importText } from '../import/import-on-disk.ts';
import { addRow, bringBack, cellAt, editBook, territoryOf, workbookOf } from './workbook-on-disk.ts';

const PROFILE = '# Met at the fair.\nname: Ridge IT GmbH # as on the contract\ntype: var\n';
const PATH = 'partners/ridge-it/partner.yaml';
const CHANGED = PROFILE.replace('Ridge IT GmbH', 'Summit Group');

async function renamed(profile = PROFILE, edit?: Parameters<typeof editBook>[1]) {
  const root = await territoryOf({ [PATH]: profile });
  const path = await workbookOf(root);
  await editBook(path, (book) => {
    cellAt(book.getWorksheet('Partners')!, 'Name', { Partner: 'ridge-it' }).value = 'Summit Group';
    edit?.(book);
  });
  return { root, path };
}

describe("a partner's name changed on the sheet Partners", () => {
  it('keeps the old name as a former name until the day of the import, and shows that', async () => {
    const { root, path } = await renamed();
    const report = await bringBack(root, path);
    expect(report).toMatchObject({
      rejected: [],
      conflicts: [],
      changes: [
        { sheet: 'Partners', column: 'name', before: 'Ridge IT GmbH', after: 'Summit Group' },
        { kind: 'add', sheet: 'Former names', partner: 'ridge-it', row: 'Ridge IT GmbH' },
      ],
    });
    expect(await readFile(join(root, PATH), 'utf8')).toBe(
      `${CHANGED}former_names:\n  - { name: Ridge IT GmbH, until: 2026-02-28 }\n`,
    );
    const words = workbookChangesText(report.changes, {
      width: 120,
      colour: false,
      unicode: true,
      interactive: false,
    } as never);
    expect(words).toMatch(/Former names +ridge-it Ridge IT GmbH +new row, 2 values/);
    expect(await bringBack(root, path)).toMatchObject({ changes: [], rejected: [], written: [] });
  });

  it('is found by the next export under the old name', async () => {
    const { root, path } = await renamed();
    await bringBack(root, path);
    const rows = 'Opportunity ID,Partner,Stage,Amount\n1,Ridge IT GmbH,Propose,100\n2,Summit Group,Propose,200\n';
    expect(await importText(root, rows)).toMatchObject({ created: 2, unmatched: [], createdPartners: [] });
  });

  it('is not listed twice where the sheet Former names, or the file, has it already', async () => {
    const both = await renamed(PROFILE, (book) =>
      addRow(book.getWorksheet('Former names')!, {
        Partner: 'ridge-it',
        Name: 'Ridge IT GmbH',
        Until: '2025-12-31',
      }),
    );
    await bringBack(both.root, both.path);
    expect(await readFile(join(both.root, PATH), 'utf8')).toBe(
      `${CHANGED}former_names:\n  - { name: Ridge IT GmbH, until: 2025-12-31 }\n`,
    );
    const known = 'former_names:\n  - { name: Ridge IT GmbH, until: 2024-01-01 } # and again\n';
    const back = await renamed(PROFILE + known);
    await bringBack(back.root, back.path);
    expect(await readFile(join(back.root, PATH), 'utf8')).toBe(CHANGED + known);
  });
});
