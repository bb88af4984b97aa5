import { sourcePath } from '../../../domain/business-plan/number-sources.ts';
import { editYaml, type YamlEdit } from '../../../output/edit-yaml.ts';
import { formatFiscalYear } from '../../../units/fiscal-quarter.ts';
import { formatDate, NO_BREAK_SPACE, type Locale } from '../../../units/format.ts';
import type { PlainDate } from '../../../units/plain-date.ts';
import type { BusinessPlan } from '../../../schema/business-plan-file.ts';
import type { ChangedRow, FileChange } from '../table.ts';
import { recordEdits } from '../record-edits.ts';
import { pathOfNumber } from './plan-places.ts';

/** The file of a plan with numbers changed. What changes after it was agreed is recorded with its day, as a change of the plan does. */
export function editPlanNumbers(text: string, { territory, partnerId, day, rows }: FileChange): string {
  const plan = planOf(territory.partners.find(({ id }) => id === partnerId)?.businessPlans ?? [], rows[0]!);
  const numbers = rows.flatMap(({ after }): YamlEdit[] => {
    if (!after) return [];
    const at = String(after['number']);
    return [{ path: pathOfNumber(at), value: after['value'] }, ...sourceEdits(at, { day, territory })];
  });
  if (!plan.agreed) return editYaml(text, numbers);
  const changes = rows.flatMap(({ before, after }) => {
    const at = String(after?.['number']);
    // Of a scenario nobody promised anything: it is what might be.
    if (!after || at.startsWith('scenarios.')) return [];
    return [{ at, was: before?.['value'], is: after['value'] }];
  });
  return editYaml(text, [...numbers, ...recordEdits(changes, { standing: plan.changes.length, territory, day })]);
}

/** A number somebody typed over is no longer from where it was. */
function sourceEdits(at: string, { day, territory }: Pick<FileChange, 'day' | 'territory'>): YamlEdit[] {
  const path = sourcePath(at);
  if (path === undefined || day === undefined) return [];
  return [{ path: ['numbers', ...path], value: `Given for this plan, ${plainDay(day, territory.config.locale)}` }];
}

function plainDay(day: PlainDate, locale: Locale): string {
  return formatDate(day, locale).replaceAll(NO_BREAK_SPACE, ' ');
}

function planOf(plans: readonly BusinessPlan[], { before, after }: ChangedRow): BusinessPlan {
  const year = String((after ?? before)!['fiscal_year']);
  const plan = plans.find((candidate) => formatFiscalYear(candidate.fiscal_year) === year);
  if (!plan) throw new Error(`There is no plan ${year}.`);
  return plan;
}
