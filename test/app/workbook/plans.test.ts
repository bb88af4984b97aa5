import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTerritory } from '../../../src/app/territory/open-territory.ts';
import {
  BLUEFJORD_AND_NORD,
  SCENARIOS,
  addRow,
  bringBack,
  cellAt,
  editBook,
  expectNoByteChanged,
  exportTo,
  temporaryFolder,
  territoryOf,
  workbookOf,
} from './workbook-on-disk.ts';

const FILE = 'partners/bluefjord/business-plans/FY26.yaml';
const DRAFT = `# First talked about at the fair.
fiscal_year: FY26
starts: 2026-02-01
currency: USD
goals:
  - Twenty new customers # a stretch
  - One reference; in print
who_does_what: { closing: partner }
numbers:
  product_lines:
    platform:
      kind: deals
      title: Platform
      ramp_months: 6
      deals_per_month: 3 # as Una said
      average_product_deal: 12000.50
      product_margin_percent: 22
      source_of: { deals_per_month: Una Vey, average_product_deal: house }
  staff:
    seller: { title: Seller, fte: 1, annual_loaded_cost: 95000 }
${SCENARIOS}`;
const AGREED = DRAFT.replace(
  'currency: USD',
  'status: agreed\nagreed: { on: 2026-02-10, partner: Una Vey, vendor: Priya Raman }\ncurrency: USD',
);
const territory = (plan = DRAFT) =>
  territoryOf({
    ...BLUEFJORD_AND_NORD,
    [FILE]: plan,
  });
const textOf = (root: string) => readFile(join(root, FILE), 'utf8');
const numberCell = (sheet: Parameters<typeof cellAt>[0], number: string) => cellAt(sheet, 'Value', { Number: number });

