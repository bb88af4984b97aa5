import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../../src/units/plain-date.ts';
import { territoryOnDisk } from '../../../input/territory-on-disk.ts';
import { CAM_YAML, filesOf, importText, partnerYaml } from '../import-on-disk.ts';

const CEDAR = 'partners/cedar/partner.yaml';
/** The program's year starts in July. */
const territory = (targets = ''): Promise<string> =>
  territoryOnDisk({
    'cam.yaml': `${CAM_YAML}as_of: 2026-02-28\n`,
    [CEDAR]: partnerYaml('Cedar GmbH', targets),
    'partners/fjord/partner.yaml': partnerYaml('Fjord A/S', 'currency: EUR\n'),
  });
const targetsIn = async (root: string): Promise<string[]> =>
  (await filesOf(root))[CEDAR]!.split('\n').filter((line) => line.includes('fiscal_year'));

const MONTHS = 'Jul-25,Aug-25,Sep-25,Oct-25,Nov-25,Dec-25,Jan-26,Feb-26,Mar-26,Apr-26,May-26,Jun-26';

describe('targets', () => {
  it('stand in months, quarters or rows; each becomes an entry agreed on the day of the import', async () => {
    const [months, quarters, rows] = [await territory(), await territory(), await territory()];
    await importText(months, `Partner,${MONTHS}\nCedar,1,2,3,4,5,6,7,8,9,10,11,12\n`, { file: 'targets.csv' });
    expect(await targetsIn(months)).toEqual([
      '  - { fiscal_year: FY26, agreed: 2026-02-28, months: [ 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 ] }',
    ]);
    await importText(quarters, 'Partner,Fiscal Year,Q1 Target,Q2 Target,Q3 Target,Q4 Target\nCedar,2027,10,20,30,40\n');
    expect(await targetsIn(quarters)).toEqual([
      '  - { fiscal_year: FY27, agreed: 2026-02-28, quarters: [ 10, 20, 30, 40 ] }',
    ]);
    await importText(
      rows,
      'Partner,Quarter,Target\nCedar,FY26-Q1,1\nCedar,FY26-Q2,2\nCedar,FY26-Q3,3\nCedar,FY26-Q4,4\n',
    );
    expect(await targetsIn(rows)).toEqual(['  - { fiscal_year: FY26, agreed: 2026-02-28, quarters: [ 1, 2, 3, 4 ] }']);
  });

  it('never overwrite what was agreed before; the same figures add nothing', async () => {
    const old = '  - { fiscal_year: FY26, agreed: 2025-07-01, annual: 100 }';
    const root = await territory(`targets:\n${old}\n`);
    const text = 'Partner,Fiscal Year,Annual Target\nCedar,FY26,150\n';
    expect(await importText(root, text)).toMatchObject({ created: 1, totals: { amount: { USD: 150 } } });
    const raised = '  - { fiscal_year: FY26, agreed: 2026-02-28, annual: 150 }';
    expect(await targetsIn(root)).toEqual([old, raised]);
    const later = { asOf: '2026-04-01' as PlainDate };
    expect(await importText(root, text, later)).toMatchObject({ created: 0, unchanged: 1, written: [] });
    await importText(root, text.replace('150', '160'), later);
    expect(await targetsIn(root)).toEqual([old, raised, '  - { fiscal_year: FY26, agreed: 2026-04-01, annual: 160 }']);
  });

  it.each([
    ['quarters', 'Partner,FY26-Q1,FY26-Q2,FY26-Q3,FY26-Q4\nNobody,10,20,30,40\nNobody,1,1,1,1\n', 104],
    ['quarters whose year nothing says', 'Partner,Q1 Target,Q2 Target\nNobody,10,20\n', 30],
    ['quarters and the year that they make up', 'Partner,FY26-Q1,FY26-Q2,Annual Target\nNobody,10,20,30\n', 30],
    ['quarters of a year and the next year', 'Partner,FY26-Q1,FY26-Q2,FY27\nNobody,10,20,70\n', 100],
    ['months', `Partner,${MONTHS}\nNobody,1,2,3,4,5,6,7,8,9,10,11,12\n`, 78],
    ['the year', 'Partner,Fiscal Year,Annual Target\nNobody,FY26,150\n', 150],
  ])('of an unknown partner are summed: %s', async (_, text, amount) => {
    const { unmatched } = await importText(await territory(), text, { file: 'targets.csv' });
    expect(unmatched).toMatchObject([{ partner: 'Nobody', byCurrency: { USD: amount } }]);
  });

  it('of a year that has begun say from which day they hold, where they are its first', async () => {
    const said = {
      where: 'export.csv',
      message:
        'first targets of a year that has begun hold from 2026-02-28 on, the day they are agreed; --as-of DAY says another day',
    };
    const text = 'Partner,Fiscal Year,Annual Target\nCedar,FY26,150\n';
    expect((await importText(await territory(), text)).warnings).toEqual([said]);
    const first = '  - { fiscal_year: FY26, agreed: 2025-07-01, annual: 100 }';
    expect((await importText(await territory(`targets:\n${first}\n`), text)).warnings).toEqual([]);
    expect((await importText(await territory(), text.replace('FY26', 'FY27'))).warnings).toEqual([]);
  });

  it('of some months leave the other months as they stand, and are refused where nothing stands', async () => {
    const twelve = '1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1';
    const root = await territory(`targets:\n  - { fiscal_year: FY26, agreed: 2025-07-01, months: [ ${twelve} ] }\n`);
    await importText(root, 'Partner,Month,Target\nCedar,Mar 2026,9\n');
    expect((await targetsIn(root)).at(-1)).toContain('months: [ 1, 1, 1, 1, 1, 1, 1, 1, 9, 1, 1, 1 ]');
    const { rejected } = await importText(await territory(), 'Partner,Month,Target\nCedar,Mar 2026,9\n');
    expect(rejected.map(({ why }) => why)).toEqual([
      'FY26 has 1 of its 12 months; a target by months needs all of them',
    ]);
  });

  it('that contradict themselves, name no year or another currency are refused with the reason', async () => {
    const reasonFor = async (text: string): Promise<string[]> =>
      (await importText(await territory(), text, { importKind: 'targets' })).rejected.map(({ why }) => why);
    expect(await reasonFor('Partner,FY26-Q1,FY26-Q2,FY26-Q3,FY26-Q4,Annual Target\nCedar,1,2,3,4,99\n')).toEqual([
      'the quarters of FY26 sum to 10, the year says 99',
    ]);
    expect(await reasonFor('Partner,Q1,Q2,Q3,Q4\nCedar,1,2,3,4\n')).toEqual([
      'names no fiscal year; give it in a column "Fiscal Year" or in headers such as FY26-Q1 or Jul 2025',
    ]);
    expect(await reasonFor('Partner,FY26 Target\nFjord,$5\n')).toEqual(['is in USD; targets of fjord are in EUR']);
    expect(await reasonFor('Partner,Fiscal Year,Target\nCedar,FY26,5\nCedar,FY26,6\n')).toEqual([
      'FY26 stands twice for cedar with different targets (5 and 6)',
      'FY26 stands twice for cedar with different targets (5 and 6)',
    ]);
    expect(await reasonFor('Partner,Fiscal Year,Target\nCedar,FY26,-5\n')).toEqual([
      'annual: "-5" must not be negative',
    ]);
  });
});
