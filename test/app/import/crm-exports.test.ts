import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { loadTerritory } from '../../../src/input/load-territory.ts';
import type { Deal } from '../../../src/schema/deal.ts';
import { territoryOnDisk } from '../../input/territory-on-disk.ts';
import { CAM_YAML, filesOf, importInto, partnerYaml } from './import-on-disk.ts';

// Files as the CRMs write them; every company and person in them is invented.
const EXPORTS = fileURLToPath(new URL('exports/', import.meta.url));

async function territoryWith(...names: readonly string[]): Promise<string> {
  const root = await territoryOnDisk({
    'cam.yaml': CAM_YAML,
    'partners/cedar/partner.yaml': partnerYaml('Cedar GmbH', 'crm_ids: [001Ec00000PpPpP]\n'),
    'partners/fjord/partner.yaml': partnerYaml('Fjord A/S', 'crm_ids: [001Ec00000QqQqQIAV]\n'),
  });
  for (const name of names) await cp(join(EXPORTS, name), join(root, name));
  return root;
}

/** Every deal of a territory by its id. */
async function dealsOf(root: string): Promise<Record<string, Deal & { readonly holder: string }>> {
  const { territory } = await loadTerritory(root);
  const deals = territory!.partners.flatMap(({ id, deals: table }) =>
    (table?.rows ?? []).map((deal) => ({ ...deal, holder: id })),
  );
  return Object.fromEntries(deals.map((deal) => [deal.id, deal]));
}

describe('a report of Salesforce', () => {
  it('is read by its labels, month first, and its footer is no row', async () => {
    const root = await territoryWith('salesforce-report.csv');
    const report = await importInto(root, ['salesforce-report.csv']);
    expect(report).toMatchObject({
      rows: 4,
      created: 4,
      rejected: [],
      unmatched: [],
      sources: ['salesforce'],
      dateOrder: 'mdy',
      unusedColumns: ['Age'],
      skipped: [{ why: 'footer of the report', lines: [7, 8, 9, 10, 11] }],
      totals: { amount: { EUR: 48500.5, USD: 195000 } },
    });
    expect(report.warnings).toContainEqual({
      where: 'cam.yaml',
      message: 'no rate from EUR to USD is stated: the amounts of 1 deal count as unknown until there is one',
    });
    const deals = await dealsOf(root);
    expect(Object.values(deals)[1]).toMatchObject({
      name: 'Branch refresh, phase 2',
      holder: 'cedar',
      status: 'open',
      type: 'expansion',
      forecast_category: 'commit',
      probability_percent: 90,
      currency: 'EUR',
      close_date: '2026-06-30',
      next_step: 'Send the "final" quote',
    });
    const states = Object.values(deals).map(({ status, type, amount }) => [status, type, amount]);
    expect(states).toEqual([
      ['won', 'new', 120000],
      ['open', 'expansion', 48500.5],
      ['open', 'renewal', undefined],
      ['lost', 'new', 75000],
    ]);
  });
});

describe('a data export of Salesforce', () => {
  it('is read by names of its API: flags say what is won in any language, ids find the partner', async () => {
    const root = await territoryWith('salesforce-data.csv');
    const report = await importInto(root, ['salesforce-data.csv']);
    expect(report).toMatchObject({ created: 3, unmatched: [], sources: ['salesforce'], dateOrder: null });
    expect(report.totals.byStatus).toMatchObject({
      won: { amount: 120000 },
      open: { byCurrency: { EUR: 48500.5 } },
      lost: { amount: 75000 },
    });
    const deals = await dealsOf(root);
    expect(deals['006Ec00000QhT1bIAF']).toMatchObject({
      holder: 'cedar',
      stage: 'Verhandlung',
      created_date: '2026-01-12',
      type: 'expansion',
    });
    expect(deals['006Ec00000QhT1dIAF']).toMatchObject({ holder: 'fjord', last_activity: '2026-03-01' });
  });
});

describe('an export of HubSpot', () => {
  it('asks for a stage that only its portal knows, takes odds of one for percent and ids as text', async () => {
    const root = await territoryWith('hubspot.csv');
    const asked = await importInto(root, ['hubspot.csv']);
    expect(asked.needsMapping?.questions).toEqual([
      'hubspot.csv: "1043571234" (1 row) is neither open, won nor lost by its name',
    ]);
    const mapFile = asked.needsMapping!.proposals[0]!.path;
    const report = await importInto(root, ['hubspot.csv'], { mapFile });
    expect(report).toMatchObject({ created: 4, rejected: [], totals: { amount: { EUR: 48500.5, USD: 195000 } } });
    const deals = await dealsOf(root);
    expect(Object.keys(deals)).toEqual(['00917', '18446744073709551616', '1E5', 'MAR1']);
    expect(deals['18446744073709551616']).toMatchObject({
      status: 'open',
      probability_percent: 35,
      forecast_category: 'best-case',
      close_date: '2026-06-30',
      type: 'expansion',
      contacts_at_customer: 1,
    });
    expect(deals['00917']).toMatchObject({ status: 'won', probability_percent: 100, forecast_category: 'closed' });
    expect(await importInto(root, ['hubspot.csv'])).toMatchObject({ unchanged: 4, mappings: [{ how: 'remembered' }] });
  });
});

