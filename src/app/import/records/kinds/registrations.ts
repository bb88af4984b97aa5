import type { RecordKind } from '../record-kind.ts';
import { CURRENCY_FIELD, NEEDS_PARTNER, PARTNER_FIELDS } from './partner-fields.ts';

/** Deals that partners told us of early. */
export const REGISTRATIONS_KIND: RecordKind = {
  id: 'registrations',
  table: 'registrations',
  noun: { one: 'registration', many: 'registrations' },
  fields: {
    id: {
      reads: 'name',
      tells: true,
      headers: [
        ...[
          'Registration ID',
          'Registration Number',
          'Deal Registration ID',
          'Deal Registration Number',
          'Deal Reg ID',
        ],
        ...['Deal Registration', 'Reg ID', 'Registration', 'Record ID', 'Request ID', 'Id'],
      ],
    },
    ...PARTNER_FIELDS,
    account: {
      reads: 'text',
      headers: [
        'Account Name',
        'Customer',
        'Customer Name',
        'End Customer',
        'End Customer Name',
        'End User',
        'Company Name',
        'Company',
        'Customer Company',
      ],
    },
    account_domain: {
      reads: 'domain',
      headers: ['Customer Website', 'Customer Domain', 'Company Domain Name', 'Account Website', 'Website'],
    },
    name: {
      reads: 'text',
      headers: [
        'Registration Name',
        'Deal Name',
        'Opportunity Name',
        'Project Name',
        'Project',
        'Title',
        'Subject',
        'Description',
      ],
    },
    product: { reads: 'text', headers: ['Product Name', 'Products', 'Product Family', 'Solution'] },
    amount: {
      reads: 'money',
      headers: [
        'Estimated Value',
        'Deal Value',
        'Deal Size',
        'Expected Revenue',
        'Expected Amount',
        'Deal Amount',
        'Estimated Deal Value',
        'Registered Amount',
        'Value',
      ],
    },
    currency: CURRENCY_FIELD,
    status: {
      reads: {
        words: {
          submitted: [
            'Pending',
            'Pending approval',
            'In review',
            'Under review',
            'New',
            'Open',
            'Requested',
            'Draft submitted',
            'Awaiting approval',
          ],
          approved: ['Accepted', 'Active', 'Granted', 'Registered', 'Protected', 'Extended'],
          rejected: ['Declined', 'Denied', 'Refused', 'Disapproved', 'Duplicate'],
          expired: ['Lapsed', 'Closed expired', 'Timed out'],
          won: ['Closed Won', 'Converted', 'Converted to order', 'Booked'],
          lost: ['Closed Lost', 'Cancelled', 'Canceled', 'Withdrawn', 'Dead'],
        },
      },
      headers: ['Registration Status', 'Approval Status', 'Deal Registration Status', 'Status', 'State'],
    },
    submitted: {
      reads: 'date',
      tells: true,
      headers: [
        'Submitted Date',
        'Submission Date',
        'Date Submitted',
        'Submitted On',
        'Registration Date',
        'Registered On',
        'Registered Date',
        'Created Date',
        'Created On',
      ],
    },
    decided: {
      reads: 'date',
      tells: true,
      headers: ['Approval Date', 'Approved Date', 'Approved On', 'Decision Date', 'Date Approved', 'Rejected Date'],
    },
    expires: {
      reads: 'date',
      tells: true,
      headers: [
        'Expiration Date',
        'Expiry Date',
        'Expires On',
        'Protection Expires',
        'Protection End',
        'Protected Until',
        'Valid Until',
        'Registration Expiry',
      ],
    },
    deal_id: { reads: 'name', headers: ['Opportunity ID', 'Deal ID', 'Linked Opportunity', 'Converted Opportunity'] },
    registered_by: {
      reads: 'text',
      tells: true,
      headers: ['Registered By', 'Submitted By', 'Partner Contact', 'Partner Sales Rep', 'Partner Rep'],
    },
    led_by: {
      reads: {
        words: {
          partner: ['Partner led', 'Partner sourced', 'Reseller', 'PGO'],
          vendor: ['Vendor led', 'Vendor sourced', 'Us', 'Co-sell'],
        },
      },
      headers: ['Lead By', 'Deal Source', 'Origin', 'Sourced By'],
    },
  },
  needs: [NEEDS_PARTNER, ['account', 'name', 'id']],
  identities: [['source', 'id']],
  isTerritoryWide: true,
  lasting: ['account', 'account_domain', 'name', 'product', 'submitted'],
  money: 'amount',
};
