import type { ModelValueKind } from '../../../document/model.ts';

/** How the numbers of a model are shown; minus is the sign of print, zero a dash. */
export const NUMBER_FORMATS: Readonly<Record<ModelValueKind, string>> = {
  amount: '#,##0;−#,##0;–',
  share: '0.0%',
  number: '#,##0.00;−#,##0.00;–',
  months: '0',
  factor: '0.00',
};
