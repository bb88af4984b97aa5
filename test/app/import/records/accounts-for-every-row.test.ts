import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../../src/output/csv-text.ts';
import { territoryOnDisk } from '../../../input/territory-on-disk.ts';
import { CAM_YAML, filesOf, importInto, importText, partnerYaml } from '../import-on-disk.ts';

const RUNS = 25;
const hostile = fc.oneof(
  fc.constantFrom(
    '',
    'Havn',
    'HAVN ',
    '=1+1',
    '-5',
    'a,b',
    'a"b',
    'a\nb',
    '\u202eevil',
    '00012',
    '1E5',
    '__proto__',
    'null',
  ),
  fc.string({ maxLength: 12 }),
);
const partner = fc.constantFrom('Cedar', 'cedar gmbh', 'Fjord', 'Nobody', '');
const date = fc.constantFrom('2026-01-05', '31/01/2026', '', 'soon');
const amount = fc.constantFrom('5', '1,200.50', '', '-3', 'many', '$7');
const id = fc.constantFrom('1', '01', '2', '3', '', 'A-1');

/** Tables with headers of each kind over cells that people, programs and worse write. */
const KINDS: readonly (readonly [string, readonly string[], readonly fc.Arbitrary<string>[]])[] = [
  [
    'registrations',
    ['Registration ID', 'Partner', 'Customer', 'Amount', 'Submitted Date'],
    [id, partner, hostile, amount, date],
  ],
  ['accounts', ['Partner', 'Customer', 'Product', 'Value', 'Renewal Date'], [partner, hostile, hostile, amount, date]],
  ['contacts', ['Partner', 'Full Name', 'Email', 'Job Title'], [partner, hostile, hostile, hostile]],
  [
    'certifications',
    ['Partner', 'Holder', 'Role', 'Certification', 'Expires'],
    [partner, hostile, fc.constantFrom('Sales', 'tech', ''), hostile, date],
  ],
  [
    'facts',
    ['Partner', 'Metric', 'Period', 'Value'],
    [partner, hostile, fc.constantFrom('2026-01', 'FY26-Q1', 'never', ''), amount],
  ],
  ['pos', ['Reseller', 'Invoice Date', 'SKU', 'Quantity', 'Net Amount'], [partner, date, hostile, id, amount]],
  [
    'targets',
    ['Partner', 'Fiscal Year', 'Q1', 'Q2', 'Q3', 'Q4'],
    [partner, fc.constantFrom('FY26', '2027', ''), amount, amount, amount, amount],
  ],
  [
    'partners',
    ['Partner Name', 'Partner Type', 'Website', 'Partner ID', 'Parent Account', 'Primary Contact Email'],
    [
      fc.oneof(partner, hostile),
      fc.constantFrom('VAR', 'shop', ''),
      fc.constantFrom('havn.example', ''),
      id,
      partner,
      hostile,
    ],
  ],
  [
    'mdf',
    ['Request ID', 'Partner', 'Quarter', 'Requested', 'Approved'],
    [id, partner, fc.constantFrom('FY26-Q1', 'Q1', ''), amount, amount],
  ],
];

