import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTerritory } from '../../../src/input/load-territory.ts';
import {
  BLUEFJORD_AND_NORD,
  addRow,
  bringBack,
  cellAt,
  editBook,
  expectNoByteChanged,
  exportTo,
  rowWhere,
  temporaryFolder,
  territoryOf,
  workbookOf,
} from './workbook-on-disk.ts';

const FILE = 'partners/bluefjord/marketing/FY26-Q4.yaml';
const PLAN = `# Talked over at the fair.
quarter: FY26-Q4
currency: USD
goals:
  - { id: demand-generation, measure: qualified-leads, target: 8 } # Una wants ten
  - id: loyalty
budget: 20000
reviews: { owner: Tobias, dates: [ 2026-05-08 ] }
campaigns:
  # The hall is booked.
  - id: FY26-Q4-webinar
    tactic: webinar
    audience: { size: 2000, who: clinics } # the list of last year
    cost_lines: { Guest speaker: 4000, Webinar platform: 2400 }
    rates_percent: [ 20, 50, 40, 25 ] # as last time
    start: 2026-04-14
    follow_up: { owner: Tobias, days: 2 }
    request: { fund: mdf-blue, status: submitted, submitted: 2026-02-20, amount_requested: 3000 }
  - id: FY26-Q4-calls
    tactic: telemarketing
    start: 2026-05-04 # a Monday
    actual:
      on: 2026-05-30
      counts: { inquiry: 12 }
`;
const FUNDS = `funds:
  - { id: mdf-blue, partner: bluefjord, kind: mdf, period: FY26-Q4, allocated: 9000 }
  - { id: mdf-nord, partner: nord, kind: mdf, period: FY26-Q4, allocated: 9000 }
`;
const KIND = 'marketing-plans,campaigns,campaign-numbers';

const territory = (plan: string | undefined = PLAN) =>
  territoryOf({
    'funds.yaml': FUNDS,
    ...BLUEFJORD_AND_NORD,
    'partners/bluefjord/partner.yaml': 'name: Bluefjord\ntype: msp\ncurrency: EUR\n',
    ...(plan !== '' && { [FILE]: plan }),
  });
const textOf = (root: string, file = FILE) => readFile(join(root, file), 'utf8');

async function edited(
  root: string,
  edit: Parameters<typeof editBook>[1],
  options: Parameters<typeof bringBack>[2] = {},
) {
  const book = await workbookOf(root, { kind: KIND });
  await editBook(book, edit);
  const report = await bringBack(root, book, options);
  const { problems } = await loadTerritory(root);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return report;
}

