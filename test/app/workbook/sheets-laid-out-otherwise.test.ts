import { describe, expect, it } from 'vitest';
import { bringBack, cellAt, columnOf, editBook, hashesOf, territoryOf, workbookOf } from './workbook-on-disk.ts';

const FILES = {
  'partners/bluefjord/partner.yaml':
    'name: Bluefjord Systems\ntype: msp\ncontacts:\n  - { name: Rhys Cobalt, role: Owner }\n  - { name: Una Vey }\n',
  'partners/bluefjord/deals.csv': 'source,id,status,amount\ncrm,007,open,1240.50\ncrm,2,won,900\n',
  'partners/nord/partner.yaml': 'name: Nord IT\ntype: var\n',
};

async function broughtBack(edit: Parameters<typeof editBook>[1], options?: Parameters<typeof bringBack>[2]) {
  const root = await territoryOf(FILES);
  const before = await hashesOf(root);
  const path = await workbookOf(root);
  await editBook(path, edit);
  const report = await bringBack(root, path, options);
  return { report, isChanged: JSON.stringify(await hashesOf(root)) !== JSON.stringify(before) };
}

describe('a workbook whose sheets were laid out otherwise', () => {
  it('reads a sheet that was given another name by its headings, and says so', async () => {
    const { report } = await broughtBack((book) => {
      cellAt(book.getWorksheet('Deals')!, 'Amount', { Id: '007' }).value = 5;
      book.getWorksheet('Deals')!.name = 'My pipeline';
    });
    expect(report).toMatchObject({
      changes: [{ column: 'amount', after: 5, where: "book.xlsx 'My pipeline'!I2" }],
      notes: [{ where: 'book.xlsx My pipeline', message: 'was read as the sheet Deals, whose headings it has' }],
    });
  });

  it('names a copy of a sheet, where an edit would be lost', async () => {
    const { report, isChanged } = await broughtBack((book) => {
      const copy = book.addWorksheet('Deals (2)');
      book.getWorksheet('Deals')!.eachRow((row, line) => (copy.getRow(line).values = row.values));
      cellAt(copy, 'Amount', { Id: '007' }).value = 5;
    });
    const message = 'is laid out as the sheet Deals, which is there as well: only Deals was read';
    expect(report).toMatchObject({ changes: [], notes: [{ where: 'book.xlsx Deals (2)', message }] });
    expect(isChanged).toBe(false);
  });

  it('says once why a sheet without the column that names its rows was not read', async () => {
    const { report, isChanged } = await broughtBack((book) => {
      const deals = book.getWorksheet('Deals')!;
      cellAt(deals, 'Amount', { Id: '007' }).value = 5;
      deals.spliceColumns(columnOf(deals, 'Id'), 1);
      book.getWorksheet('Contacts')!.spliceColumns(1, 1);
    });
    const words = (name: string) => `without ${name} nobody can tell which row is which, so the sheet was not read`;
    expect(report).toMatchObject({ changes: [], rejected: [], kept: [] });
    expect(report.notes.slice(-2)).toEqual([
      { where: 'book.xlsx Contacts', message: words('partner') },
      { where: 'book.xlsx Deals', message: words('id') },
    ]);
    expect(isChanged).toBe(false);
  });

  it('does not call a sheet gone that is there without its headings', async () => {
    const { report } = await broughtBack((book) => book.getWorksheet('Contacts')!.spliceRows(1, 1));
    expect(report.notes.map(({ message }) => message)).toEqual([
      'has none of the headings partner, name, role, email …, so it was not read',
    ]);
  });

  it('takes words beside and below a table for nobody’s row', async () => {
    const { report } = await broughtBack((book) => {
      const deals = book.getWorksheet('Deals')!;
      deals.getRow(40).getCell(34).value = 'my own sum';
      deals.getRow(41).getCell(34).value = 2140.5;
    });
    expect(report).toMatchObject({ changes: [], rejected: [], notes: [] });
  });
});

describe('a row whose name somebody changed', () => {
  it('is refused for the partner that is not there', async () => {
    const { report } = await broughtBack((book) => {
      const deals = book.getWorksheet('Deals')!;
      cellAt(deals, 'Partner', { Id: '007' }).value = 'nobody';
      cellAt(deals, 'Partner', { Id: '2' }).value = 'nord';
    });
    expect(report.rejected).toEqual([
      { where: 'book.xlsx Deals!A2', why: 'there is no partner "nobody"' },
      {
        where: 'book.xlsx Deals!3',
        why: '"bluefjord crm 2" names this row and was changed to "nord crm 2"; to replace the row, import with --delete',
      },
    ]);
  });

  it.each([{}, { remove: true }])('keeps the id of a partner, with %j', async (options) => {
    const { report, isChanged } = await broughtBack((book) => {
      cellAt(book.getWorksheet('Partners')!, 'Partner', { Partner: 'nord' }).value = 'north';
    }, options);
    expect(report).toMatchObject({
      changes: [],
      rejected: [{ why: '"nord" names this row and was changed to "north"; it stays as it is' }],
    });
    expect(isChanged).toBe(false);
  });
});
