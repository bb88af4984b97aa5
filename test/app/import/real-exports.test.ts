import { beforeEach, describe, expect, it } from 'vitest';
import { loadTerritory } from '../../../src/input/load-territory.ts';
import type { Deal } from '../../../src/schema/deal.ts';
import { territoryOnDisk } from '../../input/territory-on-disk.ts';
import { CAM_YAML, importText, partnerYaml } from './import-on-disk.ts';

let root = '';
beforeEach(async () => {
  root = await territoryOnDisk({
    'cam.yaml': CAM_YAML,
    'partners/cedar/partner.yaml': partnerYaml('Cedar GmbH'),
    'partners/fjord/partner.yaml': partnerYaml('Fjord A/S'),
  });
});

async function dealsById(): Promise<Record<string, Deal>> {
  const { territory } = await loadTerritory(root);
  return Object.fromEntries(
    territory!.partners.flatMap(({ deals }) => (deals?.rows ?? []).map((row) => [row.id, row])),
  );
}

const lines = (...all: readonly string[]): string => `${all.join('\r\n')}\r\n`;

describe('a formatted report of Salesforce', () => {
  const header = 'Stage  ↑,Partner Account: Account Name,Opportunity Name,Amount,Close Date';

  it('has titles, groups, counts and sums around its deals, and ties to its own total', async () => {
    const report = await importText(
      root,
      lines(
        'Opportunities with Partners,,,,',
        ',,,,',
        header,
        'Won,Cedar GmbH,Switches,"USD 12,000.00",14/02/2026',
        'Won,Fjord A/S,Licences,"USD 8,000.00",15/02/2026',
        'Subtotal,Count,2,,',
        ',Sum,,"USD 20,000.00",',
        'Propose,Cedar GmbH,Refresh,"USD 5,500.00",30/06/2026',
        'Subtotal,Count,1,,',
        ',Sum,,"USD 5,500.00",',
        'Total,Count,3,,',
        ',Sum,,"USD 25,500.00",',
      ),
    );
    expect(report).toMatchObject({ rows: 3, created: 3, rejected: [], totals: { amount: { USD: 25500 } } });
    expect(report.statedTotals).toMatchObject([{ stated: 25500, difference: 0 }]);
  });

  it('has groups with their counts, which are no deals and no totals of the file', async () => {
    const text = lines(
      header,
      'Propose,Cedar GmbH,Switches,"$12,000.00",2/14/2026',
      'Stage: Propose (1 record),,,"$12,000.00",',
      'Won,Fjord A/S,Licences,"$8,000.00",2/15/2026',
      'Stage: Won (1 record),,,"$8,000.00",',
    );
    expect(await importText(root, text)).toMatchObject({
      rows: 2,
      created: 2,
      rejected: [],
      statedTotals: [],
      totals: { amount: { USD: 20000 } },
    });
    const totalled = lines(text.trimEnd(), 'Grand Totals (2 records),,,"$20,000.00",');
    expect((await importText(root, totalled)).statedTotals).toMatchObject([{ stated: 20000, difference: 0 }]);
  });

  it('is read in German with its decimal comma and its words for won and lost', async () => {
    const report = await importText(
      root,
      lines(
        'Opportunity-Name;Accountname;Phase;Währung des Betrags;Betrag;Schlusstermin;Partner-Account',
        'Netz;Müller;Geschlossen gewonnen;EUR;48.000,50;28.03.2026;Cedar GmbH',
        'Lizenz;Süß;Geschlossen verloren;EUR;2.000,00;14.02.2026;Fjord A/S',
      ),
    );
    expect(report).toMatchObject({ created: 2, unusedColumns: [], totals: { amount: { EUR: 50000.5 } } });
    expect(report.totals.byStatus).toMatchObject({ won: { rows: 1 }, lost: { rows: 1 } });
  });
});