describe('a workbook of Dynamics 365', () => {
  it('keeps its ids in hidden columns; status decides between estimate and actual; hidden sheets are named', async () => {
    const root = await territoryWith();
    await writeDynamics(join(root, 'My Open Opportunities.xlsx'));
    const report = await importInto(root, ['My Open Opportunities.xlsx']);
    expect(report).toMatchObject({ rows: 3, created: 3, rejected: [], unmatched: [] });
    expect(report.warnings.some(({ message }) => message.includes('hiddenSheet'))).toBe(true);
    const deals = await dealsOf(root);
    expect(deals['8c1f0d3a-0001']).toMatchObject({
      name: 'Campus network',
      account: 'Marlow College',
      status: 'won',
      amount: 118000,
      currency: 'USD',
      close_date: '2026-02-27',
      probability_percent: 100,
    });
    expect(deals['8c1f0d3a-0002']).toMatchObject({
      status: 'open',
      amount: 48500.5,
      currency: 'EUR',
      close_date: '2026-06-30',
      probability_percent: 1,
    });
    expect(deals['8c1f0d3a-0003']).toMatchObject({ status: 'lost', amount: 75000, close_date: '2026-03-15' });
  });
});

describe('an export of Pipedrive', () => {
  it('says by its status what is won, whatever the stage, and when it was', async () => {
    const root = await territoryWith('pipedrive.csv');
    const report = await importInto(root, ['pipedrive.csv']);
    expect(report).toMatchObject({ created: 3, unmatched: [], totals: { amount: { EUR: 48500.5, USD: 195000 } } });
    expect(await dealsOf(root)).toMatchObject({
      41: { status: 'won', stage: 'Negotiations Started', close_date: '2026-02-27', created_date: '2025-10-03' },
      42: { status: 'open', probability_percent: 60, close_date: '2026-06-30', currency: 'EUR' },
      43: { status: 'lost', close_date: '2026-03-15' },
    });
  });
});

describe('an export of PartnerStack', () => {
  it('is read by its keys', async () => {
    const root = await territoryWith('partnerstack.csv');
    expect(await importInto(root, ['partnerstack.csv'])).toMatchObject({ created: 3, unmatched: [] });
    expect(await dealsOf(root)).toMatchObject({
      deal_7Qx1: { holder: 'cedar', status: 'won', amount: 120000, created_date: '2025-10-03' },
      deal_7Qx2: { status: 'open', amount: 48500.5, currency: 'EUR' },
      deal_7Qx3: { holder: 'fjord', status: 'lost', account: 'Halden Energi' },
    });
  });
});

describe('an export in another language', () => {
  it('is read by a mapping: columns, stages, types, categories, in Windows-1252 with decimal commas', async () => {
    const root = await territoryWith('german.csv', 'german.yaml');
    const report = await importInto(root, ['german.csv'], { mapFile: 'german.yaml' });
    expect(report).toMatchObject({
      created: 3,
      rejected: [],
      sources: ['crm-de'],
      dateOrder: 'dmy',
      totals: { amount: { EUR: 93500.5 }, byStatus: { lost: { amount: -75000 } } },
      statedTotals: [{ column: 'Betrag', stated: 93500.5, difference: 0 }],
    });
    expect(await dealsOf(root)).toMatchObject({
      '0007': { type: 'new', forecast_category: 'closed', account: 'Marlow München', close_date: '2026-02-27' },
      '0008': { type: 'renewal', forecast_category: 'commit', probability_percent: 60, status: 'open' },
      '0009': { status: 'lost' },
    });
    expect((await filesOf(root))['mappings/crm-de.yaml']).toContain('# How to read the German CRM.');
    expect(await importInto(root, ['german.csv'])).toMatchObject({ unchanged: 3, mappings: [{ how: 'remembered' }] });
    expect(await readFile(join(root, 'german.yaml'), 'utf8')).toBe(
      await readFile(join(EXPORTS, 'german.yaml'), 'utf8'),
    );
  });
});

/** As Dynamics exports a view: three columns nobody sees, then those of the view, and its own settings on a hidden sheet. */
async function writeDynamics(path: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const settings = workbook.addWorksheet('hiddenSheet', { state: 'veryHidden' });
  settings.addRow(['opportunity:settings=', 'internal']);
  const sheet = workbook.addWorksheet('My Open Opportunities');
  sheet.columns = [
    ...['(Do Not Modify) Opportunity', '(Do Not Modify) Row Checksum', '(Do Not Modify) Modified On'],
    ...['Topic', 'Potential Customer', 'Partner', 'Est. Close Date', 'Est. Revenue', 'Actual Close Date'],
    ...['Actual Revenue', 'Currency', 'Probability', 'Status', 'Owner'],
  ].map((header, index) => ({ header, hidden: index < 3, width: 18 }));
  const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
  const checksum = 'kZ7x/Abc==';
  sheet.addRows([
    [
      ...['8c1f0d3a-0001', checksum, day('2026-03-01'), 'Campus network', 'Marlow College', 'Cedar'],
      ...[day('2026-03-31'), 120000, day('2026-02-27'), 118000, 'US Dollar', 100, 'Won', 'Priya Raman'],
    ],
    [
      ...['8c1f0d3a-0002', checksum, day('2026-04-01'), 'Branch refresh', 'Ostrava Retail', 'Cedar'],
      ...[day('2026-06-30'), 48500.5, null, null, 'Euro', 1, 'Open', 'Priya Raman'],
    ],
    [
      ...['8c1f0d3a-0003', checksum, day('2026-03-20'), 'Data centre', 'Halden Energi', 'Fjord'],
      ...[day('2026-03-31'), 75000, day('2026-03-15'), null, 'US Dollar', 0, 'Lost', 'Tom Okafor'],
    ],
  ]);
  await workbook.xlsx.writeFile(path);
}
