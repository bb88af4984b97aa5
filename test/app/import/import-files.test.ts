import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { singleLine } from '../../../src/units/clean-text.ts';
import { territoryOnDisk } from '../../input/territory-on-disk.ts';
import { CAM_YAML, filesOf, importInto, importText, partnerYaml, runImport } from './import-on-disk.ts';

const HEADER = 'Opportunity ID,Opportunity Name,Partner,Stage,Amount,Close Date,Next Step';

async function twoPartners(more: Readonly<Record<string, string>> = {}): Promise<string> {
  return territoryOnDisk({
    'cam.yaml': CAM_YAML,
    'partners/cedar/partner.yaml': partnerYaml('Cedar GmbH'),
    'partners/fjord/partner.yaml': partnerYaml('Fjord A/S', 'currency: EUR\n'),
    ...more,
  });
}

describe('an export that is imported', () => {
  const rows = [
    HEADER,
    '1,Switches,Cedar,Won,"1,200.50",2026-02-10,',
    '2,Wifi,fjord a/s,Propose,,2026-06-30,"Call, then ""visit"""',
  ];

  it('gives each partner its deals, in canonical columns, only those it has', async () => {
    const root = await twoPartners();
    const report = await importText(root, rows.join('\n'), { file: 'crm.csv' });
    expect(report).toMatchObject({ rows: 2, created: 2, updated: 0, unchanged: 0, rejected: [], unmatched: [] });
    const files = await filesOf(root);
    expect(files['partners/cedar/deals.csv']).toBe(
      'source,id,name,amount,stage,status,close_date,next_step\ncrm,1,Switches,1200.5,Won,won,2026-02-10,\n',
    );
    expect(files['partners/fjord/deals.csv']).toBe(
      'source,id,name,amount,stage,status,close_date,next_step\ncrm,2,Wifi,,Propose,open,2026-06-30,"Call, then ""visit"""\n',
    );
  });

  it('says what it did with sums by stage, partner, quarter and currency; an unknown amount is no zero', async () => {
    const { totals, columns, dateOrder } = await importText(await twoPartners(), rows.join('\n'));
    expect(totals.amount).toEqual({ USD: 1200.5 });
    expect(totals.byStage['Won']).toMatchObject({ rows: 1, amount: 1200.5 });
    expect(totals.byStage['Propose']).toMatchObject({ rows: 1, amount: null, withoutAmount: 1 });
    expect(totals.byPartner).toMatchObject({ cedar: { rows: 1, amount: 1200.5 }, fjord: { rows: 1, amount: null } });
    expect(totals.byQuarter).toMatchObject({ 'FY26-Q3': { rows: 1 }, 'FY26-Q4': { rows: 1 } });
    expect(columns).toMatchObject({ id: 'Opportunity ID', partner: 'Partner', amount: 'Amount' });
    expect(dateOrder).toBeNull();
  });

  it('changes no file when it is imported again, also on another day', async () => {
    const root = await twoPartners();
    await importText(root, rows.join('\n'));
    const before = await filesOf(root);
    const again = await importInto(root, ['export.csv']);
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 2, written: [] });
    expect(await filesOf(root)).toEqual(before);
  });

  it('writes nothing in a dry run and reports the same', async () => {
    const root = await twoPartners();
    const before = await filesOf(root);
    const dry = await importText(root, rows.join('\n'), { dryRun: true });
    expect(dry).toMatchObject({ created: 2, written: [], dryRun: true });
    expect(await filesOf(root)).toEqual(before);
    expect((await importInto(root, ['export.csv'])).totals).toEqual(dry.totals);
  });

  it('updates what changed, keeps what the export does not carry, and leaves deals of other sources alone', async () => {
    const root = await twoPartners({
      'partners/cedar/deals.csv':
        'source,id,name,amount,status,campaign\nother,9,Theirs,5,open,Spring\nexport,1,Old name,10,open,Autumn\n',
    });
    const report = await importText(root, rows.join('\n'));
    expect(report).toMatchObject({ created: 1, updated: 1, unchanged: 0 });
    expect((await filesOf(root))['partners/cedar/deals.csv']).toBe(
      'source,id,name,amount,status,campaign,stage,close_date,next_step\n' +
        'other,9,Theirs,5,open,Spring,,,\n' +
        'export,1,Switches,1200.5,won,Autumn,Won,2026-02-10,\n',
    );
  });

  it('empties a field that the export now holds empty', async () => {
    const root = await twoPartners();
    await importText(root, rows.join('\n'));
    await importText(root, rows.join('\n').replace('"Call, then ""visit"""', ''));
    expect((await filesOf(root))['partners/fjord/deals.csv']).toContain('2,Wifi,,Propose,open,2026-06-30,\n');
  });

  it('moves a deal that the CRM gave to another partner', async () => {
    const root = await twoPartners();
    await importText(root, rows.join('\n'));
    const report = await importText(root, rows.join('\n').replace('fjord a/s', 'Cedar'));
    expect(report).toMatchObject({ updated: 1, moved: 1, unchanged: 1 });
    const files = await filesOf(root);
    expect(files['partners/fjord/deals.csv']).not.toContain('Wifi');
    expect(files['partners/cedar/deals.csv']).toContain('export,2,Wifi');
  });

  it('reports deals that vanished from a full export and leaves them', async () => {
    const root = await twoPartners();
    await importText(root, rows.join('\n'));
    const report = await importText(root, rows.slice(0, 2).join('\n'));
    expect(report.vanished).toEqual([
      { key: 'export:2', partner: 'fjord', status: 'open', amount: null, currency: 'USD' },
    ]);
    expect((await filesOf(root))['partners/fjord/deals.csv']).toContain('Wifi');
  });

  it('refuses a second name for deals that are there already: they would be counted twice', async () => {
    const root = await twoPartners();
    await importText(root, rows.join('\n'), { file: 'crm.csv' });
    await expect(importText(root, rows.join('\n'), { file: 'pipeline.csv' })).rejects.toThrow(
      'pipeline.csv: 2 of 2 ids are those of deals from "crm"',
    );
    await writeFile(join(root, 'm.yaml'), 'source: crm\n');
    expect(await importInto(root, ['pipeline.csv'], { mapFile: 'm.yaml' })).toMatchObject({ unchanged: 2 });
  });
});

