import type { Lead } from '../../../schema/lead.ts';
import type { Campaign } from '../../../schema/marketing-plan-file.ts';
import { isKnown, missing, type Known } from '../../../units/missing.ts';
import { daysBetween, type PlainDate } from '../../../units/plain-date.ts';
import { sentence } from '../../../units/sentence.ts';
import { leadHistory, type LeadHistorySetting, type StepHistory } from './lead-history.ts';

/** One run of a tactic with the partner: what was typed into its plan, and the leads that name it. */
export interface CampaignRun {
  readonly campaign: Pick<Campaign, 'id' | 'actual'>;
  readonly end: PlainDate;
  readonly leads: readonly Lead[];
}

/**
 * The rates of each step as the runs of one tactic show them together. What was typed into a plan after its run counts where it names both
 * stages of a step and its leads had had the time to come that far; otherwise the leads that name the campaign do.
 */
export function runHistory(runs: readonly CampaignRun[], setting: LeadHistorySetting): StepHistory[] {
  const perRun = runs.map((run) => {
    const counted = leadHistory(run.leads, setting);
    return counted.map((step, index) => typedStep(run, { step, daysToEnd: setting.daysToStages[index + 1], setting }));
  });
  return setting.stages.slice(1).map((to, step) =>
    together(
      perRun.map((steps) => steps[step]!),
      { setting, step, to },
    ),
  );
}

function typedStep(
  { campaign: { actual }, end }: CampaignRun,
  {
    step,
    daysToEnd = missing('no days for this step'),
    setting,
  }: {
    readonly step: StepHistory;
    readonly daysToEnd: Known<number> | undefined;
    readonly setting: LeadHistorySetting;
  },
): StepHistory {
  const { [step.from]: entered, [step.to]: passed } = actual?.counts ?? {};
  if (actual === undefined || actual.on > setting.on || entered === undefined || passed === undefined) return step;
  if (isKnown(daysToEnd) && daysBetween(end, actual.on) < daysToEnd) return step;
  const { records: _, ...counted } = step;
  return { ...counted, entered, passed: Math.min(passed, entered) };
}

function together(
  steps: readonly StepHistory[],
  {
    setting: { stages },
    step,
    to,
  }: { readonly setting: LeadHistorySetting; readonly step: number; readonly to: string },
): StepHistory {
  const from = stages[step]!;
  const sum = (pick: (one: StepHistory) => number) => steps.reduce((all, one) => all + pick(one), 0);
  const [entered, passed] = [sum((one) => one.entered), sum((one) => one.passed)];
  const records = steps.flatMap((one) => one.records ?? []);
  return {
    from,
    to,
    entered,
    passed,
    rate: entered > 0 ? passed / entered : missing(`no lead of an earlier run has come to ${from} long enough ago`),
    words: sentence('leads of earlier runs; what was typed into their plans is counted beside them'),
    ...(records.length > 0 && {
      records: {
        what: 'leads',
        counted: records.flatMap(({ counted }) => counted),
        leftOut: records.flatMap(({ leftOut }) => leftOut),
      },
    }),
  };
}