describe('an import of any kind', () => {
  it.each(KINDS)('accounts for every row, and changes nothing the second time: %s', async (kind, headers, cells) => {
    const rows = fc.array(fc.tuple(...cells), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const root = await territoryOnDisk({
          'cam.yaml': CAM_YAML,
          'partners/cedar/partner.yaml': partnerYaml('Cedar GmbH'),
          'partners/fjord/partner.yaml': partnerYaml('Fjord A/S'),
        });
        const options = { importKind: kind, dateOrder: 'dmy', decimal: '.' } as const;
        const filled = table.filter((row) => row.some((cell) => cell.trim() !== ''));
        fc.pre(filled.length > 0);
        const report = await importText(root, csvText([headers, ...table]), options);
        fc.pre(report.needsMapping === undefined);
        const { created, updated, unchanged, repeated, rejected, unmatched } = report;
        const taken = report.rowsTaken ?? created + updated + unchanged;
        const strangers = unmatched.reduce((sum, entry) => sum + entry.rows, 0);
        expect(taken + repeated + rejected.length + strangers).toBe(report.rows);
        const files = await filesOf(root);
        const again = await importInto(root, ['export.csv'], options);
        expect({ ...again, written: again.written }).toMatchObject({ created: 0, updated: 0, written: [] });
        expect(again.rejected.map(({ where }) => where)).toEqual(rejected.map(({ where }) => where));
        expect(await filesOf(root)).toEqual(files);
      }),
      { numRuns: RUNS },
    );
  });

  it('judges a row without an id the same, whether a partner of its name is there or not', async () => {
    const root = await territoryOnDisk({ 'cam.yaml': CAM_YAML });
    const options = { importKind: 'partners' } as const;
    const rows = [
      ['Partner Name', 'Partner Type', 'Partner ID'],
      ['Nobody', 'VAR', 'A-1'],
      ['Nobody', 'VAR', ''],
      ['Nobody', 'VAR', 'A-2'],
    ];
    const first = await importText(root, csvText(rows), options);
    expect(first.rejected).toMatchObject([
      { where: 'export.csv:3', why: 'several partners of the list have this name; give its id' },
    ]);
    const again = await importInto(root, ['export.csv'], options);
    expect(again).toMatchObject({ created: 0, unchanged: 2, rejected: [{ where: 'export.csv:3' }] });
  });

  it('takes a namesake of another id for another partner, whether the first is there or not', async () => {
    const root = await territoryOnDisk({ 'cam.yaml': CAM_YAML });
    const options = { importKind: 'partners' } as const;
    const rows = [
      ['Partner Name', 'Partner Type', 'Partner ID', 'Primary Contact Email'],
      ['Nobody', 'VAR', 'A-3', ''],
      ['Nobody', 'VAR', 'A-1', 'ann@nobody.example'],
      ['Nobody', 'VAR', 'A-1', ''],
    ];
    const twice = [{ where: 'export.csv:3' }, { where: 'export.csv:4' }];
    expect(await importText(root, csvText(rows), options)).toMatchObject({ created: 1, rejected: twice });
    const again = await importInto(root, ['export.csv'], options);
    expect(again).toMatchObject({ created: 0, unchanged: 1, rejected: twice });
  });

  it('takes the id of a list for one of its system, also where a partner came to have it as the name of its folder', async () => {
    const root = await territoryOnDisk({ 'cam.yaml': CAM_YAML });
    const options = { importKind: 'partners' } as const;
    const rows = [
      ['Partner Name', 'Partner Type', 'Partner ID'],
      ['3', 'VAR', '1'],
      ['!', 'VAR', '3'],
      ['A-1', 'VAR', ''],
      ['?', 'VAR', 'A-1'],
    ];
    expect(await importText(root, csvText(rows), options)).toMatchObject({ created: 4, rejected: [] });
    const again = await importInto(root, ['export.csv'], options);
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 4, rejected: [] });
  });

  it('keeps names apart that are only alike, whether one of them is there already or not', async () => {
    const root = await territoryOnDisk({ 'cam.yaml': CAM_YAML });
    const options = { importKind: 'partners' } as const;
    const rows = [
      ['Partner Name', 'Partner Type', 'Partner ID', 'Primary Contact Email'],
      ['North/IT', 'VAR', '1', ''],
      ['North/IT', 'VAR', '1', 'ann@north.example'],
      ['North IT', 'VAR', '3', ''],
    ];
    const twice = [{ where: 'export.csv:2' }, { where: 'export.csv:3' }];
    expect(await importText(root, csvText(rows), options)).toMatchObject({ created: 1, rejected: twice });
    const again = await importInto(root, ['export.csv'], options);
    expect(again).toMatchObject({ created: 0, unchanged: 1, rejected: twice });
  });
});
