import { checkCells } from '../../../input/check-cells.ts';
import { quote } from '../../../input/check-values.ts';
import { nearest } from '../../../input/nearest.ts';
import { businessPlanFileSchema, type BusinessPlan } from '../../../schema/business-plan-file.ts';
import { schemaAt, type Schema } from '../../../schema/schema-parts.ts';
import { planNumbersSchema } from '../../../schema/business-plan.ts';
import type { Territory } from '../../../schema/territory.ts';
import { withNumber } from '../../../domain/business-plan/plan-on.ts';
import type { RowProblem, TableRow } from '../table.ts';
import { planReader } from './plan-files.ts';
import { baseOf, numbersOfPlan, pathOfNumber } from './plan-places.ts';

/** Checks changed numbers of plans: a plan that is there, a number it has, a value that may stand there. */
export function planNumberChecker(territory: Territory): (row: TableRow) => readonly RowProblem[] {
  const planOf = planReader(territory);
  return (row) => {
    const found = planOf(row);
    return 'why' in found ? [found] : numberProblems(row, found);
  };
}

function numberProblems({ partner, values }: TableRow, plan: BusinessPlan): readonly RowProblem[] {
  const [place, value] = [String(values['number']), Number(values['value'])];
  const known = [...numbersOfPlan(plan).keys()];
  const base = baseOf(place);
  if (!known.includes(place) && !(base !== undefined && known.includes(base))) {
    const near = nearest(place, known);
    const hint = near === undefined ? '' : `; did you mean ${near}?`;
    const remedy =
      hint === '' ? `; what a plan consists of is changed in its file, or with cam plan business ${partner}` : hint;
    return [{ column: 'number', why: `the plan has no number ${quote(place)}${remedy}` }];
  }
  return whysAt(plan, place, value).map((why) => ({ column: 'value', why }));
}

/** What the schema says of this one number; what it says of several together shows when the file is checked whole. */
function whysAt(plan: BusinessPlan, place: string, value: number): readonly string[] {
  const base = baseOf(place);
  if (base !== undefined) return whysAt(plan, base, value);
  const path = pathOfNumber(place);
  if (path[0] === 'scenarios') {
    const schema = schemaAt(businessPlanFileSchema, path) as Schema | undefined;
    return schema ? checkCells(schema, value).map(({ why }) => why('value')) : [];
  }
  const inPlan = path.slice(1).join('.');
  return checkCells(planNumbersSchema, withNumber(plan.numbers, place.split('.'), value))
    .filter((problem) => problem.path.join('.') === inPlan)
    .map(({ why }) => why('value'));
}
