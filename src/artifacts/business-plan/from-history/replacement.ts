import type { Selection } from '../../../domain/deals-at.ts';
import type { PlanAssumptions, PlanNumbers } from '../../../schema/business-plan.ts';

/** A number of a plan that the partner's own figures give, in the place of the starting number of its type. */
export interface Replacement {
  readonly list: 'product_lines' | 'services';
  /** The offer or service, and the name of the number in it. */
  readonly id: string;
  readonly field: string;
  /** As a plan's file writes it: shares in percent, amounts in the plan's currency. */
  readonly value: number;
  /** In a few words, for a column: "own deals, 12 months". */
  readonly short: string;
  /** What was counted, for those who ask: "45 won in the 12 months to 28 Feb 2026". */
  readonly words: string;
  /** The rows behind it, where they are deals. */
  readonly deals?: Selection;
}

/** A starting number that stays, and why. */
export interface Kept {
  readonly title: string;
  readonly reason: string;
}

/** What own figures say about an offer or about the services. */
export interface Found {
  readonly replaced: readonly Replacement[];
  readonly kept: readonly Kept[];
}

/** The numbers of a plan with replacements in their places, each with the name of its source. */
export function withReplaced<Numbers extends PlanNumbers>(numbers: Numbers, replaced: readonly Replacement[]): Numbers {
  const entryWith = <Entry extends { readonly source_of?: Record<string, string> | undefined }>(
    list: Replacement['list'],
    id: string,
    entry: Entry,
  ): Entry => {
    const own = replaced.filter((each) => each.list === list && each.id === id);
    if (own.length === 0) return entry;
    // A curve would stand in the way of the ramp that replaces it.
    const sellsAlready = own.some(({ field }) => field === 'ramp_months');
    return {
      ...entry,
      ...(sellsAlready && { ramp_curve_percent: undefined }),
      ...Object.fromEntries(own.map(({ field, value }) => [field, value])),
      source_of: { ...entry.source_of, ...Object.fromEntries(own.map((each) => [each.field, sourceName(each)])) },
    };
  };
  const listWith = <Entry extends { readonly source_of?: Record<string, string> | undefined }>(
    list: Replacement['list'],
    entries: Readonly<Record<string, Entry>>,
  ): Record<string, Entry> =>
    Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, entryWith(list, id, entry)]));
  return {
    ...numbers,
    product_lines: listWith('product_lines', numbers.product_lines),
    services: listWith('services', numbers.services),
  };
}

/** The sources of replaced numbers, by the names under which the numbers state them. */
export function sourcesOf(replaced: readonly Replacement[]): PlanAssumptions['sources'] {
  return Object.fromEntries(replaced.map((each) => [sourceName(each), { short: each.short, text: each.words }]));
}

function sourceName({ list, id, field }: Replacement): string {
  return `own ${list}.${id}.${field}`;
}
