import { firstToRequest } from '../../app/marketing-plan/first-to-request.ts';
import type { TalkedMarketingPlan } from '../../app/marketing-plan/plan-interview.ts';
import type { MarketingWish } from '../../app/marketing-plan/plan-wish.ts';
import type { SavedMarketingPlan } from '../../app/marketing-plan/save-plan.ts';
import { singleLine } from '../../units/clean-text.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { coloursOf } from './colours.ts';
import type { Screen } from '../command.ts';
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
  const standing = plan.agreed ? `, agreed by ${plan.agreed.partner} and ${plan.agreed.vendor}` : ', a draft';
  const [first = '', ...rest] = wrapWords(singleLine(`Saved: ${what}${standing}.`), screen.width - 3);
  const command = (flag: string) => `  ${cyan(`cam plan marketing ${partner.id} --quarter ${quarter} ${flag}`)}`;
  return [
    `${green(screen.unicode ? '✓' : 'ok')} ${first}`,
    ...rest.map((text) => `  ${text}`),
    ...left,
    dim(`  ${file}`),
    ...nextLines(),
  ];

  function nextLines(): string[] {
    if (!plan.agreed) return [`${bold('Next')}  agree on it together`, command('--agree')];
    const campaign = firstToRequest(wish.input, plan);
    return campaign === undefined ? [] : [`${bold('Next')}  ask for its funds`, command(`--request ${campaign}`)];
  }
}
