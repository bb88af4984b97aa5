import type { RecordKind } from '../record-kind.ts';
import { shapePointOfSale } from '../shapes/point-of-sale.ts';
import { CURRENCY_FIELD, NEEDS_PARTNER, PARTNER_FIELDS } from './partner-fields.ts';

/** A distributor's point-of-sale lines: summed to the fact `pos` for each reseller and month. */
export const POS_KIND: RecordKind = {
  id: 'pos',
  table: 'facts',
  noun: { one: 'month of point of sale', many: 'months of point of sale' },
  fields: {
    ...PARTNER_FIELDS,
    partner: {
      ...PARTNER_FIELDS.partner,
      tells: true,
      headers: [
        ...[
          'Reseller',
          'Reseller Name',
          'Reseller Company',
          'Bill To Name',
          'Bill-To Name',
          'Sold To Name',
          'Sold-To Name',
          'Bill To',
        ],
        ...['Sold To', 'Dealer', 'Dealer Name', ...PARTNER_FIELDS.partner.headers, 'Customer Name', 'Customer'],
      ],
    },
    partner_crm_id: {
      ...PARTNER_FIELDS.partner_crm_id,
      headers: [
        ...PARTNER_FIELDS.partner_crm_id.headers,
        'Reseller Account Number',
        'Dealer Number',
        'Customer Number',
      ],
    },
    date: {
      reads: 'date',
      aside: true,
      tells: true,
      headers: [
        'Invoice Date',
        'Ship Date',
        'Sale Date',
        'Sales Date',
        'Transaction Date',
        'Order Date',
        'Posting Date',
        'POS Date',
        'Shipment Date',
        'Billing Date',
      ],
    },
    product: {
      reads: 'text',
      aside: true,
      tells: true,
      headers: [
        'Part Number',
        'SKU',
        'Product Number',
        'Item Number',
        'Item',
        'Vendor Part Number',
        'Material',
        'Product Name',
        'Product Description',
      ],
    },
    quantity: {
      reads: 'number',
      aside: true,
      tells: true,
      headers: ['Qty', 'Units', 'Units Sold', 'Quantity Sold', 'Qty Sold', 'Invoiced Quantity'],
    },
    amount: {
      reads: 'money',
      aside: true,
      headers: [
        ...[
          'Extended Price',
          'Extended Amount',
          'Extended Net',
          'Ext Price',
          'Line Total',
          'Net Amount',
          'Net Sales',
          'Net Value',
        ],
        ...[
          'Sales Amount',
          'POS Amount',
          'POS Value',
          'Total Price',
          'Invoice Amount',
          'Extended Cost',
          'Revenue',
          'Total',
          'Value',
        ],
      ],
    },
    unit_price: {
      reads: 'money',
      aside: true,
      headers: ['Unit Price', 'Price', 'Net Price', 'Resale Price', 'Unit Net Price'],
    },
    invoice: {
      reads: 'name',
      aside: true,
      headers: ['Invoice Number', 'Invoice No', 'Invoice', 'Document Number', 'Order Number'],
    },
    line: { reads: 'name', aside: true, headers: ['Invoice Line', 'Line Number', 'Line No', 'Line', 'Item Line'] },
    currency: CURRENCY_FIELD,
  },
  needs: [NEEDS_PARTNER, ['date'], ['amount', 'unit_price']],
  identities: [['metric', 'period']],
  money: 'amount',
  shape: shapePointOfSale,
};
