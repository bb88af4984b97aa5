import { extname, resolve } from 'node:path';
import { calendarOf } from '../../artifacts/marketing-plan/calendar-blocks.ts';
import { computeMarketingPlan, type MarketingPlanResult } from '../../artifacts/marketing-plan/compute.ts';
import type { CalendarStep } from '../../domain/marketing/calendar.ts';
import { calendarText, type CalendarEntry } from '../../output/calendar-text.ts';
import { writeGenerated, type WriteDecision } from '../../output/manifest.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import { Failure } from '../../units/failure.ts';
import { formatFiscalQuarter, type FiscalQuarter } from '../../units/fiscal-quarter.ts';
import type { Workspace } from '../territory/open-workspace.ts';
import { artifactInput } from '../pages/partner-pages.ts';

export interface CalendarRequest {
  /** As it was typed. */
  readonly typed: string;
  readonly currentFolder: string;
  readonly quarter?: FiscalQuarter | undefined;
  readonly force: boolean;
  readonly dryRun: boolean;
}

/**
 * Writes the calendar of a partner's marketing plan as a file that calendar programs open.
 * @throws Failure (usage) when it is to be another kind of file or nothing is planned
 */
export async function writeCalendar(
  workspace: Workspace,
  files: PartnerFiles,
  { typed, currentFolder, quarter, force, dryRun }: CalendarRequest,
): Promise<{ readonly path: string; readonly decision: WriteDecision }> {
  if (extname(typed).toLowerCase() !== '.ics')
    throw new Failure('usage', `${typed} is no calendar file.`, 'Name it FILE.ics.');
  const result = computeMarketingPlan({
    ...artifactInput(workspace, files),
    ...(quarter && { plannedQuarter: quarter }),
  });
  if (result.campaigns.length === 0)
    throw new Failure(
      'usage',
      `No tactic of ${files.partner.name} is planned for ${formatFiscalQuarter(result.quarter)}.`,
      `Plan one: cam plan marketing ${files.id} --edit`,
    );
  const path = resolve(currentFolder, typed);
  const decision = await writeGenerated(path, planCalendar(result), { root: workspace.root }, { force, dryRun });
  return { path, decision };
}

/** The calendar of a plan as text of a calendar file. */
function planCalendar(result: MarketingPlanResult): string {
  const { input, quarter } = result;
  const { files, review } = input;
  const { steps, campaigns } = calendarOf(result);
  const titles = new Map(campaigns.map(({ id, title }) => [id, title]));
  const name = formatFiscalQuarter(quarter);
  const seen = new Map<string, number>();
  return calendarText({
    name: `${files.partner.name}: marketing ${name}`,
    made: review.asOf,
    entries: steps.map((step): CalendarEntry => {
      const place = [files.id, name, step.campaign ?? 'plan', step.kind].join('-');
      const count = (seen.get(place) ?? 0) + 1;
      seen.set(place, count);
      return {
        uid: `${place}-${count}@cam-toolkit`.toLowerCase(),
        from: step.on,
        to: step.until ?? step.on,
        summary: summaryOf(step, { title: titles.get(step.campaign ?? ''), partner: files.partner.name }),
        ...(step.who !== undefined && { description: `Who: ${step.who}` }),
      };
    }),
  });
}

function summaryOf(
  { what }: CalendarStep,
  { title, partner }: { readonly title: string | undefined; readonly partner: string },
): string {
  return `${partner}: ${title === undefined ? '' : `${title}: `}${what}`;
}
