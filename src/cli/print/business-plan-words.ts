import type { PlanWish, TalkedPlan } from '../../app/business-plan/plan-interview.ts';
import type { SavedPlan } from '../../app/business-plan/save-plan.ts';
import { formatFiscalYear } from '../../units/fiscal-quarter.ts';
import { plural } from '../../units/plural.ts';
import { doneLine } from './change-text.ts';
import { coloursOf } from './colours.ts';
import type { Screen } from '../command.ts';
import { nextLines } from './next-lines.ts';
import { wrapWords } from './wrap-words.ts';

/** What became of a plan: by talking, or at once from a file or another plan. */
export interface PlanCameTo {
  readonly numbers?: TalkedPlan;
  readonly agreement?: TalkedPlan;
  readonly saved?: SavedPlan;
}

interface Told {
  readonly wish: PlanWish;
  readonly screen: Screen;
}

/** What is said when a plan was talked over or saved: what was kept, and which command comes next. */
export function planWords({ numbers, agreement, saved }: PlanCameTo, told: Told): string {
  const talks = [numbers, agreement].filter((talk) => talk !== undefined);
  const broken = talks.find(({ ending }) => ending !== 'finished');
  const last = saved ?? agreement?.saved ?? numbers?.saved;
  const lines = [
    ...(last ? savedLines(last, told) : []),
    ...(broken ? brokenLines(broken, { ...told, flag: broken === agreement ? '--agree' : '--edit' }) : []),
  ];
  return `${lines.join('\n')}\n`;
}

function savedLines({ plan, files, committed }: SavedPlan, { wish, screen }: Told): string[] {
  const { dim } = coloursOf(screen);
  const { files: partner } = wish.input;
  const what = `the ${formatFiscalYear(plan.fiscal_year)} plan of ${partner.partner.name}`;
  if (wish.dryRun)
    return [...wrapWords(`Would save ${what}. Nothing was written.`, screen.width), dim(`  ${files[0]!}`)];
  const agreed = plan.agreed ? `, agreed by ${plan.agreed.partner} and ${plan.agreed.vendor}` : ', a draft';
  const ledger = committed.length > 0 ? [`${plural(committed.length, 'commitment')} entered in the ledger.`] : [];
  const next = plan.agreed
    ? []
    : nextLines(
        { word: 'Next', what: 'agree on it together', command: `cam plan business ${partner.id} --agree` },
        screen,
      );
  return [doneLine(`Saved: ${what}${agreed}.`, screen), ...ledger, ...files.map((path) => dim(`  ${path}`)), ...next];
}

function brokenLines(
  { settled, count }: TalkedPlan,
  { wish, screen, flag }: Told & { readonly flag: string },
): string[] {
  const command = `cam plan business ${wish.input.files.id} ${flag}`;
  return [`Kept: ${settled} of ${count} answered.`, ...nextLines({ word: 'Resume', command }, screen)];
}
