import { beforeAll, describe, expect, it } from 'vitest';
import { artifactInput, partnerById } from '../../../src/app/pages/partner-pages.ts';
import type { ArtifactInput } from '../../../src/artifacts/artifact.ts';
import { businessPlan } from '../../../src/artifacts/business-plan/index.ts';
import { lintPackage } from '../../../src/ooxml/lint-package.ts';
import { readZip } from '../../../src/ooxml/read-zip.ts';
import { renderXlsx } from '../../../src/render/xlsx/page/render-xlsx.ts';
import type { PlanNumbers } from '../../../src/schema/business-plan.ts';
import { formatSentence } from '../../../src/units/format.ts';
import { only } from '../../artifacts/business-plan/one-offer.ts';
import { openSample } from '../../artifacts/sample-pages.ts';
import { validateOffice } from '../../ooxml/validate-office.ts';
import { hasOffice, recalculated } from './recalculated.ts';
import { cellNamed, cellsIn, withCells, type FoundCell } from './workbook-cells.ts';

const workspace = await openSample();

/** A partner of each type, and all that have a plan. */
const PARTNERS = [
  'hollin-bay-systems',
  'dunmore-valley-computers',
  'ostrander-pike-technology',
  'larkmoor-managed-services',
  'fennwick-software',
  'veylan-consulting-group',
  'continental-trade-distribution',
  'okonjo-advisory',
  'cobaltine-networks',
] as const;
const RESELLER = PARTNERS[0];

const late = (amount: number): Partial<PlanNumbers> => ({
  initial_investment: 1_000,
  investments: { late: { title: 'Replacement', month: 36, amount } },
});

/** Plans that end in words: each sells for 1,000 a month at 20 % and what its tier adds. */
const WORKED: Readonly<Record<string, PlanNumbers>> = {
  'never pays back': only({}, { initial_investment: 50_000 }),
  'earns from the first month': only({}),
  'has two rates of return': only({}, late(6_100)),
  'loses its money again': only({}, late(12_000)),
  'is nothing but staff': {
    ...only({}),
    product_lines: {},
    staff: { seller: { title: 'Seller', fte: 1, annual_loaded_cost: 60_000, from_month: 1, to_month: 36 } },
  },
};

/** A plan whose first offer ramps along a curve and sells more in some months than in others. */
const CURVED = 'with-curves';
const PLANS = [...PARTNERS, CURVED, ...Object.keys(WORKED)];

/** Those whose own plan is written; the others start from the numbers of their type. */
const WITH_PLAN: ReadonlySet<string> = new Set([
  'ostrander-pike-technology',
  'larkmoor-managed-services',
  'continental-trade-distribution',
  'okonjo-advisory',
  'cobaltine-networks',
]);

const inputOf = (id: string) => {
  const files = partnerById(workspace, id);
  return artifactInput(workspace, WITH_PLAN.has(id) ? files : { ...files, businessPlans: [] });
};

const plans = new Map(
  PLANS.map((id) => {
    const own = (PARTNERS as readonly string[]).includes(id);
    const input = own ? inputOf(id) : id === CURVED ? curved(inputOf(RESELLER)) : planned(WORKED[id]!);
    const result = businessPlan.compute(input, undefined);
    const document = businessPlan.toDocument(result, 'partner');
    return [id, { result, document, bytes: renderXlsx(document) }];
  }),
);

function curved(input: ArtifactInput): ArtifactInput {
  const planAssumptions = structuredClone(input.planAssumptions);
  const [offer] = Object.values(planAssumptions.types['var']!.product_lines);
  offer!.ramp_curve_percent = [5, 10, 10, 30, 80, 100];
  offer!.seasonality_percent = [80, 80, 120, 80, 80, 120, 80, 80, 140, 80, 80, 180];
  return { ...input, planAssumptions };
}

function planned(numbers: PlanNumbers): ArtifactInput {
  const input = inputOf(RESELLER);
  const { planAssumptions } = input;
  return {
    ...input,
    // Without a history or a tier that would take the place of its numbers.
    deals: undefined,
    planAssumptions: {
      ...planAssumptions,
      tier_terms: {},
      types: { ...planAssumptions.types, var: { ...planAssumptions.types['var']!, ...numbers } },
    },
  };
}

