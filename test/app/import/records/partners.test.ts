import { describe, expect, it } from 'vitest';
import { territoryOnDisk } from '../../../input/territory-on-disk.ts';
import { CAM_YAML, filesOf, importInto, importText, partnerYaml } from '../import-on-disk.ts';

const HEADER =
  'Partner Name,Partner Type,Partner Tier,Website,Partner ID,Parent Account,Industry,Primary Contact,Primary Contact Email\n';
const CEDAR = 'partners/cedar/partner.yaml';
const territory = (more = ''): Promise<string> =>
  territoryOnDisk({ 'cam.yaml': CAM_YAML, [CEDAR]: partnerYaml('Cedar GmbH', more) });

describe('a list of partners', () => {
  it('adds those nobody knows, with all it tells of them', async () => {
    const root = await territory();
    const report = await importText(
      root,
      `${HEADER}Havn & Søn A/S,Managed Service Provider,Gold,https://www.havn.example/da,0012,Cedar,Health; Retail,Anna Berg,anna@havn.example\n`,
    );
    expect(report).toMatchObject({ kind: 'partners', rows: 1, created: 1, rejected: [], warnings: [] });
    expect(report.createdPartners).toEqual([{ id: 'havn-and-son-a-s', name: 'Havn & Søn A/S' }]);
    const lines = (await filesOf(root))['partners/havn-and-son-a-s/partner.yaml']!.split('\n');
    expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([
      'name: "Havn & Søn A/S"',
      'type: msp',
      'tier: "gold"',
      'domains: ["havn.example"]',
      'crm_ids: ["0012"]',
      'verticals: ["Health","Retail"]',
      'parent: "cedar"',
      'contacts:',
      '  - { name: Anna Berg, email: anna@havn.example }',
    ]);
  });

  it('adds to those that are known what is new, keeps their name and comments, and takes nothing away', async () => {
    const root = await territory('# hand-written\ntier: silver # agreed in May\ndomains: [cedar.example]\n');
    const report = await importText(root, `${HEADER}CEDAR,,Gold,www.cedar.de,C-1,,,,\n`);
    expect(report).toMatchObject({ created: 0, updated: 1 });
    expect((await filesOf(root))[CEDAR]).toBe(
      'name: "Cedar GmbH"\ntype: var\n# hand-written\ntier: gold # agreed in May\ndomains: [cedar.example, cedar.de]\ncrm_ids:\n  - C-1\n',
    );
    expect(await importInto(root, ['export.csv'])).toMatchObject({ unchanged: 1, written: [] });
  });

  it('is matched by id before name, and says where a partner is called otherwise', async () => {
    const root = await territory('crm_ids: [C-1]\n');
    const report = await importText(root, `${HEADER}Cedar International,VAR,,,C-1,,,,\n`);
    expect(report).toMatchObject({ created: 0, unchanged: 1 });
    expect(report.warnings[0]!.message).toBe(
      'cedar is called "Cedar International" here; names were left as they are: cam partner rename changes one',
    );
  });

  it('gives a partner its name where an id of the CRM stood for it', async () => {
    const root = await territoryOnDisk({ 'cam.yaml': CAM_YAML });
    const id = '0015g00000AbCdEFGH';
    await importText(root, `Opportunity ID,Partner,Stage,Amount\n1,${id},Won,5\n`, { createPartners: true });
    const report = await importText(root, `${HEADER}Cedar GmbH,VAR,,,${id},,,,\n`);
    expect(report).toMatchObject({ created: 0, updated: 1, warnings: [] });
    const file = (await filesOf(root))[`partners/${id.toLowerCase()}/partner.yaml`];
    expect(file).toContain('\nname: Cedar GmbH\n');
    expect(file).toContain(`crm_ids: ["${id}"]\n`);
  });

  it('keeps two companies of one name apart by their ids, also when it comes again', async () => {
    const root = await territory();
    const text = `${HEADER}Twin,VAR,,,T-1,,,,\nTwin,VAR,,,T-2,,,,\nTwin,VAR,,,T-2,,,,\n`;
    expect(await importText(root, text)).toMatchObject({ created: 2, repeated: 1, rejected: [] });
    expect(await importInto(root, ['export.csv'])).toMatchObject({
      created: 0,
      unchanged: 2,
      repeated: 1,
      written: [],
    });
  });

  it('refuses rows of one partner that say different things, and rows without a name', async () => {
    const report = await importText(await territory(), `${HEADER}Twin,VAR,,,,,,,\nTwin,MSP,,,,,,,\n,MSP,,,T-3,,,,\n`);
    expect(report).toMatchObject({ created: 0 });
    expect(report.rejected.map(({ where, why }) => `${where} ${why}`)).toEqual([
      'export.csv:2 the same partner stands also in line 3, with other contents',
      'export.csv:3 the same partner stands also in line 2, with other contents',
      'export.csv:4 names no partner',
    ]);
  });

  it('says what it could not use: labels that are no type, tiers of another program, parents nobody knows, circles', async () => {
    const report = await importText(
      await territory(),
      `${HEADER}Twin,Bike shop,Diamond,,,Nobody Ltd,,,\nAlpha,VAR,,,,Beta,,,\nBeta,VAR,,,,Alpha,,,\n`,
    );
    expect(report.warnings.map(({ message }) => message)).toEqual([
      'column "Partner Type": left empty where it says what type cannot hold, such as "Bike shop" (1 row)',
      'no tier of this program is called Diamond; its tiers are Registered, Silver, Gold, Platinum',
      'parents that no partner is called, left empty: Nobody Ltd',
      'parents left as they are, because they would stand above themselves: beta',
      '1 new partner has no type that is known, and got the type var; say it with partner_type or partner_types in a mapping',
    ]);
  });

  it('comes first where several files are imported, so that the others find its partners', async () => {
    const root = await territoryOnDisk({
      'cam.yaml': CAM_YAML,
      'deals.csv': 'Opportunity ID,Partner,Stage,Amount\n1,Havn,Won,100\n',
      'certs.csv': 'Partner,Holder,Role,Certification,Expires\nHavn,Ida,Sales,Pro,2028-03-31\n',
      'list.csv': `${HEADER}Havn,VAR,,,,,,,\n`,
    });
    const report = await importInto(root, ['deals.csv', 'certs.csv', 'list.csv']);
    expect(report).toMatchObject({ kind: 'several', rows: 3, created: 3, rejected: [], unmatched: [] });
    expect(report.parts!.map(({ kind, rows }) => [kind, rows])).toEqual([
      ['partners', 1],
      ['deals', 1],
      ['certifications', 1],
    ]);
    const files = await filesOf(root);
    expect(files['partners/havn/deals.csv']).toContain('deals,1');
    expect(files['partners/havn/partner.yaml']).toContain('holder: Ida');
    expect(await importInto(root, ['deals.csv', 'certs.csv', 'list.csv'])).toMatchObject({ unchanged: 3, written: [] });
  });
});
