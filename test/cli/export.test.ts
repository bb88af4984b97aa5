import ExcelJS from 'exceljs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CommandLine, Outcome, SharedFlags } from '../../src/cli/command.ts';
import { TABLES } from '../../src/app/tables/registry.ts';
import { run } from '../../src/cli/commands/spreadsheets/export.ts';
import { lintPackage } from '../../src/ooxml/lint-package.ts';
import { parsePlainDate } from '../../src/units/plain-date.ts';
import { territoryOnDisk } from '../input/territory-on-disk.ts';
import { validateOffice } from '../ooxml/validate-office.ts';

const ACME = `name: Acme Cloud
type: msp
aliases: [Acme, "Acme; Inc."]
agreement_signed: 2024-05-01
contacts:
  - { name: Jo Park, email: jo@acme.example, champion: true }
notes: Thinks of leaving.
`;
const DEALS = `source,id,name,account,amount,currency,stage,status,probability_percent,close_date
crm,007,"=SUM(A1)",-Bramble Works,1240.50,EUR,Propose,open,45,2026-04-30
crm,1E5,Second,Fernhollow,,,Closed won,won,,2026-01-15
`;
const FILES = {
  'partners/acme/partner.yaml': ACME,
  'partners/acme/deals.csv': DEALS,
  'partners/beta/partner.yaml': 'name: Beta\ntype: var\n',
};

interface Typed {
  readonly target?: string;
  readonly options?: CommandLine['options'];
  readonly flags?: Partial<SharedFlags>;
}

/** Types `cam export` in a folder, without a terminal, on 15 March 2026. */
function cam(folder: string, { target, options = {}, flags = {} }: Typed = {}): Promise<Outcome> {
  const off = { json: false, quiet: false, noInput: true, force: false, dryRun: false, debug: false };
  return run({
    args: [target],
    options,
    shared: { ...off, ...flags },
    effects: { currentFolder: folder, today: parsePlainDate('2026-03-15')!, progress: () => undefined },
    screen: { width: 80, colour: false, unicode: true, interactive: false },
  });
}

