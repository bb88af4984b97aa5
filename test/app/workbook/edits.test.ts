import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BASELINE_SHEET } from '../../../src/app/workbook/baseline.ts';
import {
  addRow,
  bringBack,
  cellAt,
  columnOf,
  editBook,
  hashesOf,
  rowWhere,
  territoryOf,
  workbookOf,
} from './workbook-on-disk.ts';

const PROFILE = `# Met at the fair.
name: Bluefjord Systems # as on the contract
type: msp
contacts:
  - { name: Rhys Cobalt, role: Owner } # the boss
  - { name: Una Vey, role: Sales }
certifications: []
`;
const DEALS = `source,id,status,amount,name,close_date,next_step
crm,007,open,1240.50,"Rollout",2026-05-01,Call
crm,2,won,00900,Second,2025-12-24,
`;
const FILES = {
  'partners/bluefjord/partner.yaml': PROFILE,
  'partners/bluefjord/deals.csv': DEALS,
  'partners/nord/partner.yaml': 'name: Nord IT\ntype: var\n',
};

const read = (root: string, path: string) => readFile(join(root, path), 'utf8');

async function edited(edit: Parameters<typeof editBook>[1], files: Readonly<Record<string, string>> = FILES) {
  const root = await territoryOf(files);
  const path = await workbookOf(root);
  await editBook(path, edit);
  return { root, path };
}

