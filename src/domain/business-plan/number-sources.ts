import { NO_BREAK_SPACE } from '../../units/format.ts';
import type { PlanNumbers } from '../../schema/business-plan.ts';

/** Where a number is from, as its entry says: the name of a source of the template, or words. Undefined where it says nothing. */
export function sourceAt(numbers: PlanNumbers, at: string): string | undefined {
  const { entry, field } = entryAt(numbers, at);
  return entry?.source_of?.[field];
}

/** The numbers with where those at some places are from. Only entries of the plan's lists say it, not the numbers of the plan as a whole. */
export function withSources(numbers: PlanNumbers, places: readonly string[], source: string): PlanNumbers {
  // A file that people edit holds plain spaces.
  const words = source.replaceAll(NO_BREAK_SPACE, ' ');
  return places.reduce((changed, at) => {
    const { list, id, entry, field } = entryAt(changed, at);
    if (entry === undefined) return changed;
    const sourced = { ...entry, source_of: { ...entry.source_of, [field]: words } };
    return { ...changed, [list]: { ...listOf(changed, list), [id]: sourced } };
  }, numbers);
}

/** Where the plan says the source of the number at a place; undefined for numbers of the plan as a whole. */
export function sourcePath(at: string): readonly string[] | undefined {
  const [list = '', id = '', field] = at.split('.');
  return field !== undefined && ENTRY_LISTS.includes(list) ? [list, id, 'source_of', field] : undefined;
}

const ENTRY_LISTS: readonly string[] = ['product_lines', 'services', 'staff', 'investments'];

interface SourcedEntry {
  readonly source_of?: Readonly<Record<string, string>>;
}

function entryAt(numbers: PlanNumbers, at: string) {
  const [list = '', id = '', field] = at.split('.');
  const entry = field === undefined ? undefined : listOf(numbers, list)?.[id];
  return { list, id, entry, field: field ?? '' };
}

function listOf(numbers: PlanNumbers, list: string): Readonly<Record<string, SourcedEntry>> | undefined {
  const { product_lines, services, staff, investments } = numbers;
  return new Map<string, Readonly<Record<string, SourcedEntry>>>(
    Object.entries({ product_lines, services, staff, investments }),
  ).get(list);
}