describe('rows that cannot be taken', () => {
  it('are rejected with place, reason and money while the rest is imported', async () => {
    const root = await twoPartners();
    const report = await importText(
      root,
      [
        HEADER,
        '1,A,Cedar,Won,100,2026-02-31,',
        '2,B,Cedar,Won,200,2026-02-10,',
        '3,C,Cedar,,300,2026-02-10,',
        '4,D,Cedar,Won,about 5,2026-02-10,',
      ].join('\n'),
    );
    expect(report).toMatchObject({ rows: 4, created: 1 });
    expect(report.rejected).toEqual([
      {
        where: 'export.csv:2',
        why: 'Close Date: "2026-02-31" is no date',
        amount: 100,
        currency: 'USD',
      },
      { where: 'export.csv:4', why: 'has neither a stage nor a status', amount: 300, currency: 'USD' },
      {
        where: 'export.csv:5',
        why: 'Amount: "about 5" is no number with a decimal point',
        amount: null,
        currency: 'USD',
      },
    ]);
  });

  it('stay out when two of them give one deal different values, with both lines named', async () => {
    const report = await importText(
      await twoPartners(),
      [
        HEADER,
        '1,A,Cedar,Won,100,2026-02-10,',
        '1,A,Cedar,Won,150,2026-02-10,',
        '2,B,Cedar,Won,7,2026-02-10,',
        '2,B,Cedar,Won,7,2026-02-10,',
      ].join('\n'),
    );
    expect(report).toMatchObject({ created: 1, repeated: 1, totals: { amount: { USD: 7 } } });
    expect(report.rejected).toMatchObject([
      { where: 'export.csv:2', why: 'the deal 1 stands also in line 3, with another amount', amount: 100 },
      { where: 'export.csv:3', why: 'the deal 1 stands also in line 2, with another amount', amount: 150 },
    ]);
  });

  it('are reported by partner name with rows and money when nobody has the name', async () => {
    const root = await twoPartners();
    const text = [
      HEADER,
      '1,A,Nobody Inc,Won,100,2026-02-10,',
      '2,B,Nobody Inc,Won,50,2026-02-10,',
      '3,C,,Won,,2026-02-10,',
    ].join('\n');
    const report = await importText(root, text);
    expect(report.unmatched).toMatchObject([
      { partner: 'Nobody Inc', rows: 2, amount: 150, why: 'no partner has this name' },
      { partner: '', rows: 1, amount: null, why: 'the row names no partner' },
    ]);
    expect(Object.keys(await filesOf(root))).toEqual(['partners/cedar/partner.yaml', 'partners/fjord/partner.yaml']);
  });

  it('keep the deal where it was when their partner is not known any more', async () => {
    const root = await twoPartners();
    await importText(root, [HEADER, '1,A,Cedar,Won,100,2026-02-10,'].join('\n'));
    const report = await importText(root, [HEADER, '1,A,Nobody,Won,900,2026-02-10,'].join('\n'));
    expect(report).toMatchObject({ unmatched: [{ partner: 'Nobody', rows: 1 }], vanished: [] });
    expect((await filesOf(root))['partners/cedar/deals.csv']).toContain(',100,');
  });
});

