import type { RecordKind } from '../record-kind.ts';
import { shapeTargets } from '../shapes/targets.ts';
import { worthOfTargetRow } from '../shapes/target-worth.ts';
import { CURRENCY_FIELD, NEEDS_PARTNER, PARTNER_FIELDS } from './partner-fields.ts';

/** Targets of a fiscal year: as one figure, by quarter or by month, in columns or in rows. */
export const TARGETS_KIND: RecordKind = {
  id: 'targets',
  table: 'targets',
  noun: { one: 'target', many: 'targets' },
  fields: {
    ...PARTNER_FIELDS,
    fiscal_year: { reads: 'fiscal-year', headers: ['Fiscal Year', 'FY', 'Year', 'Target Year', 'Plan Year'] },
    period: {
      reads: 'period',
      aside: true,
      headers: ['Month', 'Quarter', 'Fiscal Quarter', 'Fiscal Period', 'Target Period', 'Target Month'],
    },
    annual: {
      reads: 'money',
      tells: true,
      headers: [
        'Annual Target',
        'Yearly Target',
        'Full Year Target',
        'Year Target',
        'Annual Quota',
        'Annual Goal',
        'Annual Plan',
        'Target Full Year',
      ],
    },
    target: {
      reads: 'money',
      aside: true,
      tells: true,
      headers: [
        'Target Amount',
        'Quota',
        'Quota Amount',
        'Goal',
        'Plan',
        'Plan Amount',
        'Revenue Target',
        'Sales Target',
        'Bookings Target',
      ],
    },
    currency: { ...CURRENCY_FIELD, aside: true },
    note: { reads: 'text', headers: ['Notes', 'Comment', 'Comments', 'Remark'] },
  },
  needs: [NEEDS_PARTNER, ['annual', 'target', 'periods']],
  hasPeriodColumns: true,
  identities: [['fiscal_year', 'agreed']],
  money: 'target',
  worthOfRow: worthOfTargetRow,
  shape: shapeTargets,
};
