import { describe, expect, it } from 'vitest';
import { territoryOnDisk } from '../../../input/territory-on-disk.ts';
import { CAM_YAML, importText, partnerYaml } from '../import-on-disk.ts';

const territory = (more: Readonly<Record<string, string>> = {}): Promise<string> =>
  territoryOnDisk({
    'cam.yaml': CAM_YAML,
    'partners/cedar/partner.yaml': partnerYaml('Cedar GmbH'),
    ...more,
  });

/** A file of one row that cannot be taken, and the reason that is given. */
const REFUSED: readonly (readonly [kind: string, text: string, why: string])[] = [
  [
    'facts',
    'Partner,Metric,Period,Value\nCedar,CSAT,soon,1',
    'Period: "soon" is no month such as 2026-02 and no fiscal period such as FY26-Q3',
  ],
  ['facts', 'Partner,Metric,Period,Value\nCedar,CSAT,FY26,', 'has no value'],
  ['facts', 'Partner,Metric,Period,Value\nCedar,CSAT,,1', 'names no period'],
  ['facts', 'Partner,Metric,Period,Value\nCedar,42,FY26,1', 'names no metric that begins with a letter'],
  ['facts', 'Partner,Metric,Q1\nCedar,CSAT,1', '"Q1" does not say of which year; write Jul 2025 or FY26-Q1'],
  ['contacts', 'Partner,First Name,Email\nCedar,,', 'names nobody'],
  ['contacts', 'Partner,Name,Champion\nCedar,Ida,perhaps', 'Champion: "perhaps" is neither yes nor no'],
  [
    'contacts',
    `Partner,Name,Phone\nCedar,Ida,${'1'.repeat(61)}`,
    `Phone: "${'1'.repeat(59)}…" must have at most 60 characters`,
  ],
  ['certifications', 'Partner,Holder,Role,Certification\nCedar,,Sales,Pro', 'names no holder'],
  ['accounts', 'Partner,Customer,Product\nCedar,,Core', 'Customer: must not be empty'],
  ['accounts', 'Partner,Customer,Value,Currency\nCedar,Havn,5 EUR,USD', '"5 EUR" is not in USD'],
  ['mdf', 'Partner,Requested,Quarter\nCedar,5,', 'names neither a fiscal quarter nor a fiscal year'],
  [
    'mdf',
    'Partner,Requested,Quarter\nCedar,5,2026-02',
    '"2026-02" is no fiscal quarter such as FY26-Q3 and no fiscal year such as FY26',
  ],
  ['mdf', 'Partner,Requested,Quarter\nCedar,-5,FY26', 'Requested: "-5" must not be negative'],
  ['pos', 'Reseller,Invoice Date,Net Amount\nCedar,,5', 'has no date'],
  ['pos', 'Reseller,Invoice Date,Net Amount\nCedar,2026-01-05,', 'has no amount'],
  ['targets', 'Partner,Fiscal Year,Target\nCedar,next,5', 'Fiscal Year: "next" is no fiscal year such as FY26'],
  [
    'targets',
    'Partner,Month,Target\nCedar,2026-01-05,5',
    '"2026-01-05" is a day; a target is for a month, a quarter or a year',
  ],
  ['targets', 'Partner,Fiscal Year,Target\nCedar,FY26,', 'has no target'],
  ['activities', 'Partner,Date,Subject\nCedar,,Call', 'Date: must not be empty'],
];

describe('a row that cannot be taken', () => {
  it.each(REFUSED)('says why: %s %s', async (importKind, text, why) => {
    const { rejected, written } = await importText(await territory(), `${text}\n`, { importKind, dateOrder: 'dmy' });
    expect(rejected.map((row) => [row.where, row.why])).toEqual([['export.csv:2', why]]);
    expect(written).toEqual([]);
  });

  it('and names no partner is listed with the others that do not', async () => {
    const text = 'Partner,Registration ID,Customer,Amount\n,1,Havn,7\n';
    const { unmatched } = await importText(await territory(), text, { importKind: 'registrations' });
    expect(unmatched).toEqual([
      { partner: '', rows: 1, amount: 7, byCurrency: { USD: 7 }, why: 'the row names no partner' },
    ]);
  });

  it('because the list says two things about it is refused with its twin', async () => {
    const header = 'Partner Name,Partner Type,Partner ID\n';
    const why = async (text: string): Promise<string[]> =>
      (await importText(await territory(), header + text)).rejected.map((row) => row.why);
    expect(await why('A,VAR,1\nB,VAR,1\n')).toEqual([
      'the id 1 stands for partners of different names in this list',
      'the id 1 stands for partners of different names in this list',
    ]);
    expect(await why('A,VAR,1\nA,VAR,2\nA,VAR,\n')).toEqual([
      'several partners of the list have this name; give its id',
    ]);
  });
});

describe('a file that cannot be taken', () => {
  it('because a mapping of another kind is named for it, is refused with the fields of its kind', async () => {
    const root = await territory({ 'm.yaml': 'columns: { stage: Phase }\n' });
    const refusal = importText(root, 'Partner,Customer\nCedar,Havn\n', { importKind: 'accounts', mapFile: 'm.yaml' });
    await expect(refusal).rejects.toMatchObject({
      message: 'm.yaml: columns.stage: accounts have no such field.',
      remedy: expect.stringContaining('The fields of accounts: partner, partner_crm_id') as string,
    });
  });

  it('because it names no partner, is asked about with a proposal of its kind', async () => {
    const root = await territory();
    const report = await importText(root, 'Customer,Product,Industry\nHavn,Core,Shipping\n', {
      importKind: 'accounts',
    });
    expect(report.needsMapping!.questions).toEqual([
      'export.csv: which column names the partner is not clear. --partner-column NAME says it, --partner ID gives all rows to one partner',
    ]);
    expect(report.needsMapping!.proposals[0]!.command).toBe('cam import export.csv --map mappings/export.yaml');
  });
});
