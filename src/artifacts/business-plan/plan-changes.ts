import type { Table } from '../../document/block.ts';
import type { Edition } from '../../document/document.ts';
import type { PlanNumbers } from '../../schema/business-plan.ts';
import { changesTable, type PlaceWords } from '../changes-table.ts';
import type { BusinessPlanResult } from './compute.ts';
import { INPUT_WORDS } from './model/input-words.ts';
import { inputValue } from './plan-blocks.ts';

/** What was changed in the plan since it was agreed; only the account manager reads who changed it and why. */
export function planChanges(
  { plan, numbers, currency, input }: BusinessPlanResult,
  edition: Edition,
): readonly Table[] {
  if (!plan || edition !== 'internal') return [];
  return changesTable(plan.changes, input.review.asOf, (at) => wordsOfNumber(at, { numbers, currency }));
}

/** `product_lines.platform.deals_per_month` as people say it: of which offer, and what. */
function wordsOfNumber(
  at: string,
  { numbers, currency }: { readonly numbers: PlanNumbers; readonly currency: string },
): PlaceWords<number> {
  const parts = at.split('.');
  const position = /^\d+$/.test(parts.at(-1)!) ? Number(parts.at(-1)) + 1 : undefined;
  const field = parts.at(position === undefined ? -1 : -2)!;
  const { label } = INPUT_WORDS[field] ?? { label: field.replaceAll('_', ' ') };
  return {
    part: titleOf(parts, numbers) ?? 'The plan',
    what: label.replace('{month}', `${position}`),
    show: (value) => inputValue(field, value, currency),
  };
}

/** The offer, the role or the investment, by its title; one that was taken out, by its id. */
function titleOf([list = '', id, field]: readonly string[], numbers: PlanNumbers): string | undefined {
  if (id === undefined || field === undefined) return undefined;
  const { product_lines, services, staff, investments } = numbers;
  const lists = new Map<string, Readonly<Record<string, { readonly title: string }>>>(
    Object.entries({ product_lines, services, staff, investments }),
  );
  const titled = lists.get(list);
  return titled && (Object.hasOwn(titled, id) ? titled[id]!.title : id);
}
