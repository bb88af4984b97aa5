import type { Fund } from '../schema/funds.ts';
import type { MarketingPlan } from '../schema/marketing-plan-file.ts';
import type { MarketingTactics } from '../schema/marketing-tactics.ts';
import { detailsOf, quote } from './check-values.ts';
import type { FileReading } from './read-yaml.ts';
import type { Problem } from './problem.ts';

/** What the marketing plans of a partner are checked against. */
export interface CampaignContext {
  readonly tactics: MarketingTactics;
  /** Undefined where the territory has no funds that can be used. */
  readonly funds: readonly Pick<Fund, 'id' | 'partner'>[] | undefined;
}

/** The plans of one partner that could be read. */
export interface PlansOfPartner {
  readonly id: string;
  readonly marketingPlans: readonly Pick<FileReading<MarketingPlan>, 'value' | 'problemAt'>[];
}

/** Names of a partner's marketing plans that the library or `funds.yaml` does not have, and rates that do not fit the stages. */
export function checkCampaigns(
  { id, marketingPlans }: PlansOfPartner,
  { tactics: library, funds }: CampaignContext,
): Problem[] {
  const goals = library.goals.map((goal) => goal.id);
  const tactics = library.tactics.map((tactic) => tactic.id);
  const stages = library.waterfall.stages.map((stage) => stage.id);
  const proofs = Object.keys(library.proof_kinds);
  const mayAsk = (funds ?? []).filter(({ partner }) => partner === undefined || partner === id).map((fund) => fund.id);
  return marketingPlans.flatMap((reading) => {
    const named = (what: string, written: string, path: readonly (string | number)[], allowed: readonly string[]) => {
      if (allowed.includes(written)) return [];
      const message = `${quote(written)} is not ${what}`;
      return [{ ...reading.problemAt(path, { message, ...detailsOf({ written, allowed }) }), partner: id }];
    };
    const plan = reading.value!;
    return [
      ...plan.goals.flatMap((goal, index) => named('a goal of the library', goal.id, ['goals', index, 'id'], goals)),
      ...plan.campaigns.flatMap((campaign, index) => {
        const at = ['campaigns', index] as const;
        const steps = (key: 'rates_percent' | 'days_per_stage') => {
          const given = campaign[key]?.length;
          if (given === undefined || given === stages.length - 1) return [];
          const message = `there are ${given} values for the ${stages.length - 1} steps between the stages`;
          return [{ ...reading.problemAt([...at, key], { message }), partner: id }];
        };
        return [
          ...named('a tactic of the library', campaign.tactic, [...at, 'tactic'], tactics),
          ...(campaign.goals ?? []).flatMap((goal, place) =>
            named('a goal of the library', goal, [...at, 'goals', place], goals),
          ),
          ...steps('rates_percent'),
          ...steps('days_per_stage'),
          ...(campaign.request
            ? named('a fund of this partner', campaign.request.fund, [...at, 'request', 'fund'], mayAsk)
            : []),
          ...(campaign.claim?.proof ?? []).flatMap((proof, place) =>
            named('a kind of proof', proof, [...at, 'claim', 'proof', place], proofs),
          ),
          ...Object.keys(campaign.actual?.counts ?? {}).flatMap((stage) =>
            named('a stage of the waterfall', stage, [...at, 'actual', 'counts', stage], stages),
          ),
        ];
      }),
    ];
  });
}
