import { editYaml, type YamlEdit } from '../../../output/edit-yaml.ts';
import { formatFiscalYear } from '../../../units/fiscal-quarter.ts';
import type { BusinessPlan } from '../../../schema/business-plan-file.ts';
import type { ChangedRow, FileChange } from '../table.ts';
import { pathOfNumber } from './plan-places.ts';

/** The file of a plan with numbers changed. What changes after it was agreed is recorded with its day, as a change of the plan does. */
export function editPlanNumbers(text: string, { territory, partnerId, day, rows }: FileChange): string {
  const plan = planOf(territory.partners.find(({ id }) => id === partnerId)?.businessPlans ?? [], rows[0]!);
  const numbers = rows.flatMap(({ after }): YamlEdit[] =>
    after ? [{ path: pathOfNumber(String(after['number'])), value: after['value'] }] : [],
  );
  if (!plan.agreed) return editYaml(text, numbers);
  const changes = rows.flatMap(({ before, after }) => {
    const at = String(after?.['number']);
    // Of a scenario nobody promised anything: it is what might be.
    if (!after || at.startsWith('scenarios.')) return [];
    return [{ on: day, at, was: before?.['value'], is: after['value'], by: territory.config.cam.name }];
  });
  if (day === undefined) throw new Error('A change of an agreed plan is recorded with its day.');
  const first = plan.changes.length;
  const records =
    first === 0
      ? [{ path: ['changes'], value: changes }]
      : changes.map((value, index) => ({ path: ['changes', first + index], value }));
  return editYaml(text, changes.length === 0 ? numbers : [...numbers, ...records]);
}

function planOf(plans: readonly BusinessPlan[], { before, after }: ChangedRow): BusinessPlan {
  const year = String((after ?? before)!['fiscal_year']);
  const plan = plans.find((candidate) => formatFiscalYear(candidate.fiscal_year) === year);
  if (!plan) throw new Error(`There is no plan ${year}.`);
  return plan;
}