async function opened(path: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

describe('cam export', () => {
  it('writes the whole territory as a workbook and says what is in it and how to bring it back', async () => {
    const folder = await territoryOnDisk(FILES);
    const outcome = await cam(folder);
    expect(outcome.text).toBe(`✓ out/territory-2026-03-15.xlsx holds ${TABLES.length} tables with 29 rows.
  Partners 2, Contacts 1, Deals 2, Program 22, Stages 2. Empty: Targets,
  Registrations, Accounts, Leads, Activities, Facts, Commitments, Adjustments,
  Assessments, Plans, Plan numbers, Certifications, Tasks, Meetings, Funds,
  Marketing plans, Campaigns, Campaign numbers, Former names, Rates.
! Your private notes are in it: it is for you, not for partners.

Next  cam import out/territory-2026-03-15.xlsx   brings back what you change
`);
    expect(outcome).toMatchObject({ exitCode: 0, warnings: [], failed: [] });
    expect(outcome.files).toEqual([{ path: join(folder, 'out/territory-2026-03-15.xlsx'), kind: 'workbook' }]);
    const bytes = await readFile(join(folder, 'out/territory-2026-03-15.xlsx'));
    expect(lintPackage(bytes)).toEqual([]);
    expect(await validateOffice(bytes, 'xlsx')).toEqual([]);
  });

  it('has a sheet a table, in words that people use', async () => {
    const folder = await territoryOnDisk(FILES);
    await cam(folder, { target: 'book.xlsx' });
    const workbook = await opened(join(folder, 'book.xlsx'));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      ...['Read me', 'Partners', 'Contacts', 'Targets', 'Deals', 'Registrations', 'Accounts', 'Leads', 'Activities'],
      ...['Facts', 'Commitments', 'Adjustments', 'Assessments', 'Plans', 'Plan numbers', 'Certifications'],
      ...['Tasks', 'Meetings', 'Funds', 'Marketing plans', 'Campaigns', 'Campaign numbers', 'Former names', 'Program'],
      ...['Stages', 'Rates', 'cam lists', 'cam baseline'],
    ]);
    expect(workbook.getWorksheet('cam baseline')!.state).toBe('veryHidden');
    const deals = workbook.getWorksheet('Deals')!;
    const headers = (deals.getRow(1).values as string[]).slice(1, 7);
    expect(headers).toEqual(['Partner', 'Source', 'Id', 'Name', 'Account', 'Account domain']);
    expect((deals.getRow(2).values as unknown[]).slice(1, 10)).toEqual([
      ...['acme', 'crm', '007', '=SUM(A1)', '-Bramble Works', undefined, undefined, undefined, 1240.5],
    ]);
    const partners = workbook.getWorksheet('Partners')!;
    expect(partners.getCell('Q1').value).toBe('Notes (private)');
    expect(partners.getCell('M2').value).toBe('Acme; "Acme; Inc."');
  });

  it('makes the same bytes again, and leaves a workbook alone that was edited since', async () => {
    const folder = await territoryOnDisk(FILES);
    const path = join(folder, 'book.xlsx');
    await cam(folder, { target: 'book.xlsx' });
    const first = await readFile(path);
    await cam(folder, { target: 'book.xlsx' });
    expect((await readFile(path)).equals(first)).toBe(true);
    await writeFile(path, 'edited');
    const outcome = await cam(folder, { target: 'book.xlsx' });
    expect(outcome.text).toBe(`! book.xlsx was not written by cam or was edited since, and stays as it is.
  Bring your changes back first: cam import book.xlsx; or replace it with
  --force.
`);
    expect(outcome).toMatchObject({
      exitCode: 0,
      files: [],
      warnings: [{ where: path, message: 'was not written by cam or was edited since, and stays as it is' }],
    });
    expect(await readFile(path, 'utf8')).toBe('edited');
    await cam(folder, { target: 'book.xlsx', flags: { force: true } });
    expect((await readFile(path)).equals(first)).toBe(true);
  });

  it('writes nothing in a dry run', async () => {
    const folder = await territoryOnDisk(FILES);
    const outcome = await cam(folder, { options: { kind: 'deals' }, flags: { dryRun: true } });
    expect(outcome.text).toContain('✓ out/territory-2026-03-15.xlsx would hold 1 table with 2 rows.');
    expect(outcome.text).toContain('Dry run: nothing was written.');
    expect(outcome.files).toEqual([]);
    expect(await readdir(folder)).toEqual(['cam.yaml', 'partners']);
  });

  it('keeps to one partner: nothing of another is in the workbook, the hidden sheet included', async () => {
    const funds =
      'funds:\n  - { id: F1, partner: beta, period: FY26, allocated: 5 }\n  - { id: F2, partner: acme, period: FY26 }\n';
    const folder = await territoryOnDisk({ ...FILES, 'funds.yaml': funds });
    const outcome = await cam(folder, { target: 'acme.xlsx', options: { partner: 'acme' } });
    const workbook = await opened(join(folder, 'acme.xlsx'));
    expect(workbook.getWorksheet('Partners')!.rowCount).toBe(2);
    expect(workbook.getWorksheet('Funds')!.getCell('A2').value).toBe('F2');
    expect(workbook.getWorksheet('Program')).toBeUndefined();
    const { data } = outcome as { data: { tables: { id: string; rows: number }[] } };
    expect(data.tables.find(({ id }) => id === 'funds')).toEqual({ id: 'funds', title: 'Funds', rows: 1 });
    const { readSheets } = await import('../../src/input/tabular/read-sheets.ts');
    const { BASELINE_SHEET, readBaseline } = await import('../../src/app/workbook/baseline.ts');
    const { sheets } = await readSheets(join(folder, 'acme.xlsx'));
    const hidden = sheets.find(({ name }) => name === BASELINE_SHEET)!;
    const reading = readBaseline(hidden.rows.map(({ cells }) => cells.map(String)));
    expect(JSON.stringify(reading)).not.toContain('Beta');
    expect(JSON.stringify(reading)).not.toContain('F1');
    expect(reading).toMatchObject({ kind: 'baseline', baseline: { partners: ['acme'] } });
  });

  it('leaves out a partner whose files have mistakes, and says so', async () => {
    const folder = await territoryOnDisk({ ...FILES, 'partners/beta/partner.yaml': 'name: Beta\n' });
    const outcome = await cam(folder);
    expect(outcome.exitCode).toBe(3);
    expect(outcome.text).toContain('! Left out, because their files have mistakes (cam check): beta.');
    expect(outcome.failed).toEqual([
      { partner: 'beta', message: 'left out: its files have mistakes, see cam check partners/beta' },
    ]);
    await expect(cam(folder, { options: { partner: 'beta' } })).rejects.toMatchObject({
      message: 'The files of beta cannot be used.',
      remedy: 'cam check partners/beta shows what is wrong with them.',
    });
  });
});

