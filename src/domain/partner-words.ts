import type { PartnerType } from '../schema/partner.ts';

/** Kinds of partner in the words of a page. */
export const PARTNER_WORDS: Readonly<Record<PartnerType, string>> = {
  var: 'Reseller',
  msp: 'Managed service provider',
  isv: 'Software vendor',
  distributor: 'Distributor',
  'systems-integrator': 'Systems integrator',
  'referral-agent': 'Referral agent',
};
