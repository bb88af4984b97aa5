import type { Workspace } from '../../../src/app/territory/open-workspace.ts';
import { produceMgo } from '../../../src/app/channel/produce-mgo.ts';
import { triedNumbers } from '../../../src/app/channel/tried-numbers.ts';
import { renderXlsx } from '../../../src/render/xlsx/page/render-xlsx.ts';
import type { MgoName } from '../../../src/schema/mgo.ts';
import { artifactInput, partnerById } from '../../../src/app/pages/partner-pages.ts';
import { marketingPlan } from '../../../src/artifacts/marketing-plan/index.ts';
import { givenCalculation } from '../../document/calculation/given-calculation.ts';
import { richScorecard } from '../fixtures/rich-scorecard.ts';
import { withCells } from './workbook-cells.ts';

/** A workbook as a person leaves it, and as the engine writes it for the numbers that were typed. */
export interface LiveBook {
  readonly name: string;
  readonly asTyped: Uint8Array;
  readonly expected: Uint8Array;
}

/** Calculations, some of them after somebody typed into them. */
export async function liveBooks(workspace: Workspace): Promise<readonly LiveBook[]> {
  const given = (eventRate?: number) => renderXlsx({ ...richScorecard, calculation: givenCalculation(eventRate) });
  const mgo = async (set?: string, solve?: MgoName) => {
    const { document } = await produceMgo(workspace, {
      tried: set === undefined ? new Map() : triedNumbers(set),
      solve,
      formats: [],
      out: workspace.root,
      force: false,
      dryRun: true,
    });
    return renderXlsx(document);
  };
  const worksheet = await mgo();
  const plans = (id: string, edition: 'partner' | 'internal') => {
    const input = artifactInput(workspace, partnerById(workspace, id));
    return renderXlsx(marketingPlan.toDocument(marketingPlan.compute(input, undefined), edition));
  };
  const changed = (id: string, people: number) => {
    const input = artifactInput(workspace, partnerById(workspace, id));
    const { plan: suggested, quarter, base } = marketingPlan.compute(input, undefined);
    const [first, ...others] = suggested.campaigns;
    const audience = { ...first!.audience, size: people };
    // The workbook keeps the revenue it was written with.
    const target = { target_revenue: Number(base.revenue) };
    const marketingPlans = [{ ...suggested, ...target, campaigns: [{ ...first!, audience }, ...others] }];
    const files = { ...input.files, marketingPlans };
    const result = marketingPlan.compute({ ...input, files, plannedQuarter: quarter }, undefined);
    return renderXlsx(marketingPlan.toDocument(result, 'internal'));
  };
  const plan = plans('larkmoor-managed-services', 'internal');
  const proposal = plans('hollin-bay-systems', 'partner');
  return [
    { name: 'marketing plan', asTyped: plan, expected: plan },
    { name: 'marketing plan proposed', asTyped: proposal, expected: proposal },
    {
      name: 'marketing plan for more people',
      asTyped: withCells(plan, { 'Tactics!C8': 5_000 }),
      expected: changed('larkmoor-managed-services', 5_000),
    },
    { name: 'given', asTyped: given(), expected: given() },
    { name: 'given with a rate', asTyped: withCells(given(), { 'Tactics & rates!D11': 0.25 }), expected: given(0.25) },
    { name: 'given with nothing', asTyped: withCells(given(), { 'Tactics & rates!D11': 0 }), expected: given(0) },
    { name: 'mgo', asTyped: worksheet, expected: worksheet },
    {
      name: 'mgo of contacts',
      // The close rate is no longer worked out: somebody types it and chooses the contacts.
      asTyped: withCells(worksheet, { 'MGO!C6': 'Contacts', 'MGO!C9': 'n/a', 'MGO!C15': 0.08, 'MGO!C18': 12_000_000 }),
      expected: await mgo('close_rate=8%,revenue=12000000', 'contacts'),
    },
  ];
}
