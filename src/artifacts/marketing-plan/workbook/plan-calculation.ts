import type {
  Calculation,
  CalculationCheck,
  CalculationDefinition,
} from '../../../document/calculation/calculation.ts';
import type { Edition } from '../../../document/document.ts';
import { parseExpression } from '../../../expression/parse.ts';
import type { Sentence } from '../../../units/sentence.ts';
import { formatFiscalQuarter } from '../../../units/fiscal-quarter.ts';
import { formatSentence } from '../../../units/format.ts';
import { calendarBlocks } from '../calendar-blocks.ts';
import type { MarketingPlanResult } from '../compute.ts';
import { hasBegun } from '../result-blocks.ts';
import { MARKETING_PLAN_FILE, planSetting, type PlanSetting } from './plan-words.ts';
import { summarySheet } from './summary-sheet.ts';
import { tacticsSheet } from './tactics-sheet.ts';
import { targetSheet } from './target-sheet.ts';
import { CASES, waterfallSheet } from './waterfall-sheet.ts';

/**
 * A marketing plan as its workbook calculates it: every number of its tactics to type into, the waterfall of both cases, the returns of
 * each payer, and backward from a revenue. It says what the engine says.
 */
export function planCalculation(result: MarketingPlanResult, headline: Sentence, edition: Edition): Calculation {
  const setting = planSetting(result, edition);
  return {
    currency: result.currency,
    caution: 'Illustrative, not a guarantee',
    headline,
    sheets: [
      summarySheet(setting),
      tacticsSheet(setting),
      ...CASES.map((which) => waterfallSheet(which, setting)),
      targetSheet(setting),
    ],
    // The headline of a plan that runs is about what came of it: its numbers are in the book too.
    tables: [...(hasBegun(result) ? ['verdicts'] : []), 'calendar', 'steps'],
    checks: checksOf(setting),
    definitions: definitionsOf(result),
    file: fileOf(result),
  };
}

/** The plan that the workbook is of, so that what is typed into it can be brought back. */
function fileOf({ input, quarter, isProposal }: MarketingPlanResult): readonly string[] {
  return [MARKETING_PLAN_FILE, input.files.id, formatFiscalQuarter(quarter), isProposal ? 'proposal' : 'plan'];
}

function checksOf({ stages }: PlanSetting): CalculationCheck[] {
  const check = (title: string, difference: string): CalculationCheck => ({
    title,
    difference: parseExpression(difference),
  });
  const won = stages.at(-1)!.key;
  return [
    check('MDF and the own share add up to the cost', 'tactics.total.cost - tactics.total.mdf - tactics.total.own'),
    ...CASES.flatMap(({ key, words }) => [
      check(
        `${words}: no more is won in the quarter and later than in all`,
        `max(0, ${key}.total.revenue_in_quarter + ${key}.total.revenue_later - ${key}.total.revenue)`,
      ),
      check(`${words}: no stage has more leads than the one before`, moreThanBefore(key, stages)),
    ]),
    check('The conservative case wins no more than the base', `max(0, conservative.total.${won} - base.total.${won})`),
  ];
}

function moreThanBefore(sheet: string, stages: PlanSetting['stages']): string {
  const steps = stages
    .slice(1)
    .map(({ key }, index) => `max(0, ${sheet}.total.${key} - ${sheet}.total.${stages[index]!.key})`);
  return steps.join(' + ');
}

function definitionsOf(result: MarketingPlanResult): CalculationDefinition[] {
  const { input } = result;
  const { stages } = input.marketingTactics.waterfall;
  const format = { locale: input.config.locale };
  return [
    ...stages.flatMap(({ title, means }) =>
      means === undefined ? [] : [{ name: title, words: means, where: 'Waterfall' }],
    ),
    {
      name: 'Won in the quarter',
      words:
        'leads come evenly over the days of the run; each is won so many days later, and counts in the quarter of that day',
      where: 'Tactics',
    },
    { name: 'MDF', words: "what the vendor's market development funds pay of the cost", where: 'Tactics' },
    ...calendarBlocks(result).flatMap((block) =>
      block.kind === 'paragraph'
        ? [{ name: 'Marks of the calendar', words: formatSentence(block.text, format), where: 'Calendar' }]
        : [],
    ),
    { name: 'Tactic library', words: input.marketingTactics.source, where: 'source of a number' },
  ];
}
