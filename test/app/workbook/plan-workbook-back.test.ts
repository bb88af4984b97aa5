import { parse } from 'yaml';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWorkspace } from '../../../src/app/territory/open-workspace.ts';
import { artifactInput, partnerById } from '../../../src/app/pages/partner-pages.ts';
import { businessPlan } from '../../../src/artifacts/business-plan/index.ts';
import { renderXlsx } from '../../../src/render/xlsx/page/render-xlsx.ts';
import { day } from '../../domain/given.ts';
import { cellNamed, cellsIn, withCells } from '../../render/xlsx/workbook-cells.ts';
import { SCENARIOS, bringBack, temporaryFolder, territoryOf } from './workbook-on-disk.ts';

const FILE = 'partners/bluefjord/business-plans/FY26.yaml';
const PLAN = `fiscal_year: FY26
starts: 2026-02-01
currency: USD
numbers:
  product_lines:
    platform:
      kind: deals
      title: Platform
      ramp_months: 6
      deals_per_month: 3 # as Una said
      average_product_deal: 12000.50
      product_margin_percent: 22
  staff:
    seller: { title: Seller, fte: 1, annual_loaded_cost: 95000 }
${SCENARIOS}`;

const territory = (plan?: string) =>
  territoryOf({
    'partners/bluefjord/partner.yaml': 'name: Bluefjord\ntype: var\n',
    ...(plan !== undefined && { [FILE]: plan }),
  });

/** The live workbook of the partner's plan. */
async function bookOf(root: string): Promise<Uint8Array> {
  const workspace = await openWorkspace({ currentFolder: root, today: day('2026-02-28') });
  const result = businessPlan.compute(artifactInput(workspace, partnerById(workspace, 'bluefjord')), undefined);
  return renderXlsx(businessPlan.toDocument(result, 'partner'));
}

async function back(root: string, bytes: Uint8Array, typed: Readonly<Record<string, number>>) {
  const path = join(await temporaryFolder(), 'plan.xlsx');
  await writeFile(path, withCells(bytes, typed));
  return bringBack(root, path);
}

/** The cell of a multiplier of the conservative case, the sheet's last rows. */
function conservativeMultiplier(bytes: Uint8Array, value: number): string {
  const found = [...cellsIn(bytes)].findLast(
    ([place, cell]) => /^Assumptions!C\d+$/.test(place) && cell.formula === undefined && cell.value === value,
  );
  return found![0];
}

describe('the live workbook of a plan, brought back', () => {
  it('changes the numbers that were typed in, says where they are from, and keeps the rest of the file', async () => {
    const root = await territory(PLAN);
    const book = await bookOf(root);
    const report = await back(root, book, {
      [cellNamed(book, 'platform_deals_per_month')]: 4,
      [cellNamed(book, 'platform_product_margin')]: 0.235,
      [cellNamed(book, 'seller_fte').replace('!D', '!C')]: 0.6,
      [conservativeMultiplier(book, 0.8)]: 0.75,
    });
    expect(report).toMatchObject({ rejected: [], conflicts: [], notes: [], written: [{ path: FILE }] });
    expect(await readFile(join(root, FILE), 'utf8')).toBe(
      PLAN.replace('deals_per_month: 3 #', 'deals_per_month: 4 #')
        .replace(
          'product_margin_percent: 22\n',
          [
            'product_margin_percent: 23.5',
            '      source_of:',
            '        deals_per_month: Given for this plan, 28 Feb 2026',
            '        product_margin_percent: Given for this plan, 28 Feb 2026\n',
          ].join('\n'),
        )
        .replace('staff.seller.fte: 0.5', 'staff.seller.fte: 0.6')
        .replace('recurring_attach: 0.8', 'recurring_attach: 0.75'),
    );
  });

  it('changes nothing when nobody typed anything', async () => {
    const root = await territory(PLAN);
    expect(await back(root, await bookOf(root), {})).toMatchObject({
      changes: [],
      written: [],
      rejected: [],
      notes: [],
    });
  });

  it('does not take over a number that changed in the file meanwhile', async () => {
    const root = await territory(PLAN);
    const book = await bookOf(root);
    await writeFile(join(root, FILE), PLAN.replace('deals_per_month: 3', 'deals_per_month: 5'));
    const report = await back(root, book, { [cellNamed(book, 'platform_deals_per_month')]: 4 });
    expect(report).toMatchObject({ written: [], conflicts: [{}] });
  });

  it('gives a scenario a number of its own that was typed over its formula, and refuses one that cannot be', async () => {
    const root = await territory(PLAN);
    const book = await bookOf(root);
    const inScenario = (name: string, column: 'C' | 'E') => cellNamed(book, name).replace('!D', `!${column}`);
    const report = await back(root, book, {
      [inScenario('platform_deals_per_month', 'C')]: 2,
      [inScenario('platform_product_margin', 'E')]: 0.25,
      [inScenario('platform_ramp_months', 'E')]: 99,
    });
    expect(report).toMatchObject({ notes: [], conflicts: [], rejected: [{ why: '"99" must be at most 36' }] });
    expect(report.written).toMatchObject([{ path: FILE }]);
    const { scenarios } = parse(await readFile(join(root, FILE), 'utf8')) as {
      scenarios: Record<string, { numbers: unknown }>;
    };
    expect(scenarios['conservative']!.numbers).toEqual({
      'staff.seller.fte': 0.5,
      'product_lines.platform.deals_per_month': 2,
    });
    expect(scenarios['stretch']!.numbers).toEqual({ 'product_lines.platform.product_margin_percent': 25 });
  });

  it('says how a plan is begun where the workbook was only an example', async () => {
    const root = await territory();
    const book = await bookOf(root);
    const report = await back(root, book, { [cellNamed(book, 'platform_deals_per_month')]: 4 });
    expect(report.written).toEqual([]);
    expect(report.conflicts).toMatchObject([{ isGone: true, theirs: 4 }]);
    expect(report.notes).toEqual([
      {
        where: 'plan.xlsx',
        message:
          'it was written from starting numbers; without a plan that they change, begin one: cam plan business bluefjord',
      },
    ]);
  });

  it('is refused when what it needs of itself is missing', async () => {
    const root = await territory(PLAN);
    const broken = withCells(await bookOf(root), { 'cam plan!A1': 'cam business plan 9' });
    const path = join(await temporaryFolder(), 'plan.xlsx');
    await writeFile(path, broken);
    await expect(bringBack(root, path)).rejects.toThrow(
      'plan.xlsx is the workbook of a plan, but a sheet of it is missing or from another version of cam.',
    );
  });
});
