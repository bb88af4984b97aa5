import { describe, expect, it } from 'vitest';
import { DealBook } from '../../../src/app/import/deal-book.ts';
import { dealsCsv } from '../../../src/app/import/deals-csv.ts';
import { dealSchema, type Deal } from '../../../src/schema/deal.ts';
import { partnerSchema } from '../../../src/schema/partner.ts';
import type { PartnerFiles } from '../../../src/schema/territory.ts';

const TEXT =
  'source,id,status,amount,name\r\ncrm,1,open,1240.50,"Rollout"\r\ncrm,2,open,00900,Second\r\ncrm,3,won,5,Third\r\n';
const COLUMNS = ['source', 'id', 'status', 'amount', 'name'] as const;

function territory() {
  const rows = [
    deal('1', 'open', '1240.50', 'Rollout'),
    deal('2', 'open', '00900', 'Second'),
    deal('3', 'won', '5', 'Third'),
  ];
  const partner = partnerSchema.parse({ name: 'Blue', type: 'var' });
  const file = { path: 'partners/blue/deals.csv', columns: new Set(COLUMNS), rows };
  const files = { partner, qbr: new Map(), snapshots: [] };
  return {
    partners: [
      { ...files, id: 'blue', deals: file },
      { ...files, id: 'nord' },
    ] satisfies PartnerFiles[],
  };
}

function deal(id: string, status: string, amount: string, name: string): Deal {
  return dealSchema.parse({ source: 'crm', id, status, amount, name });
}

function written(change: (book: DealBook) => void): Record<string, string> {
  const book = new DealBook(territory());
  change(book);
  const texts: Record<string, string> = { blue: TEXT, nord: '' };
  return Object.fromEntries([...book.partners()].map((deals) => [deals.id, dealsCsv(texts[deals.id]!, deals)]));
}

describe('deals.csv after an import', () => {
  const loaded = new Set(COLUMNS);

  it('differs only in the cells that changed: 1240.50 stays as somebody wrote it', () => {
    const files = written((book) => book.put('blue', deal('2', 'won', '900', 'Second'), loaded));
    expect(files['blue']).toBe(TEXT.replace('crm,2,open', 'crm,2,won'));
  });

  it('gains new deals behind the others and a column that the export brought', () => {
    const files = written((book) => {
      book.load('blue', [...COLUMNS, 'stage']);
      book.put('blue', deal('4', 'open', '7', 'Fourth'), loaded);
    });
    const lines = TEXT.split('\r\n').slice(0, -1);
    expect(files['blue']).toBe(
      [`${lines[0]},stage`, ...lines.slice(1).map((line) => `${line},`), 'crm,4,open,7,Fourth,', ''].join('\r\n'),
    );
  });

  it('loses the row of a deal that moved, which the other partner gets', () => {
    const files = written((book) => book.put('nord', deal('1', 'open', '1240.5', 'Rollout'), loaded));
    expect(files['blue']).toBe(TEXT.replace('crm,1,open,1240.50,"Rollout"\r\n', ''));
    expect(files['nord']).toBe('source,id,name,amount,status\ncrm,1,Rollout,1240.5,open\n');
  });
});
