import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadTerritory } from '../../../src/input/load-territory.ts';
import { openWorkspace } from '../../../src/app/territory/open-workspace.ts';
import { artifactInput, partnerById } from '../../../src/app/pages/partner-pages.ts';
import { marketingPlan } from '../../../src/artifacts/marketing-plan/index.ts';
import { renderXlsx } from '../../../src/render/xlsx/page/render-xlsx.ts';
import { day } from '../../domain/given.ts';
import { cellsIn, withCells } from '../../render/xlsx/workbook-cells.ts';
import { bringBack, temporaryFolder, territoryOf } from './workbook-on-disk.ts';

const FILE = 'partners/bluefjord/marketing/FY26-Q3.yaml';
const PLAN = `quarter: FY26-Q3
currency: USD
goals:
  - id: demand-generation
campaigns:
  # The hall is booked.
  - id: FY26-Q3-webinar
    tactic: webinar
    audience: { size: 2000, who: clinics } # the list of last year
    response_rate_percent: 5
    cost_lines: { Guest speaker: 4000, Webinar platform: 2400 }
    rates_percent: [ 20, 50, 40, 25 ] # as last time
    start: 2026-03-10
  - id: FY26-Q3-calls
    tactic: telemarketing
    start: 2026-03-16 # a Monday
`;

const territory = (plan: string | undefined = PLAN) =>
  territoryOf({
    'partners/bluefjord/partner.yaml': 'name: Bluefjord\ntype: var\n',
    ...(plan !== '' && { [FILE]: plan }),
  });
const textOf = (root: string) => readFile(join(root, FILE), 'utf8');

/** The live workbook of the partner's plan: the webinar stands in column C of the tactics, the calls in column D. */
async function bookOf(root: string): Promise<Uint8Array> {
  const workspace = await openWorkspace({ currentFolder: root, today: day('2026-02-28') });
  const result = marketingPlan.compute(artifactInput(workspace, partnerById(workspace, 'bluefjord')), undefined);
  return renderXlsx(marketingPlan.toDocument(result, 'internal'));
}

async function back(root: string, bytes: Uint8Array, typed: Readonly<Record<string, string | number>>) {
  const path = join(await temporaryFolder(), 'plan.xlsx');
  await writeFile(path, withCells(bytes, typed));
  const report = await bringBack(root, path);
  const { problems } = await loadTerritory(root);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return report;
}

