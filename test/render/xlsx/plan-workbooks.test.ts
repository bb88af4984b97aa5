import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { artifactInput, partnerById } from '../../../src/app/partner-pages.ts';
import type { ArtifactInput } from '../../../src/artifacts/artifact.ts';
import { businessPlan } from '../../../src/artifacts/business-plan/index.ts';
import { lintPackage } from '../../../src/ooxml/lint-package.ts';
import { renderXlsx } from '../../../src/render/xlsx/page/render-xlsx.ts';
import { openSample } from '../../artifacts/sample-pages.ts';
import { validateOffice } from '../../ooxml/validate-office.ts';
import { formulasOf } from './formulas-of.ts';
import { hasOffice, recalculated } from './recalculated.ts';

const workspace = await openSample();

/** A partner of each type. */
const PARTNERS = [
  'ostrander-pike-technology',
  'larkmoor-managed-services',
  'fennwick-software',
  'veylan-consulting-group',
  'continental-trade-distribution',
  'okonjo-advisory',
] as const;

/** A plan whose first offer ramps along a curve and sells more in some months than in others. */
const CURVED = 'with-curves';

const plans = new Map(
  [...PARTNERS, CURVED].map((id) => {
    const input = artifactInput(workspace, partnerById(workspace, id === CURVED ? 'ostrander-pike-technology' : id));
    const result = businessPlan.compute(id === CURVED ? curved(input) : input, undefined);
    return [id, { result, bytes: renderXlsx(businessPlan.toDocument(result, 'partner')) }];
  }),
);

function curved(input: ArtifactInput): ArtifactInput {
  const planAssumptions = structuredClone(input.planAssumptions);
  const [offer] = Object.values(planAssumptions.types['var']!.product_lines);
  offer!.ramp_curve_percent = [5, 10, 10, 30, 80, 100];
  offer!.seasonality_percent = [80, 80, 120, 80, 80, 120, 80, 80, 140, 80, 80, 180];
  return { ...input, planAssumptions };
}

/** Nearly the same: what differs is the last bits of sums in another order. */
function expectSame(place: string, ours: unknown, theirs: unknown): void {
  expect(typeof theirs, place).toBe('number');
  const scale = Math.max(1, Math.abs(Number(ours)));
  expect(Math.abs(Number(theirs) - Number(ours)) / scale, place).toBeLessThan(1e-9);
}

describe('the workbook of a plan', () => {
  it.each([...PARTNERS, CURVED])('is sound for %s', async (id) => {
    const { bytes } = plans.get(id)!;
    expect(lintPackage(bytes)).toEqual([]);
    expect(await validateOffice(bytes, 'xlsx')).toEqual([]);
  });

  it('has every number of every month as a formula', async () => {
    const { result, bytes } = plans.get('larkmoor-managed-services')!;
    const formulas = await formulasOf(bytes);
    const ofBase = [...formulas.keys()].filter((place) => place.startsWith('Model base!'));
    // Every line for 36 months, the number and the year of each month, and what the money starts from.
    expect(ofBase).toHaveLength((result.model.lines.length + 2) * 36 + 1);
  });

  it('lets people type into the base numbers and what the scenarios change, and nowhere else', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Uint8Array.from(plans.get('okonjo-advisory')!.bytes).buffer);
    const sheet = workbook.getWorksheet('Assumptions')!;
    const open: string[] = [];
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.protection?.locked === false && cell.value !== null) open.push(cell.address.replace(/\d+/, ''));
      }),
    );
    expect([...new Set(open)].sort()).toEqual(['C', 'D', 'E']);
    const { result } = plans.get('okonjo-advisory')!;
    expect(open.filter((column) => column === 'D')).toHaveLength(result.model.inputs.length);
    expect(open.filter((column) => column === 'C')).toHaveLength(8);
  });
});

describe.skipIf(!hasOffice)('the workbook of a plan, calculated anew by LibreOffice', () => {
  let calculated: Map<string, Uint8Array>;
  beforeAll(async () => {
    const books = Object.fromEntries([...plans].map(([id, { bytes }]) => [id, bytes]));
    const { bytes, result } = plans.get('ostrander-pike-technology')!;
    const pace = result.model.inputs.find(({ key }) => key === 'offer.platform.deals_per_month')!.value;
    const changed = await withInput(bytes, 'New deals a month, after ramp', 2 * pace);
    calculated = await recalculated({ ...books, changed });
  }, 180_000);

  it.each([...PARTNERS, CURVED])('gives for %s what the engine gives, in every scenario', async (id) => {
    const theirs = await formulasOf(calculated.get(id)!);
    for (const [place, { result }] of await formulasOf(plans.get(id)!.bytes))
      expectSame(place, result, theirs.get(place)!.result);
  });

  it('follows an input that somebody changes, as the engine does', async () => {
    const { result } = plans.get('ostrander-pike-technology')!;
    const doubled = 'offer.platform.deals_per_month';
    const expected = result.model.forecast('base', ({ key }) => (key === doubled ? 2 : 1)).values;
    const before = result.base.values.get('cumulative')!.at(-1)!;
    expect(expected.get('cumulative')!.at(-1)).toBeGreaterThan(before);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Uint8Array.from(calculated.get('changed')!).buffer);
    const sheet = workbook.getWorksheet('Model base')!;
    const last = sheet.lastRow!;
    expect(last.getCell(2).value).toBe('Cumulative');
    for (let month = 1; month <= 36; month += 1) {
      const theirs = (last.getCell(4 + month).value as { result: number }).result;
      expectSame(`month ${month}`, expected.get('cumulative')![month], theirs);
    }
  });
});

/** The workbook after somebody typed a number beside the first assumption of a name. */
async function withInput(bytes: Uint8Array, label: string, value: number): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  const sheet = workbook.getWorksheet('Assumptions')!;
  let row = 1;
  while (sheet.getCell(row, 2).value !== label) row += 1;
  sheet.getCell(row, 4).value = value;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