/** Nearly the same: what differs is the last bits of sums in another order. */
function expectSame(place: string, ours: string | number, theirs: string | number | undefined): void {
  if (typeof ours === 'string') {
    expect(theirs, place).toBe(ours);
    return;
  }
  expect(typeof theirs, place).toBe('number');
  const scale = Math.max(1, Math.abs(ours));
  expect(Math.abs(Number(theirs) - ours) / scale, place).toBeLessThan(1e-9);
}

describe('the workbook of a plan', () => {
  it.each(PLANS)('is sound for the plan %s', (id) => {
    expect(lintPackage(plans.get(id)!.bytes)).toEqual([]);
  });

  it.each(['larkmoor-managed-services', CURVED, 'is nothing but staff'])('is valid for Excel: %s', async (id) => {
    expect(await validateOffice(plans.get(id)!.bytes, 'xlsx')).toEqual([]);
  });

  it('has every number of every month as a formula', () => {
    const { document, bytes } = plans.get('larkmoor-managed-services')!;
    const ofBase = [...cellsIn(bytes)].filter(([place, { formula }]) => place.startsWith('Model base!') && formula);
    // Every line for 36 months; date, number and year of each month; and what money, its flow and its direction start from.
    expect(ofBase).toHaveLength((document.model!.lines.length + 3) * 36 + 3);
  });

  it('has a name for every number of the base case', () => {
    const { document, bytes } = plans.get(RESELLER)!;
    const inputs = document.model!.inputs;
    const first = cellsIn(bytes).get(cellNamed(bytes, 'platform_deals_per_month'));
    expect(first).toEqual({ value: inputs.find(({ key }) => key === 'offer.platform.deals_per_month')!.base });
    // Two entries are called training here; neither gives the other its name.
    expect(cellsIn(bytes).get(cellNamed(bytes, 'training_margin'))).toEqual({ value: 0.602 });
  });

  it('tells what both sides want where a plan was written, and has no such sheet for an example', () => {
    const partOf = (id: string, part: string) => new TextDecoder().decode(readZip(plans.get(id)!.bytes).get(part));
    expect(partOf('larkmoor-managed-services', 'xl/workbook.xml')).toContain('name="Commitments"');
    expect(partOf('larkmoor-managed-services', 'xl/sharedStrings.xml')).toContain(
      'Goal: Protection in every managed contract',
    );
    expect(partOf(RESELLER, 'xl/workbook.xml')).not.toContain('name="Commitments"');
  });

  it('lists its sheets, the first with the answer, and keeps what only programs read out of sight', () => {
    const { bytes, document } = plans.get(RESELLER)!;
    expect(new Set([...cellsIn(bytes).keys()].map((place) => place.split('!')[0]))).toEqual(
      new Set([
        'Summary',
        'Assumptions',
        'Model base',
        'Model conservative',
        'Model stretch',
        'Years',
        'Sensitivity',
        'Checks',
        'cam plan',
      ]),
    );
    const { headline } = document.model!.outcome;
    expect(cellsIn(bytes).get('Summary!B1')!.value).toBe(formatSentence(headline, document.format));
  });
});

