import type { RecordField } from '../record-kind.ts';

/** Which partner a row belongs to, in whatever way exports say it. */
export const PARTNER_FIELDS = {
  partner: {
    reads: 'name',
    aside: true,
    headers: [
      'Partner Name',
      'Partner Account Name',
      'Partner Account',
      'Partner Company',
      'Channel Partner',
      'Reseller',
      'Reseller Name',
      'Reseller Company',
      'Referral Partner',
      'Partner Organization',
      'Partner Organisation',
    ],
  },
  partner_crm_id: {
    reads: 'name',
    aside: true,
    headers: ['PartnerAccountId', 'Partner Account ID', 'Partner ID', 'Partner Key', 'Reseller ID'],
  },
  partner_domain: { reads: 'name', aside: true, headers: ['Partner Domain', 'Partner Website'] },
} as const satisfies Readonly<Record<string, RecordField>>;

/** One of these is needed, unless all rows belong to one partner. */
export const NEEDS_PARTNER = ['partner', 'partner_crm_id', 'partner_domain'] as const;

/** The currency of a row's amounts. */
export const CURRENCY_FIELD: RecordField = {
  reads: 'currency',
  headers: ['Currency', 'CurrencyIsoCode', 'Currency Code', 'Amount Currency', 'Local Currency'],
};
