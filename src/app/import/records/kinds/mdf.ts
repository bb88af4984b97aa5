import type { RecordKind } from '../record-kind.ts';
import { shapeFunds } from '../shapes/funds.ts';
import { CURRENCY_FIELD, NEEDS_PARTNER, PARTNER_FIELDS } from './partner-fields.ts';

/** Market development funds and co-op funds. */
export const MDF_KIND: RecordKind = {
  id: 'mdf',
  table: 'funds',
  noun: { one: 'fund', many: 'funds' },
  fields: {
    id: {
      reads: 'name',
      headers: [
        'Fund ID',
        'MDF ID',
        'Fund Request ID',
        'Request ID',
        'Request Number',
        'Claim ID',
        'MDF Request',
        'Record ID',
        'Id',
      ],
    },
    ...PARTNER_FIELDS,
    kind: {
      reads: {
        words: {
          mdf: ['Market Development Fund', 'Market Development Funds', 'Marketing Development Fund', 'MDF Request'],
          coop: ['Co-op', 'Co op', 'Cooperative', 'Accrual', 'Co-op Fund'],
        },
      },
      headers: ['Fund Type', 'Fund Kind', 'Budget Type', 'Type'],
    },
    title: {
      reads: 'text',
      headers: ['Fund Name', 'Activity Name', 'Activity', 'Campaign', 'Request Name', 'Description', 'Name'],
    },
    period: {
      reads: 'period',
      headers: ['Fiscal Quarter', 'Quarter', 'Fund Period', 'Fiscal Period', 'Budget Period', 'Fiscal Year', 'FY'],
    },
    date: {
      reads: 'date',
      aside: true,
      headers: [
        'Activity Date',
        'Activity Start Date',
        'Start Date',
        'Request Date',
        'Requested On',
        'Event Date',
        'Date',
      ],
    },
    currency: CURRENCY_FIELD,
    allocated: {
      reads: 'money',
      tells: true,
      headers: ['Allocated Amount', 'Allocation', 'Budget', 'Budget Amount', 'Fund Amount', 'Total Allocated'],
    },
    requested: {
      reads: 'money',
      tells: true,
      headers: ['Requested Amount', 'Amount Requested', 'Request Amount', 'MDF Requested'],
    },
    approved: {
      reads: 'money',
      tells: true,
      headers: ['Approved Amount', 'Amount Approved', 'MDF Approved', 'Total Approved'],
    },
    used: {
      reads: 'money',
      tells: true,
      headers: [
        'Used Amount',
        'Claimed',
        'Claimed Amount',
        'Claim Amount',
        'Spent',
        'Amount Claimed',
        'Utilized',
        'Utilised',
      ],
    },
    paid: {
      reads: 'money',
      tells: true,
      headers: ['Paid Amount', 'Amount Paid', 'Reimbursed', 'Reimbursed Amount', 'Payment Amount'],
    },
    expires: {
      reads: 'date',
      headers: ['Expiration Date', 'Expiry Date', 'Expires On', 'Claim Deadline', 'Valid Until', 'End Date'],
    },
    notes: { reads: 'text', headers: ['Notes', 'Comments', 'Comment'] },
  },
  needs: [NEEDS_PARTNER, ['allocated', 'requested', 'approved', 'used', 'paid'], ['period', 'date', 'id']],
  identities: [['id']],
  isTerritoryWide: true,
  money: 'approved',
  shape: shapeFunds,
};