describe('partners that an import adds', () => {
  it('are one for all spellings of a name, and never one for a name that two partners share', async () => {
    const root = await twoPartners({
      'partners/twin-a/partner.yaml': partnerYaml('Twin Inc'),
      'partners/twin-b/partner.yaml': partnerYaml('Twin Ltd'),
    });
    const names = ['Søn & Co', 'SØN & CO.', 'Twin'];
    const text = [HEADER, ...names.map((name, id) => `${id},A,${name},Won,1,2026-02-10,`)].join('\n');
    const report = await importText(root, text, { createPartners: true });
    expect(report.createdPartners).toEqual([{ id: 'son-and-co', name: 'Søn & Co' }]);
    expect(report.unmatched).toMatchObject([{ partner: 'Twin', why: 'could be twin-a or twin-b' }]);
    expect(await importInto(root, ['export.csv'], { createPartners: true })).toMatchObject({
      unchanged: 2,
      written: [],
    });
  });

  it('have the type and id that a mapping gives them', async () => {
    const root = await twoPartners();
    await writeFile(join(root, 'm.yaml'), 'partner_type: msp\npartners: { "North Star": polaris }\n');
    const text = [HEADER, '1,A,North Star,Won,1,2026-02-10,'].join('\n');
    await importText(root, text, { createPartners: true, mapFile: 'm.yaml' });
    expect((await filesOf(root))['partners/polaris/partner.yaml']).toContain('name: "North Star"\ntype: msp\n');
  });

  it('are not needed when all rows belong to one partner', async () => {
    const root = await twoPartners();
    const text = 'Opportunity ID,Stage,Amount\n1,Won,5\n';
    expect(await importText(root, text, { partner: 'cedar' })).toMatchObject({ created: 1 });
    await expect(importInto(root, ['export.csv'], { partner: 'cedra' })).rejects.toThrow(
      'There is no partner "cedra".',
    );
  });
});

