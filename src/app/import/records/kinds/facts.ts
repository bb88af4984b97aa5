import type { RecordKind } from '../record-kind.ts';
import { shapeFacts } from '../shapes/facts.ts';
import { CURRENCY_FIELD, NEEDS_PARTNER, PARTNER_FIELDS } from './partner-fields.ts';

/** Figures that no deal carries: a metric, a period and a value a row, or the periods as columns. */
export const FACTS_KIND: RecordKind = {
  id: 'facts',
  table: 'facts',
  noun: { one: 'fact', many: 'facts' },
  fields: {
    ...PARTNER_FIELDS,
    metric: {
      reads: 'text',
      tells: true,
      headers: ['Metric Name', 'Measure', 'KPI', 'Indicator', 'Figure', 'Key Figure'],
    },
    period: {
      reads: 'period',

      headers: ['Month', 'Fiscal Period', 'Fiscal Quarter', 'Year and Month', 'Reporting Period', 'Period Name'],
    },
    value: { reads: 'money', headers: ['Actual', 'Actuals', 'Result', 'Amount', 'Figure Value', 'Metric Value'] },
    currency: CURRENCY_FIELD,
    source: { reads: 'text', headers: ['Data Source', 'Reported By'] },
  },
  needs: [NEEDS_PARTNER, ['metric'], ['period', 'periods'], ['value', 'periods']],
  hasPeriodColumns: true,
  identities: [['metric', 'period']],
  shape: shapeFacts,
};