describe('cam export as CSV', () => {
  it('writes a file a table, with the partner first and nothing that runs as a formula', async () => {
    const folder = await territoryOnDisk(FILES);
    const outcome = await cam(folder, { target: 'tables' });
    expect(await readFile(join(folder, 'tables/deals.csv'), 'utf8')).toBe(
      '\ufeffpartner,source,id,name,account,account_domain,partner_role,other_partners,amount,annual_value,currency,stage,' +
        'status,forecast_category,probability_percent,close_date,created_date,owner,type,product,next_step,last_activity,' +
        'lead_source,campaign,registration_id,contacts_at_customer,close_date_moves\n' +
        "acme,crm,007,'=SUM(A1),'-Bramble Works,,,,1240.5,,EUR,Propose,open,,45,2026-04-30,,,,,,,,,,,\n" +
        'acme,crm,1E5,Second,Fernhollow,,,,,,,Closed won,won,,,2026-01-15,,,,,,,,,,,\n',
    );
    expect(await readFile(join(folder, 'tables/contacts.csv'), 'utf8')).toBe(
      '\ufeffpartner,name,role,email,phone,champion,qbr\nacme,Jo Park,,jo@acme.example,,yes,no\n',
    );
    expect(outcome.files).toHaveLength(TABLES.length);
    expect(outcome.text).toContain(`The folder tables holds ${TABLES.length} tables with 29 rows.`);
    expect(outcome.text).toContain(`! 2 texts that look like formulas begin with an apostrophe, so that no program
  runs them; cam import takes it off again.`);
    expect(outcome.text).toContain('Next  cam import tables/partners.csv');
  });

  it('writes one table into one file', async () => {
    const folder = await territoryOnDisk(FILES);
    await cam(folder, { target: 'stages.csv', options: { kind: 'stages' } });
    expect(await readFile(join(folder, 'stages.csv'), 'utf8')).toBe(
      '\ufeffname,status,probability_percent\nPropose,open,\nClosed won,won,\n',
    );
  });

  it('goes to the output folder where no place is named', async () => {
    const folder = await territoryOnDisk(FILES);
    await cam(folder, { options: { kind: 'mdf, deals' }, flags: { format: ['csv'] } });
    expect(await readdir(join(folder, 'out/territory-2026-03-15'))).toEqual(['deals.csv', 'funds.csv']);
  });
});

describe('cam export --blank', () => {
  it('writes an empty workbook to start from, also where there is no territory', async () => {
    const folder = await territoryOnDisk({ 'cam.yaml': undefined });
    const outcome = await cam(folder, { options: { blank: true } });
    expect(outcome.text).toBe(`✓ start.xlsx is an empty workbook to start from.
  Fill in the sheets Partners and Program; every other sheet may stay empty. The
  first sheet explains it.

Next  cam init my-territory --from start.xlsx
`);
    const bytes = await readFile(join(folder, 'start.xlsx'));
    expect(lintPackage(bytes)).toEqual([]);
    expect(await validateOffice(bytes, 'xlsx')).toEqual([]);
    const workbook = await opened(join(folder, 'start.xlsx'));
    expect(workbook.getWorksheet('cam baseline')).toBeUndefined();
    const counts = workbook.worksheets
      .filter(({ name, rowCount }) => rowCount > 1 && !['Read me', 'cam lists'].includes(name))
      .map(({ name, rowCount }) => [name, rowCount]);
    expect(counts).toEqual([
      ['Program', 23],
      ['Stages', 7],
    ]);
    // Nobody's name stands where the owner's belongs.
    expect(workbook.getWorksheet('Program')!.getCell('B2').value).toBeNull();
  });

  it('does not replace another file, but makes itself again', async () => {
    const folder = await territoryOnDisk({ 'cam.yaml': undefined });
    await cam(folder, { target: 'start.xlsx', options: { blank: true } });
    await cam(folder, { target: 'start.xlsx', options: { blank: true } });
    await writeFile(join(folder, 'start.xlsx'), 'mine');
    await expect(cam(folder, { target: 'start.xlsx', options: { blank: true } })).rejects.toMatchObject({
      message: 'start.xlsx is there already.',
      remedy: 'Choose another name, or replace it with --force.',
    });
  });
});