describe('an export that needs a person', () => {
  it('is not imported when its dates fit two orders, and the flag is named', async () => {
    const text = [HEADER, '1,A,Cedar,Won,5,03/04/2026,'].join('\n');
    const root = await twoPartners();
    await expect(importText(root, text)).rejects.toMatchObject({
      kind: 'usage',
      remedy: expect.stringContaining('--date-order'),
    });
    expect(Object.keys(await filesOf(root))).toHaveLength(2);
    const report = await importInto(root, ['export.csv'], { dateOrder: 'mdy' });
    expect(report).toMatchObject({ created: 1, dateOrder: 'mdy', totals: { byQuarter: { 'FY26-Q3': { rows: 1 } } } });
  });

  it('takes the order of an unclear date column from a clear one: one export is written in one style', async () => {
    const text = 'Opportunity ID,Partner,Stage,Close Date,Created Date\n1,Cedar,Won,03/04/2026,25/12/2025\n';
    const report = await importText(await twoPartners(), text);
    expect(report).toMatchObject({ dateOrder: 'dmy', totals: { byQuarter: { 'FY26-Q4': { rows: 1 } } } });
  });

  it('is not imported when its numbers could be thousands or decimals, and the flag is named', async () => {
    const text = [HEADER, '1,A,Cedar,Won,1.234,2026-02-10,'].join('\n');
    const root = await twoPartners();
    await expect(importText(root, text)).rejects.toMatchObject({
      kind: 'usage',
      remedy: expect.stringContaining('--decimal'),
    });
    expect((await importInto(root, ['export.csv'], { decimal: ',' })).totals.amount).toEqual({ USD: 1234 });
  });

  it('is not imported when a stage means nothing by itself; a proposal holds all that is known and works once confirmed', async () => {
    const root = await twoPartners();
    const text = [HEADER, '1,A,Cedar,Warm: hot?,5,13/04/2026,', '2,B,Cedar,Won,6,13/04/2026,'].join('\n');
    const report = await importText(root, text);
    expect(report).toMatchObject({ created: 0, written: [{ path: 'mappings/export.yaml', kind: 'mapping' }] });
    expect(report.needsMapping).toEqual({
      questions: ['export.csv: "Warm: hot?" (1 row) is neither open, won nor lost by its name'],
      proposals: [
        {
          path: 'mappings/export.yaml',
          command: 'cam import export.csv --map mappings/export.yaml',
        },
      ],
    });
    expect((await filesOf(root))['mappings/export.yaml']).toContain('"Warm: hot?": open   # check');
    const confirmed = await importInto(root, ['export.csv'], { mapFile: 'mappings/export.yaml' });
    expect(confirmed).toMatchObject({ created: 2, dateOrder: 'dmy' });
  });

  it('gets a proposal that reads back, whatever its stages and columns are called', async () => {
    const label = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((text) => singleLine(text) !== '');
    const samples = fc.oneof(
      label,
      fc.constantFrom('a: b # c', '"quoted"', "it's", '- x', '{x}', 'null', '1.10', '!!!', '???', '\\'),
    );
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(samples, { minLength: 1, maxLength: 6 }), label, async (labels, header) => {
        const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const rows = labels.map((stage, id) => [`${id}`, 'Cedar', stage, ''].map(cell).join(','));
        const text = [['Opportunity ID', 'Partner', 'Stage', header].map(cell).join(','), ...rows].join('\n');
        const root = await twoPartners();
        const asked = await importText(root, text);
        const mapFile = asked.needsMapping?.proposals[0]?.path;
        const taken = mapFile === undefined ? asked : await importInto(root, ['export.csv'], { mapFile });
        expect(taken).toMatchObject({ needsMapping: undefined, created: labels.length, rejected: [] });
      }),
      {
        numRuns: 25,
        examples: [
          [['a: b # c'], '0'],
          [['__proto__', 'a: b # c'], '!'],
        ],
      },
    );
  });

  it('never overwrites a proposal that somebody may have worked on', async () => {
    const root = await twoPartners({ 'mappings/export.yaml': 'stages: { Hot: open }\n' });
    const text = [HEADER, '1,A,Cedar,Hot,5,,'].join('\n');
    const report = await importText(root, text);
    expect(report.written).toMatchObject([{ path: 'mappings/export-2.yaml' }]);
    expect((await filesOf(root))['mappings/export.yaml']).toBe('stages: { Hot: open }\n');
    expect((await importInto(root, ['export.csv'])).written).toMatchObject([{ path: 'mappings/export-2.yaml' }]);
  });

  it('says which column it misses, with the header that looks like it', async () => {
    const report = await importText(await twoPartners(), 'Opportunity ID,Partnr,Stage\n1,Cedar,Won\n');
    expect(report.needsMapping!.questions[0]).toContain(
      'which column names the partner is not clear; "Partnr" looks like it',
    );
  });

  it('is told every mistake of its mapping with the place, and nothing changes', async () => {
    const root = await twoPartners();
    await writeFile(join(root, 'm.yaml'), 'columns:\n  amuont: Amount\nstages:\n  Hot: maybe\ndate_order: dym\n');
    await writeFile(join(root, 'export.csv'), [HEADER, '1,A,Cedar,Won,5,,'].join('\n'));
    const result = await runImport(root, ['export.csv'], { mapFile: 'm.yaml' });
    expect(result).toMatchObject({
      kind: 'problems',
      of: 'mapping',
      problems: [
        { file: 'm.yaml', line: 2, suggestion: 'amount' },
        { file: 'm.yaml', line: 4, path: 'stages.Hot' },
        { file: 'm.yaml', line: 5, path: 'date_order' },
      ],
    });
    expect(Object.keys(await filesOf(root))).toHaveLength(2);
  });

  it('waits until the territory is sound: a deal in a file that cannot be read would be taken for a new one', async () => {
    const root = await twoPartners({ 'partners/cedar/deals.csv': 'source,id,status\ncrm,1,perhaps\n' });
    await writeFile(join(root, 'export.csv'), [HEADER, '1,A,Cedar,Won,5,,'].join('\n'));
    expect(await runImport(root, ['export.csv'])).toMatchObject({ kind: 'problems', of: 'territory' });
  });
});