describe('bringing back an edited workbook', () => {
  it('changes what was changed, adds what was added, and nothing else of the files', async () => {
    const { root, path } = await edited((book) => {
      cellAt(book.getWorksheet('Deals')!, 'Close date', { Id: '007' }).value = new Date(Date.UTC(2026, 5, 30));
      cellAt(book.getWorksheet('Deals')!, 'Next step', { Id: '007' }).value = null;
      cellAt(book.getWorksheet('Contacts')!, 'Champion', { Name: 'Una Vey' }).value = true;
      addRow(book.getWorksheet('Contacts')!, { Partner: 'Bluefjord Systems', Name: 'Pia Holm' });
      addRow(book.getWorksheet('Partners')!, { Name: 'Süd & Co', Type: 'Systems Integrator' });
      addRow(book.getWorksheet('Targets')!, {
        Partner: 'sud-and-co',
        'Fiscal year': 'fy26',
        Agreed: '2025-07-01',
        Annual: 50_000,
      });
    });
    const report = await bringBack(root, path);
    expect(report).toMatchObject({ conflicts: [], rejected: [], kept: [], notes: [] });
    expect(await read(root, 'partners/bluefjord/deals.csv')).toBe(DEALS.replace('2026-05-01,Call', '2026-06-30,'));
    expect(await read(root, 'partners/bluefjord/partner.yaml')).toBe(
      PROFILE.replace('role: Sales }\n', 'role: Sales, champion: true }\n  - { name: Pia Holm }\n'),
    );
    expect(await read(root, 'partners/sud-and-co/partner.yaml')).toContain(
      'name: Süd & Co\ntype: systems-integrator\ntargets:\n  - { fiscal_year: FY26, agreed: 2025-07-01, annual: 50000 }\n',
    );
    expect(await bringBack(root, path)).toMatchObject({ changes: [], conflicts: [], rejected: [], written: [] });
  });

  it('writes nothing with a dry run', async () => {
    const { root, path } = await edited((book) => {
      cellAt(book.getWorksheet('Deals')!, 'Amount', { Id: '007' }).value = 5;
    });
    const before = await hashesOf(root);
    expect(await bringBack(root, path, { dryRun: true })).toMatchObject({
      changes: [{ column: 'amount' }],
      written: [],
    });
    expect(await hashesOf(root)).toEqual(before);
  });

  it('names a cell that changed on both sides, takes the rest, and with --force the workbook', async () => {
    const { root, path } = await edited((book) => {
      const deals = book.getWorksheet('Deals')!;
      cellAt(deals, 'Amount', { Id: '007' }).value = 2000;
      cellAt(deals, 'Name', { Id: '007' }).value = 'Rollout, phase 2';
      cellAt(deals, 'Amount', { Id: '2' }).value = 950;
    });
    await writeFile(
      join(root, 'partners/bluefjord/deals.csv'),
      DEALS.replace('1240.50', '1300').replace('00900', '950'),
    );
    const report = await bringBack(root, path);
    expect(report.conflicts).toMatchObject([
      {
        where: 'book.xlsx Deals!I2',
        row: 'crm 007',
        column: 'amount',
        before: 1240.5,
        theirs: 2000,
        ours: 1300,
        isGone: false,
      },
    ]);
    expect(report.changes).toMatchObject([{ column: 'name' }]);
    expect(await read(root, 'partners/bluefjord/deals.csv')).toBe(
      DEALS.replace('1240.50', '1300').replace('00900', '950').replace('"Rollout"', '"Rollout, phase 2"'),
    );
    await bringBack(root, path, { force: true });
    expect(await read(root, 'partners/bluefjord/deals.csv')).toContain('crm,007,open,2000,');
  });

  it('names a changed row that the files no longer have', async () => {
    const { root, path } = await edited((book) => {
      cellAt(book.getWorksheet('Deals')!, 'Amount', { Id: '007' }).value = 2000;
    });
    await writeFile(join(root, 'partners/bluefjord/deals.csv'), DEALS.replace(/crm,007.*\n/, ''));
    expect((await bringBack(root, path)).conflicts).toMatchObject([{ row: 'crm 007', column: 'amount', isGone: true }]);
  });

  it('keeps rows that were deleted in the workbook, and takes them out with --delete', async () => {
    const { root, path } = await edited((book) => {
      const deals = book.getWorksheet('Deals')!;
      deals.spliceRows(rowWhere(deals, { Id: '2' }).number, 1);
      const partners = book.getWorksheet('Partners')!;
      partners.spliceRows(rowWhere(partners, { Name: 'Nord IT' }).number, 1);
    });
    const report = await bringBack(root, path);
    expect(report).toMatchObject({ changes: [], rejected: [], written: [] });
    expect(report.kept).toMatchObject([
      { partner: 'nord', always: true },
      { partner: 'bluefjord', row: 'crm 2' },
    ]);
    const after = await bringBack(root, path, { remove: true });
    expect(after.changes).toMatchObject([{ kind: 'remove', row: 'crm 2' }]);
    // A partner is retired or merged; no workbook takes one away.
    expect(after.kept).toMatchObject([{ partner: 'nord' }]);
    expect(await read(root, 'partners/bluefjord/deals.csv')).toBe(DEALS.replace(/crm,2.*\n/, ''));
  });

  it('does not delete a row that changed in the files since', async () => {
    const { root, path } = await edited((book) => {
      const deals = book.getWorksheet('Deals')!;
      deals.spliceRows(rowWhere(deals, { Id: '2' }).number, 1);
    });
    await writeFile(join(root, 'partners/bluefjord/deals.csv'), DEALS.replace('00900', '1'));
    expect(await bringBack(root, path, { remove: true })).toMatchObject({
      conflicts: [{ row: 'crm 2', column: '' }],
      changes: [],
    });
  });

  it('understands columns in another order, columns gone, columns more, rows sorted, and a title above', async () => {
    const { root, path } = await edited((book) => {
      const deals = book.getWorksheet('Deals')!;
      const rows = [deals.getRow(3).values, deals.getRow(2).values];
      rows.forEach((values, index) => (deals.getRow(index + 2).values = values as never));
      deals.spliceColumns(columnOf(deals, 'Stage'), 1);
      deals.spliceColumns(1, 0, ['My mark', 'a', 'b']);
      deals.spliceRows(1, 0, ['Deals of this year'], []);
      const contacts = book.getWorksheet('Contacts')!;
      contacts.getRow(1).getCell(columnOf(contacts, 'Role')).value = 'Roll';
    });
    const report = await bringBack(root, path);
    expect(report).toMatchObject({ changes: [], conflicts: [], rejected: [], kept: [] });
    expect(report.notes).toEqual([
      {
        where: 'book.xlsx Contacts!C1',
        message: 'there is no column "Roll" in this table, so it was passed over; did you mean role?',
      },
      { where: 'book.xlsx Contacts', message: 'the column role is not in it: its values stay as they are' },
      { where: 'book.xlsx Deals!A3', message: 'there is no column "My mark" in this table, so it was passed over' },
      { where: 'book.xlsx Deals', message: 'the column stage is not in it: its values stay as they are' },
    ]);
  });

  it('takes nothing out for a sheet that is gone', async () => {
    const { root, path } = await edited((book) => book.removeWorksheet(book.getWorksheet('Deals')!.id));
    const report = await bringBack(root, path, { remove: true });
    expect(report).toMatchObject({ changes: [], kept: [] });
    expect(report.notes).toEqual([
      { where: 'Deals', message: 'the sheet is not in the workbook any more: its rows stay as they are' },
    ]);
  });

  it('compares with the files alone when the hidden sheet is gone or damaged, and then takes nothing out', async () => {
    const { root, path } = await edited((book) => {
      const deals = book.getWorksheet('Deals')!;
      cellAt(deals, 'Next step', { Id: '007' }).value = null;
      cellAt(deals, 'Amount', { Id: '2' }).value = 1;
      book.getWorksheet(BASELINE_SHEET)!.getRow(2).getCell(1).value = ':damaged';
    });
    const report = await bringBack(root, path);
    expect(report).toMatchObject({
      hasBaseline: false,
      changes: [{ column: 'amount', before: 900, after: 1 }],
      kept: [],
    });
    expect(report.notes[0]!.message).toBe(
      'the hidden sheet that remembers what it held is damaged: every cell that differs counts as your change',
    );
    await editBook(path, (book) => book.removeWorksheet(book.getWorksheet(BASELINE_SHEET)!.id));
    expect(await bringBack(root, path, { any: true })).toMatchObject({ changes: [], hasBaseline: false });
  });

  it('says nothing of the other partners in a workbook of one', async () => {
    const root = await territoryOf(FILES);
    const path = await workbookOf(root, { partner: 'nord' });
    expect(await bringBack(root, path, { remove: true })).toMatchObject({ changes: [], kept: [], rejected: [] });
    expect((await readFile(path)).includes('Bluefjord')).toBe(false);
  });

  it('changes nothing when rows that are sound alone make a file that is not', async () => {
    const { root, path } = await edited((book) => {
      const stages = book.getWorksheet('Stages')!;
      for (let line = 2; line <= 7; line += 1) stages.getRow(line).values = [];
      cellAt(book.getWorksheet('Deals')!, 'Amount', { Id: '007' }).value = 5;
    });
    const before = await hashesOf(root);
    await expect(bringBack(root, path, { remove: true })).rejects.toThrow('must have at least 1 entries');
    expect(await hashesOf(root)).toEqual(before);
  });

  it('brings back every table there is, with notes of several lines and lists of words that hold semicolons', async () => {
    const files = {
      ...FILES,
      'funds.yaml':
        'funds:\n  - { id: F1, partner: nord, period: FY26-Q1, approved: 500 }\n  - { id: F2, partner: bluefjord, period: FY26 }\n',
      'partners/nord/partner.yaml':
        'name: Nord IT\ntype: var\naliases: ["A; B", C]\nformer_names:\n  - { name: Nord, until: 2024-01-01 }\nnotes: |\n  One.\n  Two; "three".\n' +
        'tasks:\n  - { id: t1, title: Call, required: false, due: 2026-01-01 }\nmeetings:\n  - { kind: review, planned_week: 2026-05-04 }\n  - { kind: review, date: 2026-01-05, held: true }\n' +
        'certifications:\n  - { holder: Ole, role: sales }\n  - { holder: Ole, role: sales }\n',
      'partners/nord/commitments.yaml':
        'none_made: [FY25-Q4]\ncommitments:\n  - { id: C1, side: vendor, what: Call, owner: I, due: 2026-01-01, made: FY26-Q2 }\n',
      'partners/nord/registrations.csv': 'source,id,account,status,expires\ncrm,R1,Acme,approved,2026-05-01\n',
      'partners/nord/accounts.csv':
        'account,product,status,consent,value\nAcme,,owned,yes,\nAcme,Core,gap,no,1000.50\n',
      'partners/nord/leads.csv': 'source,id,company,stage\nweb,1,Acme,mql\n',
      'partners/nord/activities.csv': 'source,id,date,kind,notes\ncam,1,2026-01-05,call,"a, b"\n',
      'partners/nord/facts.csv': 'metric,period,value,currency\nservices_revenue,FY26-Q1,1000,\npos,2026-01,-5.5,EUR\n',
    };
    const root = await territoryOf(files);
    const before = await hashesOf(root);
    const path = await workbookOf(root);
    const report = await bringBack(root, path);
    expect(report).toMatchObject({ changes: [], conflicts: [], rejected: [], kept: [], notes: [] });
    expect(await hashesOf(root)).toEqual(before);
    await editBook(path, (book) => {
      cellAt(book.getWorksheet('Funds')!, 'Approved', { Id: 'F1' }).value = 750;
      addRow(book.getWorksheet('Funds')!, { Partner: 'Nord IT', Period: 'FY26-Q2' });
      addRow(book.getWorksheet('Tasks')!, { Partner: 'nord', Title: 'Sign the annex' });
      addRow(book.getWorksheet('Accounts')!, { Partner: 'nord', Account: 'Beta' });
      addRow(book.getWorksheet('Activities')!, { Partner: 'nord', Date: '2026-02-01', Subject: 'Called' });
      cellAt(book.getWorksheet('Partners')!, 'Aliases', { Partner: 'nord' }).value = '"A; B"; D';
    });
    expect(await bringBack(root, path)).toMatchObject({ conflicts: [], rejected: [], kept: [] });
    expect(await read(root, 'funds.yaml')).toBe(
      files['funds.yaml'].replace('500', '750') + '  - { id: nord-fy26-q2, partner: nord, period: FY26-Q2 }\n',
    );
    const profile = await read(root, 'partners/nord/partner.yaml');
    expect(profile).toContain('aliases: ["A; B", D]\n');
    expect(profile).toContain('due: 2026-01-01 }\n  - { id: sign-the-annex, title: Sign the annex }\n');
    expect(await read(root, 'partners/nord/accounts.csv')).toBe(`${files['partners/nord/accounts.csv']}Beta,,,,\n`);
    expect(await read(root, 'partners/nord/activities.csv')).toMatch(
      /\nworkbook,hash-[0-9a-f]{16},2026-02-01,,,Called\n$/,
    );
    expect(await bringBack(root, path)).toMatchObject({ changes: [], conflicts: [], rejected: [] });
  });
});