describe('a place that cannot be written', () => {
  it('is named with the way out', async () => {
    const folder = await territoryOnDisk({ ...FILES, 'start.xlsx/inside.txt': 'x' });
    const refusal = {
      message: `${join(folder, 'start.xlsx')} is a folder, so no file can be written there.`,
      remedy: 'Move the folder away, or choose another place.',
    };
    await expect(cam(folder, { target: 'start.xlsx' })).rejects.toMatchObject(refusal);
    await expect(cam(folder, { target: 'start.xlsx', options: { blank: true } })).rejects.toMatchObject(refusal);
  });
});

describe('hostile text in a territory', () => {
  const HOSTILE = ["=cmd|' /C calc'!A0", '<b>&"\'', '\u202eevil', '_x0041_', '😀'.repeat(80), 'e\u0301'];

  it('gives a sound workbook and harmless CSV files', async () => {
    const text = HOSTILE.join(' ');
    const partner = {
      name: text,
      type: 'var',
      aliases: HOSTILE,
      notes: `${text}\n${text}`,
      contacts: [{ name: text }],
    };
    const cells = [text, '+1', "'=1", '-2', '@x'].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
    const folder = await territoryOnDisk({
      'cam.yaml': JSON.stringify({
        vendor: { name: text },
        cam: { name: text },
        currency: 'USD',
        stages: [{ name: text, status: 'open' }],
      }),
      'partners/acme/partner.yaml': JSON.stringify(partner),
      'partners/acme/deals.csv': `source,id,name,account,owner,product,next_step,status\ncrm,1,${cells},open\n`,
    });
    await cam(folder, { target: 'book.xlsx' });
    const bytes = await readFile(join(folder, 'book.xlsx'));
    expect(lintPackage(bytes)).toEqual([]);
    expect(await validateOffice(bytes, 'xlsx')).toEqual([]);
    await cam(folder, { target: 'tables' });
    const deals = await readFile(join(folder, 'tables/deals.csv'), 'utf8');
    expect(deals).toContain(`,'+1,`);
    expect(deals).toContain(`,''=1,`);
    expect(deals).toContain(`,-2,`);
    expect(deals).not.toMatch(/(?:^|,)"?[=+@]/m);
  });
});

describe('cam export, typed wrongly', () => {
  const wrong: readonly (readonly [what: string, typed: Typed, message: string, remedy: string])[] = [
    [
      'another kind of file',
      { target: 'book.ods' },
      'cam export does not write .ods files.',
      'Name a workbook FILE.xlsx, or a folder for CSV files.',
    ],
    [
      'a format that is none of tables',
      { flags: { format: ['html'] } },
      'Tables cannot be exported as html.',
      'They are exported as xlsx or csv.',
    ],
    [
      'a name that is no file of the format',
      { target: 'book.xlsx', flags: { format: ['csv'] } },
      'book.xlsx is no csv file, which --format asks for.',
      'Name a workbook FILE.xlsx, or a folder for CSV files.',
    ],
    [
      'a table that is none',
      { options: { kind: 'deels' } },
      'There is no table "deels" to export.',
      `Did you mean deals? Tables: ${TABLES.map(({ id }) => id).join(', ')}.`,
    ],
    ['no table at all', { options: { kind: ' , ' } }, '--kind needs a value; it was given an empty one.', ''],
    [
      'several tables for one CSV file',
      { target: 'all.csv' },
      `One CSV file holds one table, not ${TABLES.length}.`,
      'Say which: --kind deals. Without the ending .csv, a folder takes a file for each table.',
    ],
    ['a partner that is none', { options: { partner: 'acmee' } }, 'There is no partner "acmee".', 'Did you mean acme?'],
    [
      'a partner for a table of the program',
      { options: { partner: 'acme', kind: 'stages' } },
      'These tables are the same for every partner.',
      'Leave out --partner.',
    ],
    [
      'an empty workbook of one partner',
      { options: { blank: true, partner: 'acme' } },
      'An empty workbook has every sheet and no partner.',
      'Leave out --kind and --partner.',
    ],
    [
      'an empty workbook that is no workbook',
      { target: 'start', options: { blank: true } },
      'An empty workbook is an .xlsx file.',
      'cam export --blank start.xlsx',
    ],
  ];

  it.each(wrong)('%s is refused with the way out', async (_, typed, message, remedy) => {
    const folder = await territoryOnDisk(FILES);
    await expect(cam(folder, typed)).rejects.toMatchObject({
      kind: 'usage',
      message,
      ...(remedy !== '' && { remedy }),
    });
    expect(await readdir(folder)).toEqual(['cam.yaml', 'partners']);
  });
});
