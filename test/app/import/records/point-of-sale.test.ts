import { describe, expect, it } from 'vitest';
import { territoryOnDisk } from '../../../input/territory-on-disk.ts';
import { CAM_YAML, filesOf, importText, partnerYaml } from '../import-on-disk.ts';

const HEADER = 'Reseller Name,Invoice Date,SKU,Qty,Extended Price\n';
const territory = (): Promise<string> =>
  territoryOnDisk({
    'cam.yaml': CAM_YAML,
    'partners/cedar/partner.yaml': partnerYaml('Cedar GmbH'),
    'partners/fjord/partner.yaml': partnerYaml('Fjord A/S'),
  });
const factsOf = async (root: string, partner = 'cedar'): Promise<string[]> =>
  ((await filesOf(root))[`partners/${partner}/facts.csv`] ?? '').trim().split('\n').slice(1);
const lines = (...rows: readonly string[]): string => `${HEADER}${rows.map((row) => `${row}\n`).join('')}`;

const JANUARY = ['Cedar,2026-01-02,A,1,100.10', 'Cedar,2026-01-30,B,2,200.20'];

describe('point-of-sale lines of a distributor', () => {
  it('are summed to the cent for each reseller and month; months the file has in part say so', async () => {
    const root = await territory();
    const report = await importText(root, lines(...JANUARY, 'Fjord,2026-01-15,A,1,-50', 'Cedar,2026-02-11,A,1,7'), {
      file: 'disti-2026-02.csv',
    });
    expect(report).toMatchObject({
      kind: 'pos',
      rows: 4,
      rowsTaken: 4,
      created: 3,
      totals: { amount: { USD: 257.3 } },
    });
    expect(await factsOf(root)).toEqual(['pos,2026-01,300.3,disti', 'pos,2026-02,7,disti (2026-02-01 to 2026-02-11)']);
    expect(await factsOf(root, 'fjord')).toEqual(['pos,2026-01,-50,disti']);
    expect(report.warnings.map(({ message }) => message)).toEqual([
      'the lines run from 2026-01-02 to 2026-02-11; taken as whole: 2026-01; 2026-02 only from 2026-02-01 to 2026-02-11, to be replaced by a file with more of it',
    ]);
  });

  it('of a later file replace exactly the months it covers again', async () => {
    const root = await territory();
    await importText(root, lines(...JANUARY, 'Cedar,2026-02-11,A,1,7'), { file: 'disti.csv' });
    const february = ['Cedar,2026-02-02,A,1,10', 'Cedar,2026-02-27,A,1,20'];
    const report = await importText(root, lines(...february), { file: 'disti.csv' });
    expect(report).toMatchObject({ created: 0, updated: 1, rejected: [] });
    expect(await factsOf(root)).toEqual(['pos,2026-01,300.3,disti', 'pos,2026-02,30,disti']);
    expect(await importText(root, lines(...february), { file: 'disti.csv' })).toMatchObject({
      unchanged: 1,
      written: [],
    });
  });

  it('of days that a sum does not cover are refused, because nobody can tell them from lines that are in it', async () => {
    const root = await territory();
    await importText(root, lines(...JANUARY), { file: 'disti.csv' });
    const report = await importText(root, lines('Cedar,2026-01-12,A,1,10', 'Cedar,2026-01-16,A,1,5'), {
      file: 'disti.csv',
    });
    expect(report.rejected.map(({ where, why, amount }) => `${where} ${why} ${amount}`)).toEqual([
      'disti.csv:2 2026-01 stands from 2026-01-01 to 2026-01-31, this file has it from 2026-01-12 to 2026-01-16: import a file of the whole month 10',
      'disti.csv:3 2026-01 stands from 2026-01-01 to 2026-01-31, this file has it from 2026-01-12 to 2026-01-16: import a file of the whole month 5',
    ]);
    expect(await factsOf(root)).toEqual(['pos,2026-01,300.3,disti']);
  });

  it('of two distributors add up, and each replaces only its own part', async () => {
    const root = await territory();
    await importText(root, lines(...JANUARY), { file: 'northgate.csv' });
    await importText(root, lines('Cedar,2026-01-02,A,1,50', 'Cedar,2026-01-29,A,1,50'), { file: 'disti.csv' });
    expect(await factsOf(root)).toEqual(['pos,2026-01,400.3,disti: 100; northgate: 300.3']);
    await importText(root, lines('Cedar,2026-01-02,A,1,1', 'Cedar,2026-01-29,A,1,1'), { file: 'northgate.csv' });
    expect(await factsOf(root)).toEqual(['pos,2026-01,102,disti: 100; northgate: 2']);
    const again = await importText(root, lines('Cedar,2026-01-02,A,1,50', 'Cedar,2026-01-29,A,1,50'), {
      file: 'disti.csv',
    });
    expect(again).toMatchObject({ unchanged: 1, written: [], totals: { amount: { USD: 100 } } });
  });

  it('with one number and two contents are refused; a numbered line that is there twice counts once', async () => {
    const numbered = 'Reseller,Invoice Number,Line,Invoice Date,Quantity,Unit Price,SKU\n';
    const report = await importText(
      await territory(),
      `${numbered}Cedar,77,1,2026-01-02,2,5,A\nCedar,77,1,2026-01-02,2,5,A\nCedar,77,2,2026-01-30,1,5,A\nCedar,77,2,2026-01-30,9,5,A\n`,
    );
    expect(report).toMatchObject({ repeated: 1, created: 1, totals: { amount: { USD: 10 } } });
    expect(report.rejected.map(({ why }) => why)).toEqual([
      'line 2 of invoice 77 stands also in line 5 of the file, with other contents',
      'line 2 of invoice 77 stands also in line 4 of the file, with other contents',
    ]);
  });

  it('without numbers that are equal are two sales, and that is said', async () => {
    const report = await importText(await territory(), lines('Cedar,2026-01-02,A,1,5', 'Cedar,2026-01-02,A,1,5'));
    expect(report.totals.amount).toEqual({ USD: 10 });
    expect(report.warnings[0]!.message).toBe(
      '1 line is word for word like another and counted as further sales; take copies out of the file',
    );
  });

  it('of resellers nobody knows are listed with their money, and a reseller without lines any more is named', async () => {
    const root = await territory();
    await importText(root, lines(...JANUARY, 'Fjord,2026-01-15,A,1,50'), { file: 'disti.csv' });
    const report = await importText(root, lines(...JANUARY, 'Odd Shop,2026-01-15,A,1,50'), { file: 'disti.csv' });
    expect(report.unmatched).toMatchObject([{ partner: 'Odd Shop', rows: 1, amount: 50 }]);
    expect(report.warnings.at(-1)!.message).toBe('no lines any more for fjord 2026-01; what stood there was left');
  });

  it('in two currencies are never added', async () => {
    const { rejected } = await importText(
      await territory(),
      'Reseller,Invoice Date,SKU,Qty,Net Amount,Currency\nCedar,2026-01-02,A,1,5,EUR\nCedar,2026-01-03,A,1,5,USD\n',
    );
    expect(rejected[0]!.why).toBe('2026-01 has lines in EUR and USD; currencies are not added');
  });
});
