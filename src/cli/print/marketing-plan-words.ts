import { firstToRequest } from '../../app/marketing-plan/first-to-request.ts';
import type { TalkedMarketingPlan } from '../../app/marketing-plan/plan-interview.ts';
import type { MarketingWish } from '../../app/marketing-plan/plan-wish.ts';
import type { SavedMarketingPlan } from '../../app/marketing-plan/save-plan.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { doneLine } from './change-text.ts';
import { coloursOf } from './colours.ts';
import type { Screen } from '../command.ts';
import { nextLines } from './next-lines.ts';
import { wrapWords } from './wrap-words.ts';

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
  const command = `cam plan marketing ${wish.input.files.id} --quarter ${formatFiscalQuarter(wish.plan.quarter)} --edit`;
  return [`Kept: ${settled} of ${count} answered.`, ...nextLines({ word: 'Resume', command }, screen)];
}

function savedLines({ plan, file }: SavedMarketingPlan, { wish, screen }: Told): string[] {
  const { dim } = coloursOf(screen);
  const { files: partner } = wish.input;
  const quarter = formatFiscalQuarter(plan.quarter);
  const what = `the ${quarter} marketing plan of ${partner.partner.name}`;
  const left = wish.leftOut.flatMap((title) =>
    wrapWords(`Left out: ${title} can no longer be run in ${quarter}.`, screen.width),
  );
  if (wish.dryRun)
    return [...wrapWords(`Would save ${what}. Nothing was written.`, screen.width), ...left, dim(`  ${file}`)];
  const standing = plan.agreed ? `, agreed by ${plan.agreed.partner} and ${plan.agreed.vendor}` : ', a draft';
  const next = (what: string, flag: string) =>
    nextLines({ word: 'Next', what, command: `cam plan marketing ${partner.id} --quarter ${quarter} ${flag}` }, screen);
  return [doneLine(`Saved: ${what}${standing}.`, screen), ...left, dim(`  ${file}`), ...whatNext()];

  function whatNext(): string[] {
    if (!plan.agreed) return next('agree on it together', '--agree');
    const campaign = firstToRequest(wish.input, plan);
    return campaign === undefined ? [] : next('ask for its funds', `--request ${campaign}`);
  }
}
