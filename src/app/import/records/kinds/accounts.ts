import type { RecordKind } from '../record-kind.ts';
import { CURRENCY_FIELD, NEEDS_PARTNER, PARTNER_FIELDS } from './partner-fields.ts';

/** Customers of the partners, with a product or for the customer as a whole. */
export const ACCOUNTS_KIND: RecordKind = {
  id: 'accounts',
  table: 'accounts',
  noun: { one: 'account row', many: 'account rows' },
  fields: {
    ...PARTNER_FIELDS,
    account: {
      reads: 'name',
      headers: [
        ...[
          'Account Name',
          'Customer',
          'Customer Name',
          'End Customer',
          'End User',
          'Client',
          'Company Name',
          'Company',
        ],
        ...['Organization', 'Organisation', 'Organization - Name', 'Name'],
      ],
    },
    product: {
      reads: 'name',
      tells: true,
      headers: ['Product Name', 'Installed Product', 'Asset Name', 'Solution', 'SKU'],
    },
    status: {
      reads: {
        words: {
          owned: ['Installed', 'Active', 'Customer', 'Sold', 'Purchased', 'Own', 'Yes', 'Won'],
          pipeline: ['Open', 'In pipeline', 'Opportunity', 'Quoted'],
          gap: ['White space', 'Whitespace', 'Not owned', 'None', 'No', 'Prospect', 'Target'],
          'not-eligible': ['Not eligible', 'Ineligible', 'Out of scope', 'Not applicable'],
        },
      },
      headers: ['Product Status', 'Account Status', 'Ownership', 'Installed'],
    },
    account_domain: {
      reads: 'domain',
      headers: ['Website', 'Website URL', 'Company Domain Name', 'Account Website', 'Domain'],
    },
    vertical: { reads: 'text', tells: true, headers: ['Industry', 'Sector', 'Segment', 'Market'] },
    employees: {
      reads: 'number',
      tells: true,
      headers: ['NumberOfEmployees', 'Number of Employees', 'Employee Count', 'Company Size', 'Headcount'],
    },
    value: {
      reads: 'money',
      headers: ['Annual Value', 'Product Value', 'Potential', 'Estimated Value', 'ARR', 'Contract Value'],
    },
    currency: CURRENCY_FIELD,
    competitor: {
      reads: 'text',
      tells: true,
      headers: ['Competitor Name', 'Incumbent', 'Competing Product', 'Current Vendor'],
    },
    renewal_date: {
      reads: 'date',
      tells: true,
      headers: ['Renewal', 'Contract End', 'Contract End Date', 'Renewal Due', 'End Date'],
    },
    relationship: { reads: 'number', headers: ['Relationship Strength', 'Relationship Score'] },
    partner_owner: { reads: 'text', headers: ['Partner Account Manager', 'Partner Sales Rep', 'Partner Rep'] },
    vendor_owner: {
      reads: 'text',
      headers: ['Account Owner', 'Account Manager', 'Company owner', 'Owner Name', 'Owner'],
    },
    consent: {
      reads: { words: { yes: ['true', '1', 'y', 'ja', 'given'], no: ['false', '0', 'n', 'nein', 'not given'] } },
      headers: ['Consent to Share', 'Sharing Consent', 'May Be Shared'],
    },
  },
  needs: [NEEDS_PARTNER, ['account']],
  identities: [['account', 'product']],
  money: 'value',
};
