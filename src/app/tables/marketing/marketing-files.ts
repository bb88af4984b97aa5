import type { Campaign, MarketingPlan } from '../../../schema/marketing-plan-file.ts';
import type { Territory } from '../../../schema/territory.ts';
import { formatFiscalQuarter } from '../../../units/fiscal-quarter.ts';
import type { RowProblem, TableChanges, TableRow } from '../table.ts';

/** How the files of marketing plans are called, for people. */
export const MARKETING_FILES = 'marketing/<quarter>.yaml';

/** The file of a plan, relative to the partner's folder. */
export function marketingFileOf({ quarter }: TableRow['values']): string {
  return `marketing/${String(quarter)}.yaml`;
}

/** Every marketing plan with the partner whose it is. */
export function marketingPlansOf({
  partners,
}: Territory): readonly { readonly partner: string; readonly plan: MarketingPlan; readonly quarter: string }[] {
  return partners.flatMap(({ id, marketingPlans = [] }) =>
    marketingPlans.map((plan) => ({ partner: id, plan, quarter: formatFiscalQuarter(plan.quarter) })),
  );
}

/** The plans and campaigns that rows may name: those that stand, and those that other sheets of the same workbook are about to add. */
export interface NamedPlans {
  /** Undefined for a plan that is about to be. */
  plan(row: TableRow): MarketingPlan | undefined;
  /** Undefined for a campaign that is about to be. */
  campaign(row: TableRow, id: string): Campaign | undefined;
  /** Why a row cannot be of the plan it names. */
  planProblems(row: TableRow): readonly RowProblem[];
  /** Why a row cannot be of the campaign it names. */
  campaignProblems(row: TableRow, id: string): readonly RowProblem[];
}

/** Finds what rows name by partner, quarter and id. */
export function namedPlans(territory: Territory, accepted: readonly TableChanges[]): NamedPlans {
  const plans = new Map(
    marketingPlansOf(territory).map(({ partner, plan, quarter }) => [`${partner} ${quarter}`, plan]),
  );
  const added = new Set(
    accepted.flatMap(({ table, changes }) =>
      changes.flatMap((change) =>
        change.kind === 'add'
          ? [[table.id, change.partner, change.values['quarter'], change.values['id']].join(' ')]
          : [],
      ),
    ),
  );
  const place = ({ partner, values }: TableRow) => `${partner} ${String(values['quarter'])}`;
  const plan: NamedPlans['plan'] = (row) => plans.get(place(row));
  const campaign: NamedPlans['campaign'] = (row, id) => plan(row)?.campaigns.find((one) => one.id === id);
  return {
    plan,
    campaign,
    planProblems: (row) => {
      if (plan(row) || added.has(`marketing-plans ${place(row)} `)) return [];
      const { partner = '', values } = row;
      return [
        {
          column: 'quarter',
          why: `there is no marketing plan ${String(values['quarter'])} of ${partner}; one is begun with a row on the sheet Marketing plans, or with cam plan marketing ${partner}`,
        },
      ];
    },
    campaignProblems: (row, id) => {
      if (campaign(row, id) || added.has(`campaigns ${place(row)} ${id}`)) return [];
      return [
        { column: 'campaign', why: `the ${String(row.values['quarter'])} marketing plan has no campaign "${id}"` },
      ];
    },
  };
}