describe.skipIf(!hasOffice)('the workbook of a plan, calculated anew by LibreOffice', () => {
  let calculated: Map<string, Map<string, FoundCell>>;
  const { bytes } = plans.get(RESELLER)!;
  const deals = cellNamed(bytes, 'platform_deals_per_month');
  const conservativeDeals = deals.replace('!D', '!C');
  beforeAll(async () => {
    const pace = Number(cellsIn(bytes).get(deals)!.value);
    const books = {
      ...Object.fromEntries(PLANS.map((id, index) => [`plan-${index}`, plans.get(id)!.bytes])),
      doubled: withCells(bytes, { [deals]: 2 * pace }),
      stretch: withCells(bytes, { [cellNamed(bytes, 'scenario_shown')]: 'Stretch' }),
      typed: withCells(bytes, { [conservativeDeals]: 10 * pace }),
      broken: withCells(bytes, { [deals]: 'many' }),
    };
    const saved = await recalculated(books);
    calculated = new Map(Array.from(saved, ([name, book]) => [name, cellsIn(book)]));
  });

  it.each(PLANS)('gives for the plan that %s what the engine gives, in every scenario', (id) => {
    const theirs = calculated.get(`plan-${PLANS.indexOf(id)}`)!;
    const formulas = [...cellsIn(plans.get(id)!.bytes)].filter(([, { formula }]) => formula !== undefined);
    expect(formulas.length).toBeGreaterThan(2_000);
    for (const [place, { formula, value }] of formulas)
      expectSame(`${place} =${formula}`, value, theirs.get(place)?.value);
  });

  it('says why there is no payback or rate', () => {
    const words = (id: string) => {
      const cells = [...calculated.get(`plan-${PLANS.indexOf(id)}`)!];
      return cells.flatMap(([place, { value }]) =>
        place.startsWith('Summary!B') && /^(Payback month|Internal rate[^:]*): /.test(String(value)) ? [value] : [],
      );
    };
    expect(words('never pays back')).toEqual(['Payback month: not within 36 months']);
    expect(words('earns from the first month')).toEqual([
      'Payback month: the money never is below zero',
      'Internal rate of return, a year: no money is put in',
    ]);
    expect(words('has two rates of return')).toEqual([
      'Internal rate of return, a year: 2 rates would fit, because the money changes direction more than once',
    ]);
    expect(words('loses its money again')[0]).toMatch(/^Payback month: back in month \d and lost again in month 36$/);
    expect(words('is nothing but staff')).toEqual([
      'Payback month: not within 36 months',
      'Internal rate of return, a year: no money comes back',
    ]);
  });

  it('follows a number that somebody changes, as the engine does, and says that solved answers are old', () => {
    const { result, document } = plans.get(RESELLER)!;
    const doubled = 'offer.platform.deals_per_month';
    const expected = result.model.forecast('base', ({ key }) => (key === doubled ? 2 : 1));
    const before = result.base.values.get('cumulative')!.at(-1)!;
    expect(expected.results.endCumulative).toBeGreaterThan(before);
    const cells = calculated.get('doubled')!;
    const ofResult = (key: string) => {
      const row = 7 + document.model!.outcome.results.findIndex((each) => each.key === key);
      return cells.get(`Summary!D${row}`)?.value;
    };
    const { results } = expected;
    expectSame('end', results.endCumulative, ofResult('end'));
    expectSame('payback', (results.payback as { month: number }).month, ofResult('payback'));
    expectSame('exact payback', (results.payback as { exact: number }).exact, ofResult('payback_exact'));
    expectSame('peak', results.peakFunding.amount, ofResult('peak_funding'));
    expectSame('present value', results.netPresentValue, ofResult('net_present_value'));
    expectSame('people', results.mostPeople, ofResult('most_people'));
    if (typeof results.internalRate === 'number') expectSame('rate', results.internalRate, ofResult('internal_rate'));
    expect(cells.get('Summary!B1')!.value).toBe(
      `Numbers changed: the base case pays back in month ${(results.payback as { month: number }).month}`,
    );
    // The other scenarios follow from base, so three numbers are no longer those of the day.
    expect(cells.get('Sensitivity!B2')!.value).toBe(
      '3 numbers were changed: these were solved for other numbers. Run cam plan business again.',
    );
    expect(cells.get(cellNamed(bytes, 'checks_failed'))!.value).toBe(0);
  });

  it('shows years and chart of the scenario that is chosen', () => {
    const cells = calculated.get('stretch')!;
    const { result } = plans.get(RESELLER)!;
    const net = result.stretch.values.get('net')!.slice(1, 13);
    expect(cells.get('Years!B1')!.value).toBe('Years and quarters, stretch case');
    expectSame(
      'first year',
      net.reduce((sum, value) => sum + value),
      cells.get('Years!C23')?.value,
    );
    expect(cells.get(cellNamed(bytes, 'checks_failed'))!.value).toBe(0);
  });

  it('takes a number typed over a formula for that scenario alone, and fails the check of their order', () => {
    const [cells, before] = [calculated.get('typed')!, cellsIn(bytes)];
    expect(cells.get('Summary!D7')!.value).toBeCloseTo(Number(before.get('Summary!D7')!.value), 6);
    expect(cells.get('Summary!C7')!.value).toBeGreaterThan(Number(before.get('Summary!C7')!.value));
    expect(cells.get(cellNamed(bytes, 'checks_failed'))!.value).toBe(1);
    expect([...cells.values()].map(({ value }) => value)).toContain('Failed: 1 of 9 checks');
  });

  it('fails its checks when a number becomes a word', () => {
    expect(Number(calculated.get('broken')!.get(cellNamed(bytes, 'checks_failed'))!.value)).toBeGreaterThan(5);
  });
});
