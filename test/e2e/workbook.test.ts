import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { TABLES } from '../../src/app/tables/registry.ts';
import { addRow, cellAt, editBook } from '../app/workbook/workbook-on-disk.ts';
import { CAM, cam, envelope, filesIn, newFolder, plainEnvironment, sampleTerritory } from './cam.ts';

let demo: string;
let book: string;

beforeAll(async () => {
  demo = await sampleTerritory();
  book = join(await newFolder(), 'sample.xlsx');
  await cam(['export', book], { in: demo });
});

/** A copy of the sample's workbook in a folder of its own. */
async function ownBook(): Promise<string> {
  const folder = await newFolder();
  await cp(book, join(folder, 'sample.xlsx'));
  return folder;
}

describe('cam import of a workbook', () => {
  it('says that nothing changed, and changes no byte', async () => {
    const before = filesIn(demo);
    const answer = await cam(['import', book], { in: demo });
    expect(answer).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Nothing to change\. {2}[\d,]+ rows read, [\d,]+ unchanged\.\n$/),
    });
    const { '.cam/lock': _, ...after } = filesIn(demo);
    expect(after).toEqual(before);
  });

  it('shows every difference, writes what is sound and ends with 1 when a row is wrong', async () => {
    const root = await sampleTerritory();
    const folder = await ownBook();
    const path = join(folder, 'sample.xlsx');
    await editBook(path, (edited) => {
      const deals = edited.getWorksheet('Deals')!;
      cellAt(deals, 'Amount', { Id: 'OPP-10454' }).value = 12_500;
      cellAt(deals, 'Status', { Id: 'OPP-10802' }).value = 'sold';
    });
    const dry = await cam(['import', path, '--dry-run'], { in: root });
    expect(dry.out).toContain('cobaltine-networks crm OPP-10454  amount  12400 → 12500');
    expect(dry.out).toContain('sample.xlsx Deals!M3: "sold" is not one of the allowed values: open, won, lost');
    expect(dry.out).toContain('1 change would be made.');
    expect(dry).toMatchObject({ code: 1 });
    const answer = await cam(['import', path, '--json'], { in: root });
    expect(answer.code).toBe(1);
    expect(envelope(answer)).toMatchObject({
      command: 'import',
      data: {
        kind: 'workbook',
        created: 0,
        updated: 1,
        removed: 0,
        conflicts: [],
        rejected: [{ where: 'sample.xlsx Deals!M3' }],
      },
      files: [
        { path: join(root, 'partners/cobaltine-networks/deals.csv'), kind: 'table', partner: 'cobaltine-networks' },
      ],
    });
  });

  it('refuses a workbook of somebody else with --kind workbook, and two of ours at once', async () => {
    const folder = await newFolder();
    const other = new ExcelJS.Workbook();
    other.addWorksheet('Pipeline').addRow(['Opportunity', 'Amount']);
    await other.xlsx.writeFile(join(folder, 'crm.xlsx'));
    const answer = await cam(['import', join(folder, 'crm.xlsx'), '--kind', 'workbook'], { in: demo });
    expect(answer).toMatchObject({
      code: 1,
      err: expect.stringContaining('crm.xlsx is no workbook of ours: its sheet is "Pipeline".'),
    });
    expect(answer.err).toContain('cam export --blank start.xlsx');
    const twice = await cam(['import', book, book], { in: demo });
    expect(twice).toMatchObject({
      code: 2,
      err: expect.stringContaining('A file that cam export wrote is brought back alone.'),
    });
  });
});