describe('a stage of an export', () => {
  it('gets the spelling of cam.yaml in the file, so that it has its place there; sums keep the words of the CRM', async () => {
    const root = await twoPartners();
    const report = await importText(root, [HEADER, '1,A,Cedar,WON,5,,', '2,B,Cedar,Discovery,6,,'].join('\n'));
    expect(Object.keys(report.totals.byStage)).toEqual(['WON', 'Discovery']);
    expect((await filesOf(root))['partners/cedar/deals.csv']).toContain('export,1,A,5,Won,won');
    expect(report.warnings).toEqual([
      { where: 'cam.yaml', message: expect.stringMatching(/: Discovery; add them there/) },
    ]);
  });
});

describe('currencies of an export', () => {
  it('come from a column or from what stands beside the amount, and are kept apart', async () => {
    const root = await twoPartners();
    const text = [
      HEADER,
      '1,A,Cedar,Won,€5.00,2026-02-10,',
      '2,B,Cedar,Won,$7.00,2026-02-10,',
      '3,C,Fjord,Won,9.00,2026-02-10,',
    ].join('\n');
    const report = await importText(root, text);
    expect(report.totals.amount).toEqual({ EUR: 14, USD: 7 });
    expect(report.totals.byStage['Won']).toMatchObject({ rows: 3, amount: null, byCurrency: { EUR: 14, USD: 7 } });
  });

  it('that contradict each other, or are none, reject the row', async () => {
    const text =
      'Opportunity ID,Partner,Stage,Amount,Currency\n1,Cedar,Won,€5.00,USD\n2,Cedar,Won,5.00,Dubloons\n3,Cedar,Won,$5.00,CAD\n';
    const report = await importText(await twoPartners(), text);
    expect(report.rejected.map(({ why }) => why)).toEqual([
      '"€5.00" is not in USD',
      'Currency: "Dubloons" is no currency; use codes such as USD',
    ]);
    expect(report.totals.amount).toEqual({ CAD: 5 });
  });
});

describe('the snapshot of an import', () => {
  const text = [
    HEADER,
    '1,A,Cedar,Won,100,2026-02-10,',
    '2,B,Cedar,Propose,50,2026-06-30,',
    '3,C,Cedar,Won,70,2026-05-01,',
  ].join('\n');

  it('is dated by the name of the file and holds the figures as they stood that day', async () => {
    const root = await twoPartners();
    await importText(root, text, { file: 'pipeline-2026-04-14.csv' });
    const snapshot = JSON.parse((await filesOf(root))['partners/cedar/snapshots/2026-04-14.json']!);
    expect(snapshot).toMatchObject({
      schemaVersion: 1,
      date: '2026-04-14',
      currency: 'USD',
      sources: [{ file: 'pipeline-2026-04-14.csv', rows: 3 }],
      // The deal won in May was still open in April.
      open: { amount: 120, deals: 2, withoutAmount: 0 },
      bookings: [{ month: '2026-02', amount: 100, deals: 1 }],
    });
    expect(snapshot.deals.map(({ key }: { key: string }) => key)).toEqual(['pipeline:2', 'pipeline:3']);
  });

  it('is dated by --as-of, else by the day of the import, and is written once', async () => {
    const root = await twoPartners();
    await importText(root, text, { asOf: '2026-03-01' as never });
    await importInto(root, ['export.csv']);
    expect(Object.keys(await filesOf(root)).filter((path) => path.includes('snapshots'))).toEqual([
      'partners/cedar/snapshots/2026-03-01.json',
    ]);
    await importText(root, text.replace(',50,', ',60,'));
    expect(Object.keys(await filesOf(root)).filter((path) => path.includes('snapshots'))).toEqual([
      'partners/cedar/snapshots/2026-03-01.json',
      'partners/cedar/snapshots/2026-04-20.json',
    ]);
  });

  it('of a second export of one day replaces the first', async () => {
    const root = await twoPartners();
    await importText(root, text, { file: 'pipeline-2026-04-14.csv' });
    await importText(root, text.replace(',50,', ',60,'), { file: 'pipeline-2026-04-14.csv' });
    const files = await filesOf(root);
    expect(Object.keys(files).filter((path) => path.includes('snapshots'))).toHaveLength(1);
    expect(files['partners/cedar/snapshots/2026-04-14.json']).toContain('"amount": 130');
  });

  it('is also taken of the partner a deal was moved away from', async () => {
    const root = await twoPartners();
    await importText(root, text, { file: 'pipeline-2026-04-14.csv' });
    await importText(root, text.replaceAll('Cedar', 'Fjord'), { file: 'pipeline-2026-04-21.csv' });
    expect(JSON.parse((await filesOf(root))['partners/cedar/snapshots/2026-04-21.json']!).open.deals).toBe(0);
  });
});