describe('business plans in a workbook', () => {
  it('stand a row a plan, and a row a number with its words, unit and source', async () => {
    const root = await territory();
    const folder = await temporaryFolder();
    await exportTo(root, folder, { kind: 'plans,plan-numbers' });
    const plans = await readFile(join(folder, 'plans.csv'), 'utf8');
    expect(plans).toContain('bluefjord,FY26,draft,2026-02-01,USD,');
    expect(plans).toContain('"Twenty new customers; ""One reference; in print"""');
    const rows = (await readFile(join(folder, 'plan-numbers.csv'), 'utf8')).split('\n');
    expect(rows).toContain(
      'bluefjord,FY26,product_lines.platform.deals_per_month,Platform,"New deals a month, after ramp",3,deals,Una Vey',
    );
    expect(rows.find((row) => row.includes('product_margin_percent'))).toMatch(
      /,Platform,Product margin,22,% of revenue,/,
    );
    expect(rows).toContain('bluefjord,FY26,scenarios.stretch.multipliers.deal_size,Stretch,Deal size,1.1,times base,');
    expect(rows.find((row) => row.includes('scenarios.conservative.numbers'))).toMatch(
      /,scenarios\.conservative\.numbers\.staff\.seller\.fte,Conservative: Seller,People,0\.5,full time,/,
    );
  });

  it('change no byte when nobody changed them, as a workbook and as CSV', async () => {
    const root = await territory(AGREED);
    const folder = await exportTo(root, await temporaryFolder(), { kind: 'plans,plan-numbers' });
    const paths = [await workbookOf(root), join(folder, 'plans.csv'), join(folder, 'plan-numbers.csv')];
    await expectNoByteChanged(root, paths);
  });

  it('change what was changed in a draft and keep remarks', async () => {
    const root = await territory();
    const book = await workbookOf(root, { kind: 'plans,plan-numbers' });
    await editBook(book, (opened) => {
      const numbers = opened.getWorksheet('Plan numbers')!;
      numberCell(numbers, 'product_lines.platform.deals_per_month').value = 4;
      numberCell(numbers, 'scenarios.conservative.multipliers.deals').value = 0.6;
      numberCell(numbers, 'scenarios.conservative.numbers.staff.seller.fte').value = 0.8;
      const plans = opened.getWorksheet('Plans')!;
      cellAt(plans, 'Goals', { 'Fiscal year': 'FY26' }).value = 'Twenty new customers; Two references';
      cellAt(plans, 'Closing', { 'Fiscal year': 'FY26' }).value = 'both';
      cellAt(plans, 'Status', { 'Fiscal year': 'FY26' }).value = 'agreed';
    });
    expect(await bringBack(root, book)).toMatchObject({ rejected: [], written: [{ path: FILE }] });
    expect(await textOf(root)).toBe(
      DRAFT.replace('deals_per_month: 3 #', 'deals_per_month: 4 #')
        .replace('{ deals_per_month: Una Vey,', '{ deals_per_month: "Given for this plan, 28 Feb 2026",')
        .replace('{ deals: 0.7', '{ deals: 0.6')
        .replace('staff.seller.fte: 0.5', 'staff.seller.fte: 0.8')
        .replace('closing: partner', 'closing: both')
        .replace('- One reference; in print', '- Two references'),
    );
  });

  it('record with its day what changes in a plan that was agreed', async () => {
    const root = await territory(AGREED);
    for (const [was, is] of [
      [3, 5],
      [5, 6],
    ]) {
      const book = await workbookOf(root, { kind: 'plans,plan-numbers' });
      await editBook(book, (opened) => {
        const cell = numberCell(opened.getWorksheet('Plan numbers')!, 'product_lines.platform.deals_per_month');
        expect(cell.value).toBe(was);
        cell.value = is!;
      });
      expect(await bringBack(root, book)).toMatchObject({ rejected: [] });
    }
    const { territory: read } = await openTerritory(root);
    const [plan] = read.partners[0]!.businessPlans!;
    const change = { on: '2026-02-28', at: 'product_lines.platform.deals_per_month', by: read.config.cam.name };
    expect(plan!.changes).toEqual([
      { ...change, was: 3, is: 5 },
      { ...change, was: 5, is: 6 },
    ]);
    const changed = AGREED.replace('deals_per_month: 3 #', 'deals_per_month: 6 #').replace(
      '{ deals_per_month: Una Vey,',
      '{ deals_per_month: "Given for this plan, 28 Feb 2026",',
    );
    expect((await textOf(root)).startsWith(changed)).toBe(true);
  });

  it('refuse what no plan has, and never go with a row', async () => {
    const root = await territory();
    const book = await workbookOf(root, { kind: 'plans,plan-numbers' });
    await editBook(book, (opened) => {
      const sheet = opened.getWorksheet('Plan numbers')!;
      numberCell(sheet, 'product_lines.platform.product_margin_percent').value = 120;
      numberCell(sheet, 'scenarios.stretch.multipliers.churn').value = -1;
      numberCell(sheet, 'staff.seller.annual_loaded_cost').value = null;
      const row = { Partner: 'bluefjord', 'Fiscal year': 'FY26', Value: 3 };
      addRow(sheet, { ...row, Number: 'product_lines.platform.deals_per_mont' });
      addRow(sheet, { ...row, 'Fiscal year': 'FY27', Number: 'staff.seller.fte' });
      opened.getWorksheet('Plans')!.getRow(2).values = [];
    });
    const { rejected, written, kept } = await bringBack(root, book, { remove: true });
    const said = rejected.map(({ where, why }) => `${where.replace(/[A-Z]+\d+$/, '')}${why}`);
    expect(said.toSorted()).toEqual([
      'book.xlsx \'Plan numbers\'!"-1" must be at least 0',
      'book.xlsx \'Plan numbers\'!"120" must be at most 100',
      'book.xlsx \'Plan numbers\'!the plan has no number "product_lines.platform.deals_per_mont"; did you mean product_lines.platform.deals_per_month?',
      "book.xlsx 'Plan numbers'!there is no plan FY27 of bluefjord; one is begun with cam plan business bluefjord",
      "book.xlsx 'Plan numbers'!value is missing",
    ]);
    expect(written).toEqual([]);
    expect(kept).toMatchObject([{ sheet: 'Plans', row: 'FY26' }]);
    expect(await textOf(root)).toBe(DRAFT);
  });
});
