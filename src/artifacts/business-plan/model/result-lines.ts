import type { ModelLine } from '../../../domain/month-model/month-model.ts';
import { evaluateMonths, type MonthValues } from '../../../domain/month-model/evaluate-months.ts';
import { parseExpression } from '../../../expression/parse.ts';

/** A line that only helps a result: nothing of the plan follows from it. */
export interface ResultLine extends ModelLine {
  readonly title: string;
  /** What it starts from: the money put in, or only that some was. */
  readonly startsFrom?: 'investment' | 'direction';
}

const line = (key: string, title: string, formula: string, startsFrom?: ResultLine['startsFrom']): ResultLine => ({
  key,
  title,
  formula: parseExpression(formula),
  ...(startsFrom && { startsFrom }),
});

/** What marks the months that the results of a plan name, so that a workbook finds them by plain formulas. */
export const RESULT_LINES: readonly ResultLine[] = [
  line('cash_flow', 'Money in or out', 'net', 'investment'),
  line('money_back', 'The money is back (1)', 'if(earlier(cumulative, 1) < 0 and cumulative >= 0, 1, 0)'),
  line('money_back_so_far', 'Times it was back so far', 'earlier(money_back_so_far, 1) + money_back'),
  line('money_lost', 'Below zero after it was back (1)', 'if(money_back_so_far > 0 and cumulative < 0, 1, 0)'),
  line('no_loss', 'A month without a loss (1)', 'if(net >= 0, 1, 0)'),
  line('no_loss_run', 'Months without a loss in a row', 'if(net >= 0, earlier(no_loss_run, 1) + 1, 0)'),
  line(
    'direction',
    'Direction of the money',
    'if(cash_flow > 0, 1, if(cash_flow < 0, -1, earlier(direction, 1)))',
    'direction',
  ),
  line('turns', 'It changes direction (1)', 'if(direction * earlier(direction, 1) < 0, 1, 0)'),
];

/** The values of the lines in a scenario. */
export function resultLineValues(known: MonthValues, inputs: ReadonlyMap<string, number>, months: number): MonthValues {
  const start = known.get('cumulative')![0]!;
  const lines = RESULT_LINES.map(({ startsFrom, ...each }) => ({
    ...each,
    ...(startsFrom && { start: startsFrom === 'investment' ? start : Math.sign(start) }),
  }));
  return evaluateMonths({ months, inputs, lines, known });
}
