import { blockYaml } from '../../output/print-yaml.ts';
import type { BusinessPlan } from '../../schema/business-plan-file.ts';
import { formatFiscalYear } from '../../units/fiscal-quarter.ts';

/** A plan as its file says it. */
export function writtenPlan({ fiscal_year: year, ...plan }: BusinessPlan): object {
  return { fiscal_year: formatFiscalYear(year), ...plan };
}

/** Text of a new plan's file: what was agreed above the numbers. What is empty is left out. */
export function planText(plan: BusinessPlan): string {
  const { numbers, scenarios, changes: _, ...head } = writtenPlan(plan) as BusinessPlan;
  const filled = Object.entries(head).filter(([, value]) => !isEmpty(value));
  const said = Object.fromEntries(filled.filter(([key]) => key !== 'actuals_shared' || head.actuals_shared));
  return [
    '# yaml-language-server: $schema=../../../.cam/schemas/business-plan.json',
    blockYaml(said),
    '',
    `# Numbers of the base case, amounts in ${plan.currency}, shares in percent.`,
    blockYaml({ numbers }),
    '',
    '# What the other cases change: the base number times. A case may have numbers of its own, by their place: staff.seller.fte.',
    blockYaml({ scenarios }),
    '',
  ].join('\n');
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}