describe('cam init --from', () => {
  it('makes the very territory that the workbook was written from', async () => {
    const folder = await newFolder();
    const answer = await cam(['init', 'north', '--from', book], { in: folder });
    expect(answer).toMatchObject({
      code: 0,
      out: expect.stringContaining('A territory of 12 partners, made of sample.xlsx, is in north.'),
    });
    const made = Object.entries(filesIn(join(folder, 'north'))).filter(([path]) => !path.startsWith('.'));
    const from = Object.entries(filesIn(demo)).filter(([path]) => !path.startsWith('.'));
    expect(made).toEqual(from);
  });

  it('makes one of the empty workbook filled in: two names, two types, a deal', async () => {
    const folder = await newFolder();
    await cam(['export', '--blank', 'start.xlsx'], { in: folder });
    await editBook(join(folder, 'start.xlsx'), (edited) => {
      addRow(edited.getWorksheet('Partners')!, { Name: 'Blue & Søn', Type: 'var' });
      addRow(edited.getWorksheet('Partners')!, { Name: 'Nord IT', Type: 'msp', Parent: 'Blue & Søn' });
      addRow(edited.getWorksheet('Deals')!, {
        Partner: 'Nord IT',
        Name: 'Rollout',
        Stage: 'Closed won',
        Amount: 12_000,
        'Close date': '2026-02-28',
      });
      cellAt(edited.getWorksheet('Program')!, 'Value', { Setting: 'vendor.name' }).value = 'Acme';
      cellAt(edited.getWorksheet('Program')!, 'Value', { Setting: 'fiscal_year.start_month' }).value = 7;
      const stages = edited.getWorksheet('Stages')!;
      stages.spliceRows(3, 1, ['Demo', 'open', 0.3]);
    });
    const answer = await cam(['init', 'north', '--from', 'start.xlsx', '--name', 'Jo Doe'], { in: folder });
    expect(answer.code).toBe(0);
    const north = join(folder, 'north');
    expect(await readFile(join(north, 'partners/nord-it/deals.csv'), 'utf8')).toMatch(
      /^source,id,name,amount,stage,status,close_date\nworkbook,hash-[0-9a-f]{16},Rollout,12000,Closed won,won,2026-02-28\n$/,
    );
    expect(await readFile(join(north, 'partners/nord-it/partner.yaml'), 'utf8')).toContain('parent: blue-and-son\n');
    const config = await readFile(join(north, 'cam.yaml'), 'utf8');
    expect(config).toMatch(/vendor:\n {2}name: "?Acme"?\ncam:\n {2}name: "?Jo Doe"?\n/);
    expect(config).toMatch(
      /start_month: 7[^]*name: Qualify,[^}]*\}\n.*name: Demo, status: open, probability_percent: 30 \}\n.*name: Propose/,
    );
    expect((await cam(['check'], { in: north })).code).toBe(0);
    const again = await cam(['import', join(folder, 'start.xlsx'), '--kind', 'workbook'], { in: north });
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('Nothing to change.') });
  });

  it('lists everything that is wrong and writes nothing', async () => {
    const folder = await ownBook();
    await editBook(join(folder, 'sample.xlsx'), (edited) => {
      cellAt(edited.getWorksheet('Deals')!, 'Amount', { Id: 'OPP-10454' }).value = 'much';
      cellAt(edited.getWorksheet('Partners')!, 'Type', { Partner: 'cobaltine-networks' }).value = 'shop';
    });
    const answer = await cam(['init', 'north', '--from', 'sample.xlsx'], { in: folder });
    expect(answer.code).toBe(1);
    expect(answer.out).toContain('sample.xlsx Deals!I2: "much" is no number');
    expect(answer.out).toContain('sample.xlsx Partners!D2: "shop" is not one of the allowed values: var, msp');
    expect(answer.out).toContain('2 problems in the workbook.  Nothing was written. Exit code 1.');
    expect(readdirSync(folder)).toEqual(['sample.xlsx']);
  });

  it('refuses a workbook of one partner, and one without partners', async () => {
    const folder = await newFolder();
    await cam(['export', join(folder, 'one.xlsx'), '--partner', 'cobaltine-networks'], { in: demo });
    expect(await cam(['init', 'north', '--from', 'one.xlsx'], { in: folder })).toMatchObject({
      code: 1,
      err: expect.stringContaining('one.xlsx holds only a part of a territory.'),
    });
    const other = new ExcelJS.Workbook();
    other.addWorksheet('Deals').addRow(['Partner', 'Source', 'Id']);
    await other.xlsx.writeFile(join(folder, 'deals.xlsx'));
    expect(await cam(['init', 'north', '--from', 'deals.xlsx'], { in: folder })).toMatchObject({
      code: 1,
      err: expect.stringContaining('deals.xlsx has no sheet Partners.'),
    });
  });
});