describe('other CRMs', () => {
  it('HubSpot puts the pipeline behind a stage: it is the stage all the same', async () => {
    const report = await importText(
      root,
      lines(
        'Record ID,Deal Name,Deal Stage,Amount,Partner',
        '1,Campus,Propose (Partner Pipeline),100,Cedar GmbH',
        '2,Licences,Closed Won (Sales Pipeline),200,Fjord A/S',
      ),
    );
    expect(report).toMatchObject({ created: 2, needsMapping: undefined });
    expect(await dealsById()).toMatchObject({ 1: { stage: 'Propose', status: 'open' }, 2: { status: 'won' } });
  });

  it('a bracket that is no pipeline is part of the stage, and asked about', async () => {
    const report = await importText(root, lines('Id,Stage,Partner', '1,Propose (lost),Cedar GmbH'));
    expect(report.needsMapping?.questions).toEqual([
      'export.csv: "Propose (lost)" (1 row) is neither open, won nor lost by its name',
    ]);
  });

  it('Dynamics writes 0 for what came of a lost deal: the estimate is what was lost', async () => {
    await importText(
      root,
      lines(
        'Topic,(Do Not Modify) Opportunity,Partner,Status,Est. Revenue,Actual Revenue',
        'Campus,a,Cedar GmbH,Lost,"$9,000.00",$0.00',
        'Branch,b,Cedar GmbH,Won,"$9,000.00",$0.00',
      ),
    );
    expect(await dealsById()).toMatchObject({ a: { amount: 9000 }, b: { amount: 0 } });
  });

  it('programming interfaces give milliseconds, and text cells what is left of a day', async () => {
    await importText(
      root,
      lines('key,partner_name,stage,created_at,close_date', 'd1,Cedar GmbH,Won,1767628800000,46112'),
    );
    expect(await dealsById()).toMatchObject({ d1: { created_date: '2026-01-05', close_date: '2026-03-31' } });
  });

  it('amounts of two styles in one column are asked about, never a thousand times too small', async () => {
    const rows = ['1,Cedar GmbH,Won,"£2,000.50"', '2,Fjord A/S,Won,"1.200 €"'];
    const failure = importText(root, lines('Id,Partner,Stage,Amount', ...rows));
    await expect(failure).rejects.toThrow(
      'export.csv: the numbers in "Amount" cannot be read with certainty: "1.200 €" is written with a decimal comma, "£2,000.50" with a decimal point.',
    );
  });
});

describe('a currency in the header of amounts', () => {
  it('is theirs, and no other column can be meant', async () => {
    const report = await importText(root, lines('Id,Partner,Stage,Amount (EUR)', '1,Cedar GmbH,Won,100'));
    expect(report).toMatchObject({ columns: { amount: 'Amount (EUR)' }, totals: { amount: { EUR: 100 } } });
    const target = await importText(root, lines('Partner,Fiscal Year,Annual Target (EUR)', 'Cedar GmbH,FY26,100'));
    expect(target).toMatchObject({ kind: 'targets', rejected: [{ why: expect.stringContaining('EUR') }] });
  });

  it('leaves the column out where two columns differ in it only, and says so', async () => {
    const report = await importText(root, lines('Id,Partner,Stage,Amount (EUR),Amount (USD)', '1,Cedar GmbH,Won,9,10'));
    expect(report).toMatchObject({ unusedColumns: ['Amount (EUR)', 'Amount (USD)'], totals: { amount: {} } });
    expect(report.warnings.map(({ message }) => message)).toContain(
      'no column holds amounts: what these deals are worth stays unknown',
    );
  });

  it('must not contradict the currency of the row', async () => {
    const header = 'Id,Partner,Stage,Amount in EUR,Currency';
    const report = await importText(root, lines(header, '1,Cedar GmbH,Won,100,USD'));
    expect(report.rejected).toMatchObject([{ why: '"100" is not in USD' }]);
  });
});

