import type { Fund } from '../../../schema/funds.ts';
import { formatFiscalQuarter, formatFiscalYear } from '../../../units/fiscal-quarter.ts';
import { missing, type Known } from '../../../units/missing.ts';
import { rangeOfQuarter, rangeOfYear } from '../../fiscal-calendar.ts';
import { cellOf, nameOf, type MetricTable, type RowSource, type SeenOn } from './metric-table.ts';

const MONEY = ['allocated', 'requested', 'approved', 'used', 'paid'] as const satisfies readonly (keyof Fund)[];

/** The partner's funds whose period has begun; how much of one was used on an earlier day is not on record. */
export function fundRows(source: RowSource, { day, isPast }: SeenOn): Known<MetricTable> {
  const { funds, calendar } = source;
  if (!funds) return missing('funds.yaml not loaded');
  return {
    what: 'funds',
    file: 'funds.yaml',
    unrecorded: isPast ? MONEY : [],
    isByPeriod: true,
    rows: funds.flatMap(({ period, ...fund }) => {
      const range = typeof period === 'number' ? rangeOfYear(period, calendar) : rangeOfQuarter(period, calendar);
      if (range.from > day) return [];
      const name = typeof period === 'number' ? formatFiscalYear(period) : formatFiscalQuarter(period);
      const record = { ...fund, period: name, period_start: range.from, period_end: range.to };
      return [
        {
          name: nameOf(fund.title ?? fund.id, name),
          period: range,
          cell: cellOf(record, MONEY, { source, on: range.to < day ? range.to : day }),
        },
      ];
    }),
  };
}
