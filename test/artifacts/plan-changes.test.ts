import { describe, expect, it } from 'vitest';
import { artifactInput, partnerById } from '../../src/app/pages/partner-pages.ts';
import { businessPlan } from '../../src/artifacts/business-plan/index.ts';
import { marketingPlan } from '../../src/artifacts/marketing-plan/index.ts';
import type { Table } from '../../src/document/block.ts';
import { blocksInOrder } from '../../src/document/page-order.ts';
import type { Document, Edition } from '../../src/document/document.ts';
import { marketingPlanFileSchema } from '../../src/schema/marketing-plan-file.ts';
import { renderHtml } from '../../src/render/html/render-html.ts';
import { formatValue } from '../../src/units/format.ts';
import { quarter } from '../domain/given.ts';
import { givenPlan, givenPlanned } from './business-plan/given-plan.ts';
import { givenInput } from './given-input.ts';
import { openSample } from './sample-pages.ts';

const workspace = await openSample();
const AGREED = { on: '2026-02-01', partner: 'Mara Quellin', vendor: 'Ines Albrecht' };
const LATER = { on: '2026-03-05', by: 'Ines Albrecht' };
const BY = { on: '2026-02-20', by: 'Ines Albrecht', why: 'One more clinic group' };

function changesOn(page: Document): readonly string[] {
  const tables = page.sections
    .flatMap(blocksInOrder)
    .filter((block): block is Table => block.kind === 'table' && block.id === 'changes');
  return tables.flatMap(({ rows }) =>
    rows.map(({ cells }) =>
      ['on', 'part', 'what', 'was', 'is', 'why']
        .map((key) => (cells[key] ? formatValue(cells[key].value, { locale: 'en-US', precision: 'full' }) : ''))
        .join(' | ')
        .replaceAll('\u00a0', ' '),
    ),
  );
}

function marketingPage(changes: readonly object[], edition: Edition): Document {
  const input = givenInput();
  const campaigns = [{ id: 'web-1', tactic: 'webinar', start: '2026-05-20' }];
  const goals = [{ id: 'demand-generation', measure: 'qualified-leads', target: 10 }];
  const plan = { quarter: 'FY26-Q4', status: 'agreed', agreed: AGREED, currency: 'USD', goals, campaigns, changes };
  const files = { ...input.files, marketingPlans: [marketingPlanFileSchema.parse(plan)] };
  const result = marketingPlan.compute({ ...input, plannedQuarter: quarter('FY26-Q4'), files }, undefined);
  return marketingPlan.toDocument(result, edition);
}

describe('what was changed since a plan was agreed', () => {
  const marketing = [
    { ...BY, at: 'goals.demand-generation', was: '8 qualified-leads', is: '10 qualified-leads' },
    { ...BY, at: 'campaigns.web-1.cost_lines.Rooms, food etc.', is: 4500 },
    { ...BY, at: 'campaigns.gone', was: 'telemarketing' },
    { ...BY, at: 'campaigns.web-1.start', was: '2026-05-12', is: '2026-05-20', why: undefined },
    { ...LATER, at: 'budget', was: 20_000, is: 30_000 },
  ];

  it('stands on the internal page of a marketing plan, the newest first and none of a later day', () => {
    expect(changesOn(marketingPage(marketing, 'internal'))).toEqual([
      'Feb 20 | Webinar | Starts | May 12 | May 20 | Ines Albrecht',
      'Feb 20 | gone | Tactic | Telemarketing for appointments | taken out | Ines Albrecht: One more clinic group',
      'Feb 20 | Webinar | Cost: Rooms, food etc. | new | $4,500 | Ines Albrecht: One more clinic group',
      'Feb 20 | Goals | Demand generation | 8 qualified leads | 10 qualified leads | Ines Albrecht: One more clinic group',
    ]);
    expect(changesOn(marketingPage(marketing, 'partner'))).toEqual([]);
    expect(changesOn(marketingPage([], 'internal'))).toEqual([]);
  });

  it('stands on the internal page of a business plan in the same way', () => {
    const changes = [
      { ...BY, at: 'product_lines.platform.deals_per_month', was: 2, is: 1 },
      { ...BY, at: 'staff.seller.annual_loaded_cost', was: 80_000 },
      { ...BY, at: 'initial_investment', was: 4_000, is: 5_000 },
      { ...LATER, at: 'overhead_percent_of_revenue', was: 1, is: 0 },
    ];
    const page = (edition: Edition) =>
      businessPlan.toDocument(businessPlan.compute(givenPlanned({}, { changes }), undefined), edition);
    expect(changesOn(page('internal'))).toEqual([
      'Feb 20 | The plan | Starting investment | $4,000 | $5,000 | Ines Albrecht: One more clinic group',
      'Feb 20 | seller | Loaded cost of one | $80,000 | taken out | Ines Albrecht: One more clinic group',
      'Feb 20 | Platform | New deals a month, after ramp | 2 | 1 | Ines Albrecht: One more clinic group',
    ]);
    expect(changesOn(page('partner'))).toEqual([]);
  });

  it('stands in full while it is short, where other tables of the page give up rows', () => {
    const input = artifactInput(workspace, partnerById(workspace, 'ostrander-pike-technology'));
    const plan = input.files.businessPlans![0]!;
    const printed = (count: number) => {
      const lines = Array.from({ length: count }, (_, i) => ({
        ...BY,
        at: 'overhead_percent_of_revenue',
        was: i,
        is: 9,
      }));
      const { changes } = givenPlan({ changes: lines });
      const files = { ...input.files, businessPlans: [{ ...plan, changes }] };
      const result = businessPlan.compute({ ...input, files }, undefined);
      return renderHtml(businessPlan.toDocument(result, 'internal'));
    };
    expect(printed(5)).toContain('+ 2 more');
    expect(printed(5)).not.toContain('in the file of the plan');
    expect(printed(7)).toContain('+ 4 more in the file of the plan');
  });
});