describe('a workbook in a territory’s place', () => {
  it('gives every deck with one command, byte for byte those of the territory', async () => {
    const folder = await ownBook();
    const temporary = join(folder, 'tmp');
    await mkdir(temporary);
    const answer = await cam(['qbr', '--all', '--workspace', 'sample.xlsx'], {
      in: folder,
      env: { TMPDIR: temporary },
    });
    expect(answer.code).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
    const root = await sampleTerritory();
    await cam(['qbr', '--all'], { in: root });
    const decks = filesIn(join(root, 'out'));
    expect(Object.keys(decks).filter((path) => path.endsWith('.pptx'))).toHaveLength(12);
    expect(filesIn(join(folder, 'out'))).toEqual(decks);
    // The record of what was written is beside the workbook too: a second run knows its own files.
    const again = await cam(['qbr', '--all', '--as-of', '2026-02-27', '--workspace', 'sample.xlsx', '--json'], {
      in: folder,
    });
    expect(envelope(again)).toMatchObject({ warnings: [] });
  });

  it.each([
    [[], 'Quillmere Systems'],
    [['check'], 'No problems'],
    [['partner', 'list'], 'cobaltine-networks'],
    [['partner', 'show', 'cobaltine-networks'], 'Cobaltine Networks'],
    [['scorecard', 'performance', 'cobaltine-networks'], 'Cobaltine Networks'],
    [['export', '--dry-run'], `${TABLES.length} tables`],
  ])('answers cam %j', async (argv, words) => {
    const answer = await cam([...argv, '--workspace', book], { in: await newFolder() });
    expect(answer).toMatchObject({ code: 0, out: expect.stringContaining(words) });
  });

  it('is never written to', async () => {
    const folder = await ownBook();
    for (const argv of [
      ['partner', 'add', 'New One', '--type', 'var'],
      ['import', 'deals.csv'],
      ['partner', 'retire', 'cobaltine-networks'],
      ['why', 'cobaltine-networks', 'pace', '--dispute', '--reason', 'Too low', '--by', 'Ada'],
      ['why', 'cobaltine-networks', '--accept', 'adj-1'],
    ]) {
      const answer = await cam([...argv, '--workspace', 'sample.xlsx'], { in: folder });
      expect(answer, argv.join(' ')).toMatchObject({
        code: 2,
        err: expect.stringContaining(
          'sample.xlsx is read-only as a territory.\n  Make one with: cam init DIR --from sample.xlsx',
        ),
      });
    }
  });

  it('says which cells keep it from being used, and leaves no file behind', async () => {
    const folder = await ownBook();
    const temporary = join(folder, 'tmp');
    await mkdir(temporary);
    await editBook(join(folder, 'sample.xlsx'), (edited) => {
      cellAt(edited.getWorksheet('Deals')!, 'Amount', { Id: 'OPP-10454' }).value = 'much';
    });
    const answer = await cam(['partner', 'list', '--workspace', 'sample.xlsx'], {
      in: folder,
      env: { TMPDIR: temporary },
    });
    expect(answer).toMatchObject({
      code: 1,
      out: expect.stringContaining('sample.xlsx Deals!I2: "much" is no number'),
    });
    expect(readdirSync(temporary)).toEqual([]);
    await writeFile(join(folder, 'notes.xlsx'), 'no workbook');
    expect((await cam(['partner', 'list', '--workspace', 'notes.xlsx'], { in: folder })).code).toBe(1);
    expect(await cam(['partner', 'list', '--workspace', 'gone.xlsx'], { in: folder })).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no file'),
    });
  });

  it('leaves no file behind when it is interrupted half way', async () => {
    const folder = await ownBook();
    const temporary = join(folder, 'tmp');
    await mkdir(temporary);
    const environment = plainEnvironment({ TMPDIR: temporary });
    const child = spawn(process.execPath, [CAM, 'qbr', '--all', '--workspace', 'sample.xlsx'], {
      cwd: folder,
      env: environment,
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    while (readdirSync(temporary).length === 0 && child.exitCode === null) await pause(5);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
