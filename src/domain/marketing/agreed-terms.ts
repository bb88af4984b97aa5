import { valueChanges, type ValueChange } from '../plan-record.ts';

/** A value of a plan that both sides agreed to. */
export type Term = string | number;

/** A plan as its file writes it, or as it is read. */
type WrittenPlan = object;

/** What both sides agreed to that is another thing now; a campaign or a goal that came or went is one change. */
export function termChanges(before: WrittenPlan, after: WrittenPlan): readonly ValueChange<Term>[] {
  const [was, is] = [agreedTerms(before), agreedTerms(after)];
  const isWhole = (at: string) => {
    const entry = ENTRY.exec(at)?.[0];
    return entry === undefined || entry === at || (was.has(entry) && is.has(entry));
  };
  return valueChanges(was, is).filter(({ at }) => isWhole(at));
}

/** A campaign or a goal by its place; an id holds no full stop. */
const ENTRY = /^(?:campaigns|goals)\.[^.]+/;

/**
 * What a plan agrees, by place: `campaigns.spring-webinar.audience.size`. Goals and campaigns stand by their ids, a campaign itself as its
 * tactic. What came of it, what was asked of the funds and remarks are no part of what was agreed.
 */
function agreedTerms(plan: WrittenPlan): ReadonlyMap<string, Term> {
  const { goals, target_revenue, budget, currency, campaigns, reviews } = plan as Readonly<Record<string, unknown>>;
  return new Map([
    ...termsAt('currency', currency),
    ...termsAt('target_revenue', target_revenue),
    ...termsAt('budget', budget),
    ...entriesOf(goals).flatMap(({ id, target, measure }) => [
      [`goals.${String(id)}`, aimOf(target, measure)] as const,
    ]),
    ...entriesOf(campaigns).flatMap(campaignTerms),
    ...termsAt('reviews', reviews),
  ]);
}

function campaignTerms({ id, tactic, ...campaign }: Entry): readonly (readonly [string, Term])[] {
  const { request: _, claim: __, actual: ___, notes: ____, ...agreed } = campaign;
  const place = `campaigns.${String(id)}`;
  return [[place, String(tactic)], ...termsAt(place, agreed)];
}

function aimOf(target: unknown, measure: unknown): string {
  const aim = [target, measure].filter((part) => part !== undefined && part !== null);
  return aim.length === 0 ? 'no number' : aim.join(' ');
}

function termsAt(place: string, value: unknown): readonly (readonly [string, Term])[] {
  if (typeof value === 'number' || typeof value === 'string') return [[place, value]];
  // Rates, days and dates of a list mean something together only.
  if (Array.isArray(value)) return value.length === 0 ? [] : [[place, value.join(', ')]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => termsAt(`${place}.${key}`, inner));
}

type Entry = Readonly<Record<string, unknown>>;

function entriesOf(list: unknown): readonly Entry[] {
  return Array.isArray(list) ? (list as readonly Entry[]) : [];
}