describe('the live workbook of a marketing plan, brought back', () => {
  it('changes nothing when nobody typed anything', async () => {
    const root = await territory();
    expect(await back(root, await bookOf(root), {})).toMatchObject({
      ...{ changes: [], conflicts: [], rejected: [], kept: [], written: [], notes: [] },
    });
    expect(await textOf(root)).toBe(PLAN);
  });

  it('changes the numbers that were typed over, and keeps the rest of the file', async () => {
    const root = await territory();
    const report = await back(root, await bookOf(root), {
      'Tactics!C8': 2400,
      'Tactics!C9': 0.055,
      'Tactics!C24': 0.45,
      'Tactics!C13': 4500,
      'Tactics!D10': 46104,
    });
    expect(report).toMatchObject({ rejected: [], conflicts: [], notes: [], written: [{ path: FILE }] });
    expect(report.changes).toContainEqual(
      expect.objectContaining({
        row: 'FY26-Q3 FY26-Q3-webinar',
        column: 'audience_size',
        where: 'plan.xlsx Tactics!C8',
      }),
    );
    expect(await textOf(root)).toBe(
      PLAN.replace('size: 2000', 'size: 2400')
        .replace('percent: 5\n', 'percent: 5.5\n')
        .replace('[ 20, 50,', '[ 20, 45,')
        .replace('speaker: 4000', 'speaker: 4500')
        .replace('2026-03-16 #', '2026-03-23 #'),
    );
  });

  it('records with its day what becomes another thing in a plan that was agreed', async () => {
    const agreed = 'status: agreed\nagreed: { on: 2026-02-02, partner: Una Vey, vendor: Ines Albrecht }\n';
    const root = await territory(`${PLAN}${agreed}`);
    const by = { on: '2026-02-28', by: 'Ines Albrecht' };
    await back(root, await bookOf(root), { 'Tactics!C8': 2400, 'Tactics!C24': 0.45, 'Tactics!C13': 4500 });
    const first = [
      { ...by, at: 'campaigns.FY26-Q3-webinar.audience.size', was: 2000, is: 2400 },
      { ...by, at: 'campaigns.FY26-Q3-webinar.rates_percent', was: '20, 50, 40, 25', is: '20, 45, 40, 25' },
      { ...by, at: 'campaigns.FY26-Q3-webinar.cost_lines.Guest speaker', was: 4000, is: 4500 },
    ];
    expect(parse(await textOf(root))).toMatchObject({ changes: first });
    await back(root, await bookOf(root), { 'Tactics!C8': 2500 });
    expect(parse(await textOf(root))).toMatchObject({
      changes: [...first, { ...by, at: 'campaigns.FY26-Q3-webinar.audience.size', was: 2400, is: 2500 }],
    });
    const standing = await textOf(root);
    await back(root, await bookOf(root), {});
    expect(await textOf(root)).toBe(standing);
  });

  it('gives the plan numbers of its own where those of the tactic were typed over: lists and costs whole, a margin beside its revenue', async () => {
    const root = await territory();
    const report = await back(root, await bookOf(root), {
      'Tactics!D15': 5000,
      'Tactics!D24': 0.7,
      'Tactics!C39': 26_000,
      'Tactics!C15': 1200,
      'Quarter and target!C9': 60_000,
    });
    expect(report).toMatchObject({ rejected: [], conflicts: [], notes: [] });
    expect(parse(await textOf(root))).toMatchObject({
      target_revenue: 60_000,
      campaigns: [
        {
          cost_lines: { 'Guest speaker': 4000, 'Webinar platform': 2400, 'Ten calling days': 1200 },
          revenue_per_deal: 26_000,
          margin_per_deal: expect.closeTo(10_827.09, 1),
        },
        {
          cost_lines: { 'Ten calling days': 5000, 'Contact list': 900, 'Script and briefing': 600 },
          rates_percent: [45, 70, 60, 20],
        },
      ],
    });
    // The workbook written from it says the same again.
    expect(await back(root, await bookOf(root), {})).toMatchObject({ changes: [], written: [] });
  });

  it('says what the plan has no place for, and refuses what no plan may say', async () => {
    const root = await territory();
    const report = await back(root, await bookOf(root), {
      'Tactics!C28': 0.2,
      'Tactics!C19': 1.5,
      'Tactics!D10': 'next week',
    });
    expect(report.written).toEqual([]);
    expect(report.notes).toEqual([
      {
        where: 'plan.xlsx Tactics!C28',
        message: "the plan's file has no place for this number: it counts in this workbook only",
      },
    ]);
    expect(report.rejected).toEqual([
      { where: 'plan.xlsx Tactics!C19', why: '"150" must be at most 100' },
      { where: 'plan.xlsx Tactics!D10', why: '"next week" is no date as it is written here: 2026-02-28' },
    ]);
  });

  it('does not take over a number that changed in the file meanwhile', async () => {
    const root = await territory();
    const book = await bookOf(root);
    await writeFile(join(root, FILE), PLAN.replace('size: 2000', 'size: 1800'));
    const report = await back(root, book, { 'Tactics!C8': 2400 });
    expect(report).toMatchObject({
      written: [],
      conflicts: [{ where: 'plan.xlsx Tactics!C8', theirs: 2400, ours: 1800 }],
    });
  });

  it('says how a plan is saved where the workbook was only a proposal', async () => {
    const root = await territory('');
    const book = await bookOf(root);
    const [cell] = [...cellsIn(book).keys()].filter((place) => place === 'Tactics!C8');
    const report = await back(root, book, { [cell!]: 4321 });
    expect(report.written).toEqual([]);
    expect(report.conflicts).toMatchObject([{ isGone: true, theirs: 4321 }]);
    expect(report.notes).toEqual([
      {
        where: 'plan.xlsx',
        message:
          'it was written from a proposal; without a plan that it changes, save one: cam plan marketing bluefjord',
      },
    ]);
  });

  it('is refused when it is from another version', async () => {
    const root = await territory();
    const broken = withCells(await bookOf(root), { 'cam written!H1': 'cam marketing plan 9' });
    await expect(back(root, broken, {})).rejects.toThrow(
      'plan.xlsx is the workbook of a marketing plan, but a sheet of it is missing or from another version of cam.',
    );
  });
});
