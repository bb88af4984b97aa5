import { describe, expect, it } from 'vitest';
import type { PlanResults } from '../../../src/artifacts/business-plan/results.ts';
import type { ScenarioName } from '../../../src/schema/business-plan.ts';
import { isKnown } from '../../../src/units/missing.ts';
import { ASSUMPTIONS, planned, TEMPLATE } from './starting-numbers.ts';

/** The results that stand above each type in the template, as they are printed there. */
const PRINTED = TEMPLATE.split('\n').flatMap((line, index, lines) => {
  const [scenario, ...cells] = line
    .replace(/^\s*#/, '')
    .split('|')
    .map((cell) => cell.trim());
  if (cells.length !== 11 || !['base', 'conservative', 'stretch'].includes(scenario!)) return [];
  const type = lines
    .slice(index)
    .find((later) => /^ {2}[a-z-]+:$/.test(later))!
    .trim()
    .slice(0, -1);
  return [{ type, scenario: scenario as ScenarioName, printed: cells.join(' | ') }];
});

describe('the starting numbers of a type give the results printed above them', () => {
  it('for all types and scenarios', () => {
    expect(PRINTED).toHaveLength(Object.keys(ASSUMPTIONS.types).length * 3);
  });

  it.each(PRINTED)('$type, $scenario', ({ type, scenario, printed }) => {
    expect(words(planned(ASSUMPTIONS.types[type]!, scenario).results)).toBe(printed);
  });

  it('and a reseller of mostly appliances those of its own line', () => {
    const numbers = structuredClone(ASSUMPTIONS.types['var']!);
    for (const line of Object.values(numbers.product_lines)) {
      if (line.kind === 'deals') line.product_margin_percent = ASSUMPTIONS.product_margin_cases.hardware_heavy.default;
    }
    expect(words(planned(numbers).results)).toBe(/hardware-heavy \| (.*)/.exec(TEMPLATE)![1]);
  });
});

function words(results: PlanResults): string {
  const { payback, breakeven, peakFunding, endCumulative, netPresentValue, revenue } = results;
  return [
    payback.kind === 'month' ? payback.month : payback.kind,
    isKnown(breakeven.lasting) ? breakeven.lasting : 'never',
    hundreds(-peakFunding.amount),
    hundreds(endCumulative),
    hundreds(netPresentValue),
    hundreds(revenue),
    percent(results.grossMargin as number),
    (results.ownPerProductDollar as number).toFixed(2),
    percent(results.netMarginYear3 as number),
    hundreds(results.endingRecurring),
    results.mostPeople.toFixed(2),
  ].join(' | ');
}

function hundreds(amount: number): string {
  return (Math.round(amount / 100) * 100).toLocaleString('en-GB');
}

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(1)} %`;
}
