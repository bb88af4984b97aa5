import { blockYaml } from '../../output/print-yaml.ts';
import type { MarketingPlan } from '../../schema/marketing-plan-file.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';

/** A plan as its file says it. What is empty is left out. */
export function writtenPlan({ quarter, ...plan }: MarketingPlan): object {
  const campaigns = plan.campaigns.map((campaign) => {
    const { actual } = campaign;
    return filled({
      ...campaign,
      ...(actual && { actual: filled(actual) }),
      claim: campaign.claim && filled(campaign.claim),
    });
  });
  return { quarter: formatFiscalQuarter(quarter), ...filled({ ...plan, campaigns, reviews: filled(plan.reviews) }) };
}

/** Text of a new plan's file: goals and money above the campaigns. */
export function planText(plan: MarketingPlan): string {
  const { campaigns = [], ...head } = writtenPlan(plan) as { campaigns?: readonly unknown[] };
  return [
    '# yaml-language-server: $schema=../../../.cam/schemas/marketing-plan.json',
    blockYaml(head),
    '',
    `# What a tactic of the library says holds where a campaign says nothing else. Amounts in ${plan.currency}, shares in percent.`,
    blockYaml({ campaigns }),
    '',
  ].join('\n');
}

function filled(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}
