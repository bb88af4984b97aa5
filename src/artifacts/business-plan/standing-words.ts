import { formatFiscalYear } from '../../units/fiscal-quarter.ts';
import { isKnown } from '../../units/missing.ts';
import { plainSentence, sentence, type Sentence } from '../../units/sentence.ts';
import { count, date, text, type Value } from '../../units/value.ts';
import type { BusinessPlanResult } from './compute.ts';
import type { StartingPoint } from './from-history/starting-point.ts';

/** Who agreed to the plan and when; or that nobody did, and where its numbers are from. */
export function standingSentence({ values, plan, start }: BusinessPlanResult): Sentence {
  if (start) return exampleSentence(start, values['type']!);
  const year = text(plan ? formatFiscalYear(plan.fiscal_year) : '');
  if (!plan?.agreed)
    return sentence('Draft of the {year} plan, not agreed yet. Illustrative, not a guarantee.', { year });
  const { on, partner, vendor } = plan.agreed;
  return sentence('{year} plan, agreed on {on} by {partner} and {vendor}{completed}. Illustrative, not a guarantee.', {
    year,
    on: date(on),
    partner: text(partner),
    vendor: text(vendor),
    completed: text(plan.status === 'completed' ? ', completed' : ''),
  });
}

/** Why starting numbers stand although the partner has deals: for the account manager, one line a reason. */
export function keptSentences({ kept }: Pick<StartingPoint, 'kept'>): Sentence[] {
  const titles = new Map<string, Set<string>>();
  for (const { title, reason } of kept) titles.set(reason, (titles.get(reason) ?? new Set()).add(title));
  return Array.from(titles, ([reason, names]) =>
    plainSentence(`Starting numbers stay, ${[...names].join(' and ')}: ${reason}.`),
  );
}

/** That none of it was agreed; the partner's type, its own twelve months and the rate it is worked out at. */
function exampleSentence({ assumptions, replaced, to, rate }: StartingPoint, type: Value): Sentence {
  const parts: [string, Readonly<Record<string, Value>>][] = [
    ['Example from the starting numbers of a {type}; none of it was agreed with the partner.', { type }],
  ];
  if (replaced.length > 0) {
    const figures = count(assumptions.history.significant_figures);
    parts.push([
      '{own|of them is|of them are} replaced by own figures of the 12 months to {to}, rounded to {figures|figure|figures}.',
      { own: count(replaced.length), to: date(to), figures },
    ]);
  }
  if (rate !== undefined && isKnown(rate)) {
    const words = text(`${rate.rate} ${rate.to} for 1 ${rate.from}`);
    parts.push(['Other amounts are converted at {rate} of {since}.', { rate: words, since: date(rate.date) }]);
  } else if (rate !== undefined) {
    const values = { currency: text(assumptions.currency), why: text(rate.missing) };
    parts.push(['Amounts stay in {currency}: {why}.', values]);
  }
  parts.push(['Illustrative, not a guarantee.', {}]);
  return sentence(
    parts.map(([pattern]) => pattern).join(' '),
    Object.fromEntries(parts.flatMap(([, values]) => Object.entries(values))),
  );
}
