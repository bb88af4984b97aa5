import { describe, expect, it } from 'vitest';
import { territoryOnDisk } from '../../input/territory-on-disk.ts';
import { havePublicFiles, publicFile, WHERE_LEFT_OUT } from '../../public-files.ts';
import { CAM_YAML, filesOf, importInto } from './import-on-disk.ts';

const MAPPING = 'stages: { Engaging: open, Prospecting: open }\n';

describe.skipIf(!havePublicFiles)(`public exports${WHERE_LEFT_OUT}`, () => {
  it('of a pipeline of 8,800 deals tie to the figures their publisher states, and a second import changes nothing', async () => {
    const root = await territoryOnDisk({ 'cam.yaml': CAM_YAML, 'm.yaml': MAPPING });
    const file = publicFile('maven_sales_pipeline.csv');
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
    const file = publicFile('salesforce_opportunity.csv');
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

  it('of Salesforce opportunities have their accounts named by the list of accounts beside them', async () => {
    const root = await territoryOnDisk({ 'cam.yaml': CAM_YAML });
    const files = [publicFile('salesforce_opportunity.csv'), publicFile('salesforce_account.csv')];
    const one = await importInto(root, files, { partner: 'acme', createPartners: true });
    expect(one).toMatchObject({ kind: 'deals', rows: 50, created: 50, totals: { amount: { USD: 43_603_545.98 } } });
    const deals = (await filesOf(root))['partners/acme/deals.csv']!;
    expect(deals).toContain(',Patterson-Hansen,');
    expect(deals).not.toMatch(/,001Ec/);
    const many = await importInto(root, files, { partnerColumn: 'AccountId', createPartners: true });
    expect(many).toMatchObject({ created: 0, moved: 50, totals: { amount: { USD: 43_603_545.98 } } });
    expect(many.createdPartners).toHaveLength(18);
    expect((await filesOf(root))['partners/hill-group/partner.yaml']).toContain('crm_ids: ["001Ec00000GGw3sIAD"]');
    expect(many.warnings.map(({ message }) => message)).toContain(
      'AccountId is named by salesforce_account.csv; to take the rows of that file too, import it by itself',
    );
    const again = await importInto(root, files, { partnerColumn: 'AccountId', createPartners: true });
    expect(again).toMatchObject({ unchanged: 50, written: [] });
  });

  it('of 701 resellers without a header become partners by a mapping, and nothing changes the second time', async () => {
    const root = await territoryOnDisk({
      'cam.yaml': CAM_YAML,
      'm.yaml': [
        'kind: partners',
        'header: none',
        'columns: { name: "column 6", type: "column 5", partner_crm_id: "column 3" }',
        'partner_types: { Specialty Bike Shop: referral-agent, Warehouse: distributor }',
        '',
      ].join('\n'),
    });
    const file = publicFile('adventureworks_dimreseller.csv');
    const report = await importInto(root, [file], { mapFile: 'm.yaml' });
    expect(report).toMatchObject({ kind: 'partners', rows: 701, created: 701, rejected: [], unmatched: [] });
    const files = await filesOf(root);
    const types = Object.values(files).flatMap((text) => /^type: (.*)$/m.exec(text)?.[1] ?? []);
    const counted = (type: string): number => types.filter((one) => one === type).length;
    expect([counted('var'), counted('referral-agent'), counted('distributor')]).toEqual([238, 231, 232]);
    expect(files['partners/a-bike-store/partner.yaml']).toContain('crm_ids: ["AW00000001"]');
    expect(await importInto(root, [file], { mapFile: 'm.yaml' })).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 701,
    });
  });

  it('of quotas per employee are no targets of partners: their rows are listed with their money', async () => {
    const root = await territoryOnDisk({
      'cam.yaml': CAM_YAML,
      'm.yaml':
        'kind: targets\nheader: none\ncolumns: { partner: "column 2", period: "column 7", target: "column 6" }\n',
    });
    const file = publicFile('adventureworks_factsalesquota.csv');
    const report = await importInto(root, [file], { mapFile: 'm.yaml' });
    expect(report).toMatchObject({ rows: 163, created: 0, totals: { amount: {} } });
    expect(await filesOf(root)).not.toHaveProperty(['partners']);
    expect(report.unmatched.reduce((rows, entry) => rows + entry.rows, 0) + report.rejected.length).toBe(163);
  });

  it('of accounts and products are asked about: nobody can tell customers from partners, or whose they are', async () => {
    const root = await territoryOnDisk({ 'cam.yaml': CAM_YAML });
    for (const name of ['maven_accounts.csv', 'salesforce_account.csv']) {
      const refusal = importInto(root, [publicFile(name)], { createPartners: true });
      await expect(refusal).rejects.toMatchObject({
        kind: 'usage',
        message: expect.stringContaining(`${name}: what its rows are is not clear. They could be accounts`) as string,
        remedy: expect.stringContaining('--kind accounts or --kind partners') as string,
      });
    }
    const bare = await importInto(root, [publicFile('adventureworks_dimreseller.csv')], { dryRun: true });
    expect(bare.needsMapping!.questions.at(-1)).toBe(
      'adventureworks_dimreseller.csv: no header is known. --kind says what its rows are if they are not deals; "header: none" in a mapping says that it has no headers',
    );
    for (const name of ['maven_products.csv', 'maven_sales_teams.csv']) {
      const report = await importInto(root, [publicFile(name)], { createPartners: true });
      expect(report.needsMapping!.questions[0]).toContain('open, won or lost is not clear');
    }
    expect(Object.keys(await filesOf(root)).every((path) => path.startsWith('mappings/'))).toBe(true);
  });

  it('of accounts are imported once it is said what and whose they are', async () => {
    const root = await territoryOnDisk({ 'cam.yaml': CAM_YAML });
    const options = { importKind: 'accounts', partner: 'acme', createPartners: true } as const;
    const maven = await importInto(root, [publicFile('maven_accounts.csv')], options);
    expect(maven).toMatchObject({ kind: 'accounts', rows: 85, created: 85, rejected: [] });
    const salesforce = await importInto(root, [publicFile('salesforce_account.csv')], options);
    expect(salesforce).toMatchObject({ rows: 22, created: 22, rejected: [] });
    const partners = await importInto(root, [publicFile('salesforce_account.csv')], { importKind: 'partners' });
    expect(partners).toMatchObject({ created: 22, rejected: [] });
  });
});
