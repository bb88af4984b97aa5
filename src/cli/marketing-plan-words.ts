import type { TalkedMarketingPlan } from '../app/marketing-plan/plan-interview.ts';
import type { MarketingWish } from '../app/marketing-plan/plan-wish.ts';
import type { SavedMarketingPlan } from '../app/marketing-plan/save-plan.ts';
import { formatFiscalQuarter } from '../units/fiscal-quarter.ts';
import { coloursOf } from './colours.ts';
import type { Screen } from './command.ts';

/** What became of a plan: by talking, or at once from a file or another plan. */
export interface MarketingPlanCameTo {
  readonly talked?: TalkedMarketingPlan;
  readonly saved?: SavedMarketingPlan;
}

interface Told {
  readonly wish: MarketingWish;
  readonly screen: Screen;
}

/** What is said when a plan was talked over or saved: what was kept, and which command comes next. */
export function marketingPlanWords({ talked, saved }: MarketingPlanCameTo, told: Told): string {
  const last = saved ?? talked?.saved;
  const lines = [
    ...(last ? savedLines(last, told) : []),
    ...(talked && talked.ending !== 'finished' ? brokenLines(talked, told) : []),
  ];
  return `${lines.join('\n')}\n`;
}

function brokenLines({ settled, count }: TalkedMarketingPlan, { wish, screen }: Told): string[] {
  const { bold, cyan } = coloursOf(screen);
  const command = `cam plan marketing ${wish.input.files.id} --quarter ${formatFiscalQuarter(wish.plan.quarter)} --edit`;
  return [`Kept: ${settled} of ${count} answered.`, `${bold('Resume')}  ${cyan(command)}`];
}

function savedLines({ plan, file }: SavedMarketingPlan, { wish, screen }: Told): string[] {
  const { green, dim, bold, cyan } = coloursOf(screen);
  const { files: partner } = wish.input;
  const quarter = formatFiscalQuarter(plan.quarter);
  const what = `the ${quarter} marketing plan of ${partner.partner.name}`;
  const left = wish.leftOut.map((title) => `Left out: ${title} can no longer be run in ${quarter}.`);
  if (wish.dryRun) return [`Would save ${what}. Nothing was written.`, ...left, dim(`  ${file}`)];
  const agreed = plan.agreed ? `, agreed by ${plan.agreed.partner} and ${plan.agreed.vendor}` : ', a draft';
  const next = plan.agreed
    ? []
    : [
        `${bold('Next')}  agree on it together`,
        `  ${cyan(`cam plan marketing ${partner.id} --quarter ${quarter} --agree`)}`,
      ];
  return [`${green(screen.unicode ? '✓' : 'ok')} Saved: ${what}${agreed}.`, ...left, dim(`  ${file}`), ...next];
}
