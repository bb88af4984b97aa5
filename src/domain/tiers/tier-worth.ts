import { evaluate } from '../../expression/evaluate.ts';
import { namesIn } from '../../expression/names-in.ts';
import { parseExpression } from '../../expression/parse.ts';
import type { TiersTemplate } from '../../schema/tiers.ts';
import { addQuarters, formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { isKnown, missing, whenKnown, type Known } from '../../units/missing.ts';
import { fiscalQuarterOf } from '../fiscal-calendar.ts';
import { convert } from '../money.ts';
import type { TierBasis } from './tier-basis.ts';

type Tier = TiersTemplate['tiers'][number];

/** What a tier is worth to the partner a year, in the partner's currency. */
export interface TierWorth {
  readonly amount: Known<number>;
  /** The rate differences and planned amounts that go into it. */
  readonly parts: Readonly<Record<string, Known<number>>>;
  /** Kinds of revenue nobody planned: they are left out and named, not taken for zero. */
  readonly notPlanned: readonly string[];
}

/** Quarters ahead over which the partner's plan is taken. */
const QUARTERS = 4;
const PLANNED = /^product_/;

/**
 * The formula of the template for two tiers: each rate difference meets only the revenue it is paid on, the partner's plan for the
 * next four quarters.
 * @param tiers the tiers by the names the formula has for them: `next` and `now`, or `now` and `below`
 */
export function tierWorth(basis: TierBasis, formula: string, tiers: Readonly<Record<string, Tier>>): TierWorth {
  const expression = parseExpression(formula);
  const names = [...namesIn(expression)];
  const parts: Record<string, Known<number>> = {};
  for (const name of names) parts[name] = PLANNED.test(name) ? planned(basis, name) : rateOf(name, tiers);
  const kinds = names.filter((name) => PLANNED.test(name));
  const notPlanned = kinds.filter((name) => !isKnown(parts[name]!));
  const value = evaluate(expression, {
    value: (name) => {
      const part = parts[name]!;
      return isKnown(part) ? part : PLANNED.test(name) ? 0 : undefined;
    },
  });
  const nothing = notPlanned.length === kinds.length;
  return {
    amount:
      nothing || typeof value !== 'number'
        ? missing(nothing ? 'no planned amounts by kind' : 'a rate of the tiers is not given')
        : value,
    parts,
    notPlanned,
  };
}

/** The sum of the next four quarters of a planned kind; unknown where one of them is not planned. */
function planned(basis: TierBasis, kind: string): Known<number> {
  const { files, calendar, asOf, config, known, currency } = basis;
  const first = addQuarters(fiscalQuarterOf(asOf, calendar), 1);
  const facts = new Map(
    (files.facts?.rows ?? []).filter(({ metric }) => metric === `planned_${kind}`).map((fact) => [fact.period, fact]),
  );
  return Array.from({ length: QUARTERS }, (_, ahead) => formatFiscalQuarter(addQuarters(first, ahead))).reduce<
    Known<number>
  >((sum, quarter) => {
    const fact = facts.get(quarter);
    if (!fact) return missing(`no ${kind.replaceAll('_', ' ')} planned for ${quarter}`);
    const amount = convert(fact.value, {
      from: fact.currency ?? currency,
      to: currency,
      on: known,
      rates: config.rates,
    });
    return whenKnown([sum, amount], (a, b) => a + b);
  }, 0);
}

/** `next.base_margin` is the tier's `base_margin_percent` as a ratio. */
function rateOf(name: string, tiers: Readonly<Record<string, Tier>>): Known<number> {
  const [which = '', rate = ''] = name.split('.');
  const tier = tiers[which];
  const percent = (tier as Readonly<Record<string, unknown>> | undefined)?.[`${rate}_percent`];
  return typeof percent === 'number' ? percent / 100 : missing(`no ${rate.replaceAll('_', ' ')} for this tier`);
}
