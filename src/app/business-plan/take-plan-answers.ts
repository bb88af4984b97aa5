import { layOver } from '../../input/lay-over.ts';
import { placeProblemsIn, type Problem } from '../../input/problem.ts';
import { numberChanges } from '../../domain/business-plan/number-changes.ts';
import { sourceAt, withSources } from '../../domain/business-plan/number-sources.ts';
import type { PlanNumbers } from '../../schema/business-plan.ts';
import { businessPlanFileSchema, type BusinessPlan } from '../../schema/business-plan-file.ts';
import { givenFile } from '../given-file.ts';
import { writtenPlan } from './plan-text.ts';

/** A file of answers as it was given on the command line. */
export interface GivenPlan {
  readonly typed: string;
  readonly currentFolder: string;
  /** What the answers are laid over: the plan as it stands, or what a new one starts from. */
  readonly over: BusinessPlan;
  /** Where its numbers are from, unless the file says so itself. */
  readonly source: string;
}

/**
 * Reads a file in the form of a plan that says only what differs from another, and checks the whole. With any mistake there is no plan, and
 * every problem has its place. What cam keeps of a plan itself is not taken from the file.
 * @throws Failure (usage) when there is no such file
 */
export async function takePlanAnswers({
  typed,
  currentFolder,
  over,
  source,
}: GivenPlan): Promise<{ readonly plan?: BusinessPlan; readonly problems: readonly Problem[] }> {
  const given = await givenFile(typed, currentFolder);
  if ('problem' in given) return { problems: [given.problem] };
  const { text } = given;
  const place = placeProblemsIn(typed, text);
  const { value, problems } = layOver(writtenPlan(over), { text, schema: businessPlanFileSchema, place });
  if (!value) return { problems };
  if (value.fiscal_year !== over.fiscal_year) {
    const message = 'the plan is of another fiscal year';
    return {
      problems: [place(undefined, { path: 'fiscal_year', message, remedy: 'Say --as-of with a day of that year.' })],
    };
  }
  return {
    plan: {
      ...value,
      numbers: sourced(over.numbers, value.numbers, source),
      ...(over.begun !== undefined && { begun: over.begun }),
      changes: over.changes,
    },
    problems: [],
  };
}

/** Numbers that differ have a source of their own, unless the file names one. */
function sourced(before: PlanNumbers, after: PlanNumbers, source: string): PlanNumbers {
  const changed = numberChanges(before, after).map(({ at }) => at);
  const unnamed = changed.filter((at) => sourceAt(before, at) === sourceAt(after, at));
  return withSources(after, unnamed, source);
}
