import type { Edition } from '../../../document/document.ts';
import type { Row, Table } from '../../../document/block.ts';
import { isKnown } from '../../../units/missing.ts';
import { plural } from '../../../units/plural.ts';
import { sentence } from '../../../units/sentence.ts';
import { amount, text } from '../../../units/value.ts';
import type { BusinessPlanResult } from '../compute.ts';
import type { PlanActual } from './plan-actuals.ts';

const LABELS: Readonly<Record<PlanActual['line'], string>> = {
  product: 'Product sold',
  services: 'Services revenue',
  profit: 'Net profit',
};

/**
 * What has come of the plan so far, line by line over the months that are known. The partner edition shows what is known, and the partner's
 * own profit only where it shares it; the internal one names what is missing.
 */
export function actualsTable({ actuals, plan, currency }: BusinessPlanResult, edition: Edition): Table[] {
  const shown = actuals.filter(
    ({ line, actual }) =>
      edition === 'internal' || (isKnown(actual) && (line !== 'profit' || plan?.actuals_shared === true)),
  );
  if (!shown.some(({ actual }) => isKnown(actual))) return [];
  return [
    {
      kind: 'table',
      id: 'actuals',
      heading: sentence('Plan and actuals to date'),
      columns: [
        { key: 'what', label: '', align: 'left', weight: 1.5, cut: 'text' },
        { key: 'months', label: 'Known', align: 'left', weight: 1, cut: 'text', tone: 'soft' },
        ...['Planned', 'Actual', 'Difference'].map((label) => ({
          key: label.toLowerCase(),
          label,
          align: 'right' as const,
          weight: 1,
          cut: 'fixed' as const,
          ...(label === 'Difference' && { formula: 'actual - planned' }),
        })),
      ],
      rows: shown.map((line) => actualRow(line, currency)),
      cutLast: true,
    },
  ];
}

function actualRow({ line, actual, planned, months }: PlanActual, currency: string): Row {
  const difference = isKnown(actual) ? actual - planned : actual;
  const isGood = isKnown(difference) && difference >= 0;
  return {
    cells: {
      what: { value: text(LABELS[line]) },
      months: { value: text(isKnown(actual) ? plural(months.length, 'month') : actual.missing) },
      ...(isKnown(actual) && { planned: { value: amount(planned, currency) } }),
      actual: { value: amount(actual, currency) },
      ...(isKnown(difference) && {
        difference: { value: amount(difference, currency), meaning: isGood ? 'good' : 'bad' },
      }),
    },
    ...(line === 'profit' && { emphasis: 'strong' as const }),
  };
}