describe('text that was guarded from Excel', () => {
  it('loses its guard: ="00123" is an id with its zeros', async () => {
    await importText(
      root,
      lines('Id,Partner,Stage,Amount', '="00123",="Cedar GmbH",Won,="100"', '"=""1E5""",Fjord A/S,Won,7'),
    );
    expect(await dealsById()).toMatchObject({ '00123': { amount: 100 }, '1E5': { amount: 7 } });
  });

  it('keeps what is a formula of its own', async () => {
    await importText(root, lines('Id,Partner,Stage,Name', '1,Cedar GmbH,Won,"=HYPERLINK(""x"")"'));
    expect((await dealsById())['1']!.name).toBe('=HYPERLINK("x")');
  });
});

it('the mark old programs end a text with is no row, whatever white space follows it', async () => {
  const report = await importText(root, `${lines('Id,Partner,Stage', '1,Cedar GmbH,Won')}\u001a\r\n`);
  expect(report).toMatchObject({ rows: 1, created: 1, rejected: [] });
});

describe('exports of other kinds', () => {
  it('contacts of Outlook have a job title beside the "Dr."', async () => {
    const header = 'Title,First Name,Last Name,Company,Job Title,E-mail Address';
    const report = await importText(root, lines(header, 'Dr.,Ada,Byron,Cedar GmbH,CTO,ada@cedar.example'));
    expect(report).toMatchObject({ kind: 'contacts', created: 1, columns: { role: 'Job Title' } });
  });

  it.each([
    [
      'First Name,Last Name,Organization Name,Organization Title,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Value',
      'Ada,Byron,Cedar GmbH,CTO,* Work,ada@cedar.example,+49 30',
    ],
    [
      'Name,Given Name,Family Name,Organization 1 - Name,E-mail 1 - Value',
      'Ada Byron,Ada,Byron,Cedar GmbH,a@b.example',
    ],
  ])('contacts of Google are known by %s', async (header, row) => {
    expect(await importText(root, lines(header, row))).toMatchObject({ kind: 'contacts', created: 1, unmatched: [] });
  });

  it('badges carry names in two columns; a course nobody passed is no certificate', async () => {
    const report = await importText(
      root,
      lines(
        'Badge Name,Issued To First Name,Issued To Last Name,Issued At,Expires At,State,Organization',
        'Sales Professional,Ada,Byron,2025-09-01,2027-09-01,accepted,Cedar GmbH',
        'Sales Professional,Cy,Dorn,2025-09-01,2027-09-01,revoked,Cedar GmbH',
        'Sales Professional,Di,East,2023-09-01,,expired,Cedar GmbH',
      ),
    );
    expect(report).toMatchObject({
      kind: 'certifications',
      created: 1,
      rejected: [
        { where: 'export.csv:3', why: 'is no certificate by its status: it is not passed, or taken back' },
        { where: 'export.csv:4', why: 'is expired by its status, and no date says since when' },
      ],
    });
  });

  it('lines of a distributor are worth what the reseller paid, not what they cost', async () => {
    const report = await importText(
      root,
      lines(
        'Ship Date|Order No|Line|Cust No|Cust Name|Mfg Part No|Qty Shipped|Ext Cost|Unit Resale|Ext Resale',
        '20260115|98123401|1|0045121|Cedar GmbH|QM-SW4|10|10000.00|1200.00|12000.00',
      ),
    );
    expect(report).toMatchObject({ kind: 'pos', created: 1, totals: { amount: { USD: 12000 } } });
  });

  it('the name of an opportunity is not taken for its id', async () => {
    const header = 'Assigned,Subject,Date,Task Subtype,Company / Account,Opportunity,Comments';
    const report = await importText(root, lines(header, 'Ines,Plan,2026-02-16,Call,Cedar GmbH,Campus,"a\nb"'));
    expect(report).toMatchObject({ kind: 'activities', created: 1, rejected: [] });
    expect(report.unusedColumns).toContain('Opportunity');
  });
});
