import { describe, expect, it } from 'vitest';
import { territoryOnDisk } from '../../input/territory-on-disk.ts';
import { CAM_YAML, importText, partnerYaml } from './import-on-disk.ts';

// The fiscal year of these tests starts in July: January to March is FY26-Q3, October to December FY26-Q2.
const HEADER = 'Opportunity ID,Opportunity Name,Partner,Stage,Amount,Close Date';
const JANUARY = [
  '1,Switches,Cedar,Won,100,2025-11-10',
  '2,Wifi,Cedar,Won,50,2025-12-20',
  '3,Cameras,Cedar,Propose,70,2026-02-28',
  '4,Doors,Fjord,Won,30,2025-10-02',
];

async function territory(): Promise<string> {
  return territoryOnDisk({
    'cam.yaml': CAM_YAML,
    'partners/cedar/partner.yaml': partnerYaml('Cedar GmbH'),
    'partners/fjord/partner.yaml': partnerYaml('Fjord A/S'),
  });
}

/** The report of an April export after one of January. */
async function restatedBy(change: (rows: readonly string[]) => readonly string[]) {
  const root = await territory();
  await importText(root, [HEADER, ...JANUARY].join('\n'), { file: 'crm-2026-01-15.csv' });
  const text = [HEADER, ...change(JANUARY)].join('\n');
  const { restated } = await importText(root, text, { file: 'crm-2026-04-14.csv' });
  const again = await importText(root, text, { file: 'crm-2026-04-14.csv' });
  expect(again.restated).toEqual([]);
  return restated;
}

const replaced = (from: string, to: string) => (rows: readonly string[]) => rows.map((row) => row.replace(from, to));

describe('a quarter that was closed', () => {
  it('is restated when a won amount changed, with what it was and the deal that changed it; a second import says nothing', async () => {
    expect(await restatedBy(replaced(',100,', ',140,'))).toEqual([
      {
        quarter: 'FY26-Q2',
        partner: 'cedar',
        currency: 'USD',
        before: 150,
        after: 190,
        difference: 40,
        deals: [{ key: 'crm:1', name: 'Switches', why: 'its amount changed', before: 100, after: 140 }],
      },
    ]);
  });

  it.each([
    ['is lost after all', replaced('1,Switches,Cedar,Won', '1,Switches,Cedar,Lost'), 'is lost now', 50],
    ['closed in another quarter', replaced('2025-11-10', '2026-01-10'), 'is of FY26-Q3 now', 50],
    ['lost its date', replaced('2025-11-10', ''), 'has no close date now', 50],
  ])('is restated when a deal %s', async (_, change, why, after) => {
    const [quarter, ...others] = await restatedBy(change);
    expect(others).toEqual([]);
    expect(quarter).toMatchObject({ before: 150, after, deals: [{ why, before: 100, after: null }] });
  });

  it('is restated for both partners when a deal moved from one to the other', async () => {
    expect(await restatedBy(replaced('1,Switches,Cedar', '1,Switches,Fjord'))).toMatchObject([
      { partner: 'cedar', before: 150, after: 50, difference: -100, deals: [{ why: 'moved to fjord' }] },
      { partner: 'fjord', before: 30, after: 130, difference: 100, deals: [{ why: 'moved from cedar' }] },
    ]);
  });

  it('is restated when a deal newly appears in it, or an open one turns out to have been won then', async () => {
    const appeared = await restatedBy((rows) => [...rows, '9,Late,Cedar,Won,5,2025-12-01']);
    expect(appeared).toMatchObject([{ before: 150, after: 155, deals: [{ why: 'was not there before' }] }]);
    const won = await restatedBy(
      replaced('3,Cameras,Cedar,Propose,70,2026-02-28', '3,Cameras,Cedar,Won,70,2025-12-30'),
    );
    expect(won).toMatchObject([{ difference: 70, deals: [{ key: 'crm:3', why: 'was open before' }] }]);
  });

  it('is not known where no won deal had an amount, which is not the same as zero', async () => {
    const [quarter] = await restatedBy((rows) => [rows[0]!.replace(',100,', ',,'), rows[1]!.replace(',50,', ',,')]);
    expect(quarter).toMatchObject({ before: 150, after: null, difference: null });
  });

  it('is not restated by what happens in the quarter that was running, or has run since', async () => {
    const change = replaced('3,Cameras,Cedar,Propose,70', '3,Cameras,Cedar,Won,80');
    expect(await restatedBy((rows) => [...change(rows), '8,New,Cedar,Won,5,2026-03-01'])).toEqual([]);
  });

  it('is not restated by history that nobody had loaded, nor by a partner that was not there', async () => {
    expect(await restatedBy((rows) => [...rows, '7,Old,Cedar,Won,5,2025-08-01'])).toEqual([]);
    const root = await territory();
    const first = await importText(root, [HEADER, ...JANUARY].join('\n'), { file: 'crm-2026-04-14.csv' });
    expect(first.restated).toEqual([]);
  });

  it('is restated without a snapshot too: the newest day its deals speak of tells how far they went', async () => {
    const deals = 'source,id,amount,status,close_date\ncrm,1,100,won,2025-11-10\ncrm,2,50,won,2026-02-20\n';
    const root = await territoryOnDisk({
      'cam.yaml': CAM_YAML,
      'partners/cedar/partner.yaml': partnerYaml('Cedar GmbH'),
      'partners/cedar/deals.csv': deals,
    });
    const text = [HEADER, '1,A,Cedar,Won,90,2025-11-10', '2,B,Cedar,Won,60,2026-02-20'].join('\n');
    const { restated } = await importText(root, text, { file: 'crm-2026-04-14.csv' });
    expect(restated).toMatchObject([{ quarter: 'FY26-Q2', difference: -10 }]);
  });
});