describe('an export that is older than the data there is', () => {
  it('is imported, and the report says so', async () => {
    const root = await twoPartners();
    const text = [HEADER, '1,A,Cedar,Won,100,2026-02-10,'].join('\n');
    await importText(root, text, { file: 'pipeline-2026-04-14.csv' });
    const report = await importText(root, text, { file: 'pipeline-2026-03-31.csv' });
    expect(report.warnings).toEqual([
      {
        where: 'pipeline-2026-03-31.csv',
        message: 'older than data imported before, which is of 2026-04-14: its deals now stand as they stood earlier',
      },
    ]);
  });
});

describe('ids of an export', () => {
  it('of 15 and of 18 characters are one deal in Salesforce', async () => {
    const root = await twoPartners();
    await importText(root, 'Opportunity ID,Partner,Stage\n006Ec00000AieKFIAZ,Cedar,Won\n', { file: 'data.csv' });
    const report = await importText(root, 'Opportunity ID,Partner,Stage\n006Ec00000AieKF,Cedar,Won\n', {
      file: 'report.csv',
    });
    expect(report).toMatchObject({ sources: ['salesforce'], created: 0, unchanged: 1 });
  });

  it('stay text as it was written', async () => {
    const root = await twoPartners();
    const ids = ['007', '1E5', 'MAR1', '12345678901234567890', '=1+1', '-x'];
    await importText(root, ['Opportunity ID,Partner,Stage', ...ids.map((id) => `${id},Cedar,Won`)].join('\n'));
    const lines = (await filesOf(root))['partners/cedar/deals.csv']!.trim().split('\n').slice(1);
    expect(lines).toEqual(ids.map((id) => `export,${id},Won,won`));
  });

  it('are made of the lasting fields where there are none, so that a deal is found again when it moved on', async () => {
    const root = await twoPartners();
    const first =
      'Opportunity Name,Account Name,Partner,Stage,Amount\nWifi,Acme,Cedar,Propose,5\nWifi,Brook,Cedar,Propose,6\n';
    expect(await importText(root, first)).toMatchObject({ created: 2, withoutId: 2 });
    expect(await importText(root, first.replace('Propose,5', 'Won,7'))).toMatchObject({
      updated: 1,
      unchanged: 1,
      vanished: [],
    });
  });

  it('of two systems do not meet: the source is part of the key', async () => {
    const root = await twoPartners();
    const rows = (from: number): string => Array.from({ length: 5 }, (_, i) => `${from + i},Cedar,Won\n`).join('');
    await importText(root, `Opportunity ID,Partner,Stage\n${rows(1)}`, { file: 'north.csv' });
    const report = await importText(root, `Opportunity ID,Partner,Stage\n${rows(4)}`, { file: 'south.csv' });
    expect(report).toMatchObject({ created: 5, updated: 0 });
  });
});

describe('how a CRM says that a deal is closed', () => {
  it('may be two flags, which mean no when they are empty', async () => {
    const text = 'Id,Partner,IsClosed,IsWon,Amount\n1,Cedar,1,1,5\n2,Cedar,1,,6\n3,Cedar,,,7\n';
    const { totals } = await importText(await twoPartners(), text);
    expect(totals.byStatus).toMatchObject({ won: { amount: 5 }, lost: { amount: 6 }, open: { amount: 7 } });
  });

  it('decides which of two amounts and dates holds: the estimate while open, what came of it when closed', async () => {
    const text =
      '(Do Not Modify) Opportunity,Partner,Status,Est. Revenue,Actual Revenue,Est. Close Date,Actual Close Date\n' +
      'a,Cedar,Open,100,,2026-06-30,\nb,Cedar,Won,100,80,2026-06-30,2026-02-01\n';
    const root = await twoPartners();
    await importText(root, text);
    expect((await filesOf(root))['partners/cedar/deals.csv']).toBe(
      'source,id,amount,status,close_date\nexport,a,100,open,2026-06-30\nexport,b,80,won,2026-02-01\n',
    );
  });

  it('may be odds from 0 to 1, which are percent here', async () => {
    const root = await twoPartners();
    await importText(root, 'Record ID,Partner,Deal Stage,Deal Probability\n1,Cedar,Propose,0.07\n2,Cedar,Won,1\n');
    expect((await filesOf(root))['partners/cedar/deals.csv']).toContain('export,1,Propose,open,7\n');
  });
});