describe('marketing plans in a workbook', () => {
  it('stand a row a plan, a row a campaign, and a row a cost line or stage', async () => {
    const folder = await temporaryFolder();
    await exportTo(await territory(), folder, { kind: KIND });
    const plans = await readFile(join(folder, 'marketing-plans.csv'), 'utf8');
    expect(plans).toContain(
      'bluefjord,FY26-Q4,draft,USD,demand-generation: 8 qualified-leads; loyalty,,20000,Tobias,2026-05-08,',
    );
    const campaigns = await readFile(join(folder, 'campaigns.csv'), 'utf8');
    expect(campaigns).toContain('bluefjord,FY26-Q4,FY26-Q4-webinar,webinar,,2026-04-14,,,,2000,clinics,');
    expect(campaigns).toContain(',20; 50; 40; 25,');
    expect(campaigns).toContain(',mdf-blue,submitted,3000,');
    const numbers = (await readFile(join(folder, 'campaign-numbers.csv'), 'utf8')).trim().split('\n').slice(1);
    expect(numbers).toEqual([
      'bluefjord,FY26-Q4,FY26-Q4-webinar,cost,Guest speaker,4000,USD',
      'bluefjord,FY26-Q4,FY26-Q4-webinar,cost,Webinar platform,2400,USD',
      'bluefjord,FY26-Q4,FY26-Q4-calls,leads,inquiry,12,leads',
    ]);
  });

  it('change no byte when nobody changed them, as a workbook and as CSV', async () => {
    const root = await territory();
    const folder = await exportTo(root, await temporaryFolder(), { kind: KIND });
    const tables = KIND.split(',').map((table) => join(folder, `${table}.csv`));
    await expectNoByteChanged(root, [await workbookOf(root), ...tables]);
  });

  it('change only what was changed and keep every remark', async () => {
    const root = await territory();
    const report = await edited(root, (book) => {
      const plans = book.getWorksheet('Marketing plans')!;
      cellAt(plans, 'Goals', { Quarter: 'FY26-Q4' }).value = 'demand-generation: 10 qualified-leads; loyalty';
      cellAt(plans, 'Review dates', { Quarter: 'FY26-Q4' }).value = '2026-05-08; 2026-06-12';
      const campaigns = book.getWorksheet('Campaigns')!;
      cellAt(campaigns, 'Audience size', { Id: 'FY26-Q4-webinar' }).value = 2400;
      cellAt(campaigns, 'Rates percent', { Id: 'FY26-Q4-webinar' }).value = '20;45; 40 ;25';
      cellAt(campaigns, 'Funding share percent', { Id: 'FY26-Q4-webinar' }).value = 0.5;
      cellAt(campaigns, 'Request', { Id: 'FY26-Q4-webinar' }).value = 'approved';
      cellAt(campaigns, 'Actual spend', { Id: 'FY26-Q4-calls' }).value = 5800;
      cellAt(campaigns, 'Fund', { Id: 'FY26-Q4-calls' }).value = 'mdf-blue';
      const numbers = book.getWorksheet('Campaign numbers')!;
      cellAt(numbers, 'Value', { Name: 'Guest speaker' }).value = 4500;
      cellAt(numbers, 'Value', { Name: 'inquiry' }).value = 14;
      addRow(numbers, {
        Partner: 'bluefjord',
        Quarter: 'FY26-Q4',
        Campaign: 'FY26-Q4-calls',
        Kind: 'leads',
        Name: 'mql',
        Value: 5,
      });
    });
    expect(report).toMatchObject({ rejected: [], conflicts: [], written: [{ path: FILE }] });
    expect(await textOf(root)).toBe(
      PLAN.replace('target: 8', 'target: 10')
        .replace('[ 2026-05-08 ]', '[ 2026-05-08, 2026-06-12 ]')
        .replace('size: 2000', 'size: 2400')
        .replace('[ 20, 50,', '[ 20, 45,')
        .replace('amount_requested: 3000 }\n', 'amount_requested: 3000 }\n    funding_share_percent: 50\n')
        .replace('Guest speaker: 4000', 'Guest speaker: 4500')
        .replace('{ inquiry: 12 }', '{ inquiry: 14, mql: 5 }')
        .concat('      spend: 5800\n    request:\n      fund: mdf-blue\n'),
    );
  });

  it('begin a draft with its campaigns where a new row says so', async () => {
    const root = await territory('');
    const report = await edited(root, (book) => {
      const row = { Partner: 'bluefjord', Quarter: 'FY27-Q1' };
      addRow(book.getWorksheet('Marketing plans')!, { ...row, Goals: 'loyalty', Budget: 5000, 'Reviews owner': 'Una' });
      addRow(book.getWorksheet('Campaigns')!, { ...row, Tactic: 'webinar', Start: '2026-08-03', 'Audience size': 300 });
      addRow(book.getWorksheet('Campaign numbers')!, {
        ...row,
        Campaign: 'fy27-q1-webinar',
        Kind: 'cost',
        Name: 'Hall',
        Value: 900,
      });
    });
    expect(report).toMatchObject({ rejected: [], kept: [] });
    expect(await textOf(root, 'partners/bluefjord/marketing/FY27-Q1.yaml')).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=../../../.cam/schemas/marketing-plan.json
      quarter: FY27-Q1
      status: draft
      begun: 2026-02-28
      currency: EUR
      goals:
        - { id: loyalty }
      budget: 5000
      reviews:
        owner: Una

      # What a tactic of the library says holds where a campaign says nothing else. Amounts in EUR, shares in percent.
      campaigns:
        - id: fy27-q1-webinar
          tactic: webinar
          start: 2026-08-03
          audience:
            size: 300
          cost_lines:
            Hall: 900
      "
    `);
  });

  it('refuse what the library, the funds and a sent request do not allow', async () => {
    const root = await territory();
    const report = await edited(root, (book) => {
      const campaigns = book.getWorksheet('Campaigns')!;
      const webinar = rowWhere(campaigns, { Id: 'FY26-Q4-webinar' }).number;
      cellAt(campaigns, 'Fund', { Id: 'FY26-Q4-webinar' }).value = 'mdf-nord';
      cellAt(campaigns, 'Actual on', { Id: 'FY26-Q4-calls' }).value = null;
      const row = { Partner: 'bluefjord', Quarter: 'FY26-Q4', Start: '2026-04-20' };
      addRow(campaigns, { ...row, Id: 'a', Tactic: 'webnar' });
      addRow(campaigns, { ...row, Id: 'b', Tactic: 'webinar', 'Rates percent': '20; 30' });
      addRow(campaigns, { ...row, Id: 'c', Tactic: 'webinar', 'Days per stage': '7; soon' });
      addRow(campaigns, { ...row, Id: 'd', Tactic: 'webinar', Audience: 'clinics' });
      addRow(campaigns, { ...row, Id: 'e', Tactic: 'webinar', End: '2026-04-01' });
      addRow(campaigns, { ...row, Id: 'f', Tactic: 'webinar', Quarter: 'FY27-Q4' });
      const numbers = book.getWorksheet('Campaign numbers')!;
      const number = { Partner: 'bluefjord', Quarter: 'FY26-Q4', Campaign: 'FY26-Q4-calls', Value: 3 };
      addRow(numbers, { ...number, Kind: 'leads', Name: 'mqll' });
      addRow(numbers, { ...number, Kind: 'cost', Name: 'Hall', Campaign: 'a' });
      addRow(numbers, { ...number, Kind: 'costs', Name: 'Hall' });
      const plans = book.getWorksheet('Marketing plans')!;
      cellAt(plans, 'Goals', { Quarter: 'FY26-Q4' }).value = 'loyality: 3 won-deals';
      addRow(plans, { Partner: 'nord', Quarter: 'FY26-Q4', Goals: 'loyalty; ten customers' });
      expect(webinar).toBe(2);
    });
    expect(report.rejected.map(({ where, why }) => `${where.replace(/^book.xlsx '?(.*?)'?!/, '$1 ')} ${why}`))
      .toMatchInlineSnapshot(`
      [
        "Marketing plans E2 "loyality" is not a goal of the library; did you mean loyalty?",
        "Marketing plans E3 "ten customers" does not fit: a goal is written demand-generation, or with its target: demand-generation: 8 qualified-leads",
        "Campaigns Z2 "mdf-nord" is not a fund of this partner: mdf-blue",
        "Campaigns Z2 the request to mdf-blue is submitted: its fund stays",
        "Campaigns AG3 actual_on is missing: the leads on the sheet Campaign numbers are of that day",
        "Campaigns D4 "webnar" is not a tactic of the library; did you mean webinar?",
        "Campaigns O5 there are 2 values for the 4 steps between the stages",
        "Campaigns P6 "soon" is no number as it is written here: 17.5; 50; 60, set apart by semicolons",
        "Campaigns J7 audience_size is missing",
        "Campaigns G8 "2026-04-01" does not fit: a tactic does not end before it starts",
        "Campaigns B9 there is no marketing plan FY27-Q4 of bluefjord; one is begun with a row on the sheet Marketing plans, or with cam plan marketing bluefjord",
        "Campaign numbers E5 "mqll" is not a stage of the waterfall; did you mean mql?",
        "Campaign numbers C6 the FY26-Q4 marketing plan has no campaign "a"",
        "Campaign numbers D7 "costs" is not one of the allowed values; did you mean cost?",
      ]
    `);
    expect(report.written).toEqual([]);
    expect(await textOf(root)).toBe(PLAN);
  });

  it('take out a campaign with its row, but none that was asked money for or has results', async () => {
    const draft = PLAN.replace(/\n    request:.*/, '').replace(/    actual:\n.*\n.*\n/, '');
    const root = await territory(draft);
    const withoutRows = (book: Parameters<Parameters<typeof editBook>[1]>[0]) => {
      for (const sheet of ['Campaigns', 'Campaign numbers'])
        for (let line = 2; line <= 4; line += 1) book.getWorksheet(sheet)!.getRow(line).values = [];
    };
    expect(await edited(root, withoutRows)).toMatchObject({ written: [], kept: { length: 4 } });
    expect(await edited(root, withoutRows, { remove: true })).toMatchObject({ kept: [], rejected: [] });
    expect(await textOf(root)).toBe(draft.slice(0, draft.indexOf('campaigns:')));

    const asked = await territory();
    const report = await edited(
      asked,
      (book) => {
        for (const line of [2, 3]) book.getWorksheet('Campaigns')!.getRow(line).values = [];
      },
      { remove: true },
    );
    expect(report.rejected.map(({ why }) => why)).toEqual([
      'bluefjord FY26-Q4 FY26-Q4-webinar stays in its plan: its request for funds is submitted',
      'bluefjord FY26-Q4 FY26-Q4-calls stays in its plan: what came of it is written down',
    ]);
    expect(await textOf(asked)).toBe(PLAN);
  });
});
