import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { territoryOnDisk } from '../../input/territory-on-disk.ts';
import { CAM_YAML, filesOf, importInto } from './import-on-disk.ts';

/** Public exports to practise on; they lie beside the repository and are not part of it. */
const DATA = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const isThere = await access(DATA).then(
  () => true,
  () => false,
);
const MAPPING = 'stages: { Engaging: open, Prospecting: open }\n';

describe.skipIf(!isThere)(`public exports${isThere ? '' : ` (left out: there is no ${DATA})`}`, () => {
  it('of a pipeline of 8,800 deals tie to the figures their publisher states, and a second import changes nothing', async () => {
    const root = await territoryOnDisk({ 'cam.yaml': CAM_YAML, 'm.yaml': MAPPING });
    const file = join(DATA, 'maven_sales_pipeline.csv');
    const options = {
      mapFile: 'm.yaml',
      partnerColumn: 'sales_agent',
      createPartners: true,
      dateOrder: 'dmy',
    } as const;
    const report = await importInto(root, [file], options);
    expect(report).toMatchObject({ rows: 8800, created: 8800, rejected: [], unmatched: [], dateOrder: 'dmy' });
    expect(report.createdPartners).toHaveLength(30);
    expect(report.totals.byStatus).toMatchObject({
      won: { rows: 4238, amount: 10_005_534 },
      lost: { rows: 2473, amount: 0 },
      open: { rows: 2089, amount: null, withoutAmount: 2089 },
    });
    const files = await filesOf(root);
    const rows = Object.entries(files)
      .filter(([path]) => path.endsWith('deals.csv'))
      .flatMap(([, text]) => text.trim().split('\n').slice(1));
    expect(rows).toHaveLength(8800);
    expect(rows.filter((row) => /^[^,]+,[^,]+,,/.test(row))).toHaveLength(1425);
    expect(await importInto(root, [file], options)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 8800,
      written: [],
    });
    expect(await filesOf(root)).toEqual(files);
  });

  it('of 50 Salesforce opportunities sum to the cent, for one partner or a partner an account', async () => {
    const root = await territoryOnDisk({ 'cam.yaml': CAM_YAML });
    const file = join(DATA, 'salesforce_opportunity.csv');
    const one = await importInto(root, [file], { partner: 'acme', createPartners: true });
    expect(one).toMatchObject({
      rows: 50,
      created: 50,
      sources: ['salesforce'],
      totals: { amount: { USD: 43_603_545.98 } },
    });
    const many = await importInto(root, [file], { partnerColumn: 'AccountId', createPartners: true });
    expect(many).toMatchObject({ created: 0, moved: 50, totals: { amount: { USD: 43_603_545.98 } } });
    expect(many.createdPartners).toHaveLength(18);
  });

  it('that hold no deals are not imported, and nothing but a proposal is written', async () => {
    const root = await territoryOnDisk({ 'cam.yaml': CAM_YAML });
    for (const name of ['maven_accounts.csv', 'maven_products.csv', 'salesforce_account.csv']) {
      const report = await importInto(root, [join(DATA, name)], { createPartners: true });
      expect(report.needsMapping!.questions[0]).toContain('open, won or lost is not clear');
    }
    expect(Object.keys(await filesOf(root)).every((path) => path.startsWith('mappings/'))).toBe(true);
  });
});
