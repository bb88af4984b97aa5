import type { ImportField } from '../../../schema/import-mapping.ts';

/** Fields that hold money. */
export const MONEY_FIELDS: readonly ImportField[] = ['amount', 'annual_value', 'actual_amount'];
/** Fields that hold numbers, money among them. */
export const NUMBER_FIELDS: readonly ImportField[] = [
  ...MONEY_FIELDS,
  'probability_percent',
  'contacts_at_customer',
  'close_date_moves',
];
/** Fields that hold dates. */
export const DATE_FIELDS: readonly ImportField[] = ['close_date', 'actual_close_date', 'created_date', 'last_activity'];
