import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { territoryOnDisk } from '../../../input/territory-on-disk.ts';
import { CAM_YAML, filesOf, importInto, importText, partnerYaml } from '../import-on-disk.ts';

const territory = (more: Readonly<Record<string, string>> = {}): Promise<string> =>
  territoryOnDisk({
    'cam.yaml': `${CAM_YAML}as_of: 2026-02-28\n`,
    'partners/cedar/partner.yaml': partnerYaml('Cedar GmbH', '# ours\ncrm_ids: [ACC-7] # from the CRM\n'),
    'partners/fjord/partner.yaml': partnerYaml('Fjord A/S', 'currency: EUR\n'),
    ...more,
  });

/** One small export of each kind, as another system would write it, and what it makes. */
const EXPORTS: readonly {
  readonly kind: string;
  readonly text: string;
  readonly makes: Readonly<Record<string, string>>;
}[] = [
  {
    kind: 'accounts',
    text: 'Partner,Customer,Product,Product Status,Industry,Employees,Renewal Date\nCedar,Havn ApS,Core Switch,Installed,Shipping,120,31/12/2026\n',
    makes: {
      'partners/cedar/accounts.csv':
        'account,product,status,vertical,employees,renewal_date\nHavn ApS,Core Switch,owned,Shipping,120,2026-12-31\n',
    },
  },
  {
    kind: 'registrations',
    text: 'Registration ID,Partner Name,End Customer,Deal Name,Amount,Registration Status,Submitted Date,Expiration Date\n0012,fjord a/s,Havn,Wifi,"12,500.00",Approved,2026-01-05,2026-07-05\n',
    makes: {
      'partners/fjord/registrations.csv':
        'source,id,account,name,amount,status,submitted,expires\nexport,0012,Havn,Wifi,12500,approved,2026-01-05,2026-07-05\n',
    },
  },
  {
    kind: 'leads',
    text: 'Lead ID,First Name,Last Name,Company,Email,Lead Status,Lead Source,Partner,Created Date\n1E5,Ida,Holm,Havn,ida@havn.example,Working - Contacted,Web,Cedar,2026-01-05\n',
    makes: {
      'partners/cedar/leads.csv':
        'source,id,created_date,company,contact,email,stage,lead_source\nexport,1E5,2026-01-05,Havn,Ida Holm,ida@havn.example,mql,Web\n',
    },
  },
  {
    kind: 'activities',
    text: 'Activity ID,Subject,Activity Type,Date,Company / Account,Assigned,Comments\nMAR1,Wifi,Phone Call,2026-01-05,Cedar,Ines,"Went\nwell"\n',
    makes: {
      'partners/cedar/activities.csv':
        'source,id,date,kind,subject,notes,owner\nexport,MAR1,2026-01-05,call,Wifi,Went well,Ines\n',
    },
  },
  {
    kind: 'facts',
    text: 'Partner,Metric,Period,Value,Currency\nCedar,Services revenue,Feb 2026,"1,240.50",EUR\nCedar,CSAT,Q2 FY26,81,\n',
    makes: {
      'partners/cedar/facts.csv':
        'metric,period,value,currency,source\nservices_revenue,2026-02,1240.5,EUR,export\ncsat,FY26-Q2,81,,export\n',
    },
  },
  {
    kind: 'mdf',
    text: 'Request ID,Partner,Fiscal Quarter,Fund Type,Requested,Approved,Claimed,Expiration Date\nMDF-1,Cedar,Q3 FY26,Co-op,5000,4000,,2026-06-30\n',
    makes: {
      'funds.yaml':
        '# yaml-language-server: $schema=.cam/schemas/funds.json\nfunds:\n  - { id: MDF-1, partner: cedar, kind: coop, period: FY26-Q3, requested: 5000, approved: 4000, expires: 2026-06-30 }\n',
    },
  },
];

describe('an export of another kind than deals', () => {
  it.each(EXPORTS)(
    'is known by its headers and read in the words of other systems: $kind',
    async ({ kind, text, makes }) => {
      const root = await territory();
      const report = await importText(root, text);
      expect(report).toMatchObject({ kind, rejected: [], unmatched: [], needsMapping: undefined });
      for (const [path, content] of Object.entries(makes)) {
        expect(report.written.map((file) => file.path)).toEqual([path]);
        expect(await readFile(join(root, path), 'utf8')).toBe(content);
      }
    },
  );

  it.each(EXPORTS)('changes nothing when it is imported again: $kind', async ({ kind, text, makes }) => {
    const root = await territory();
    await importText(root, text);
    const before = await filesOf(root);
    const again = await importInto(root, ['export.csv']);
    expect(again).toMatchObject({ kind, created: 0, updated: 0, written: [] });
    expect(again.unchanged).toBe(text.trim().split(/\n(?!well)/).length - 1);
    expect(await filesOf(root)).toEqual(before);
    expect(Object.keys(makes)).toHaveLength(1);
  });

  it.each(EXPORTS)('writes nothing in a dry run and says the same: $kind', async ({ text }) => {
    const root = await territory();
    const before = await filesOf(root);
    const dry = await importText(root, text, { dryRun: true });
    expect(dry.written).toEqual([]);
    expect(await filesOf(root)).toEqual(before);
    const { created, totals } = await importInto(root, ['export.csv']);
    expect({ created, totals }).toEqual({ created: dry.created, totals: dry.totals });
  });
});

describe('people and certificates', () => {
  it('join the partner’s file, and comments and other entries stay as they were', async () => {
    const root = await territory();
    await importText(root, 'First Name,Last Name,Email,Job Title,Account Name\nIda,Holm,ida@cedar.example,CTO,Cedar\n');
    await importText(
      root,
      'Partner,Employee,Certification,Date Earned,Expiration Date\nCedar,Ida Holm,Network Engineer,13/10/2025,12/10/2027\n',
      { file: 'certs.csv' },
    );
    expect((await filesOf(root))['partners/cedar/partner.yaml']).toBe(
      [
        'name: "Cedar GmbH"',
        'type: var',
        '# ours',
        'crm_ids: [ACC-7] # from the CRM',
        'contacts:',
        '  - { name: Ida Holm, role: CTO, email: ida@cedar.example }',
        'certifications:',
        '  - { holder: Ida Holm, role: technical, name: Network Engineer, issued: 2025-10-13, expires: 2027-10-12 }',
        '',
      ].join('\n'),
    );
  });

  it('are the same person by address, whatever the name is now; a renewed certificate is the same certificate', async () => {
    const root = await territory();
    await importText(root, 'Name,Email,Job Title,Company\nIda Holm,ida@cedar.example,CTO,Cedar\n', {
      importKind: 'contacts',
    });
    const people = await importText(root, 'Name,Email,Job Title,Company\nIda Lund,IDA@cedar.example,CEO,Cedar\n', {
      importKind: 'contacts',
    });
    expect(people).toMatchObject({ created: 0, updated: 1 });
    const header = 'Partner,Holder,Role,Certification,Expires\n';
    await importText(root, `${header}Cedar,Ida,Sales,Pro,2026-03-31\n`);
    expect(await importText(root, `${header}Cedar,Ida,Sales,Pro,2028-03-31\n`)).toMatchObject({
      created: 0,
      updated: 1,
    });
    const text = (await filesOf(root))['partners/cedar/partner.yaml']!;
    expect(text).toContain('role: CEO');
    expect(text.match(/expires/g)).toHaveLength(1);
  });

  it('are refused where nobody says whether a certificate is for sales or technical people', async () => {
    const report = await importText(
      await territory(),
      'Partner,Holder,Certification,Expires\nCedar,Ida,Level 3,2028-03-31\n',
    );
    expect(report.rejected).toEqual([
      {
        where: 'export.csv:2',
        why: 'does not say whether it is a sales or a technical certification',
        amount: null,
        currency: 'USD',
      },
    ]);
  });
});

describe('rows of a kind', () => {
  const header = 'Registration ID,Partner,Customer,Amount,Submitted Date,Status\n';

  it('of partners nobody knows are listed with their money; with leave they make a partner', async () => {
    const root = await territory();
    const text = `${header}1,Unknown Ltd,Havn,500,2026-01-05,Approved\n`;
    const report = await importText(root, text);
    expect(report.unmatched).toEqual([
      { partner: 'Unknown Ltd', rows: 1, amount: 500, byCurrency: { USD: 500 }, why: 'no partner has this name' },
    ]);
    const created = await importText(root, text, { createPartners: true });
    expect(created.createdPartners).toEqual([{ id: 'unknown-ltd', name: 'Unknown Ltd' }]);
    expect(await filesOf(root)).toHaveProperty(['partners/unknown-ltd/registrations.csv']);
  });

  it('that share an id and differ are all refused; rows that say the same count once', async () => {
    const report = await importText(
      await territory(),
      `${header}1,Cedar,Havn,500,2026-01-05,Approved\n1,Cedar,Havn,600,2026-01-05,Approved\n2,Cedar,Fjord,5,2026-01-05,Open\n2,Cedar,Fjord,5,2026-01-05,Open\n`,
    );
    expect(report).toMatchObject({ rows: 4, created: 1, repeated: 1, totals: { amount: { USD: 5 } } });
    expect(report.rejected.map(({ where, why }) => `${where} ${why}`)).toEqual([
      'export.csv:2 the same registration stands also in line 3, with another amount',
      'export.csv:3 the same registration stands also in line 2, with another amount',
    ]);
  });

  it('that stand in more lines than a sentence can name say how many they leave out', async () => {
    const amounts = [1, 2, 3, 4, 5, 6, 7, 8];
    const lines = amounts.map((amount) => `1,Cedar,Havn,${amount},2026-01-05,Approved\n`);
    const report = await importText(await territory(), header + lines.join(''));
    expect(report.rejected[0]?.why).toBe(
      'the same registration stands also in lines 3, 4, 5, 6, 7 and 2 more, with another amount',
    );
  });

  it('move to the partner they are given to, with what was known of them', async () => {
    const root = await territory();
    await importText(root, `${header}1,Cedar,Havn,500,2026-01-05,Approved\n`);
    await importText(root, 'Registration ID,Partner,Submitted Date,Customer\n1,Fjord,2026-01-05,Havn\n');
    const files = await filesOf(root);
    expect(files['partners/cedar/registrations.csv']).not.toContain('Havn');
    expect(files['partners/fjord/registrations.csv']).toContain('export,1,Havn,500,approved,2026-01-05');
  });

  it('without an id are known by what lasts, so that a new status updates them', async () => {
    const root = await territory();
    const anonymous = 'Partner,Customer,Project Name,Submitted Date,Registration Status,Protected Until\n';
    await importText(root, `${anonymous}Cedar,Havn,Wifi,2026-01-05,Pending,2026-07-01\n`);
    const report = await importText(root, `${anonymous}Cedar,Havn,Wifi,2026-01-05,Approved,2026-07-01\n`);
    expect(report).toMatchObject({ created: 0, updated: 1, withoutId: 1 });
  });

  it('empty what the file has empty, and keep what the file does not carry', async () => {
    const root = await territory({
      'partners/cedar/registrations.csv':
        'source,id,account,amount,status,registered_by\nexport,1,Havn,500,approved,Ida\n',
    });
    await importText(root, `${header}1,Cedar,Havn,,2026-01-05,Approved\n`);
    expect((await filesOf(root))['partners/cedar/registrations.csv']).toBe(
      'source,id,account,amount,status,registered_by,submitted\nexport,1,Havn,,approved,Ida,2026-01-05\n',
    );
  });

  it('under a second name for their source are refused: they would be there twice', async () => {
    const root = await territory();
    const rows = `${header}1,Cedar,Havn,500,2026-01-05,Approved\n2,Cedar,Fjord,5,2026-01-05,Open\n`;
    await importText(root, rows, { file: 'portal.csv' });
    await expect(importText(root, rows, { file: 'other.csv' })).rejects.toThrow(
      'other.csv: 2 of 2 ids are those of registrations from "portal" in this territory; as registrations from "other" they would be there twice.',
    );
  });

  it('with a label or a number that cannot be read are named with their cell', async () => {
    const report = await importText(
      await territory(),
      'Partner,Customer,Industry,Employees,Consent to Share\nCedar,Havn,Ships,many,maybe\nCedar,Skov,Wood,12,yes\n',
    );
    expect(report.rejected[0]).toMatchObject({
      where: 'export.csv:2',
      why: 'Employees: "many" is no number with a decimal point',
    });
    expect(report).toMatchObject({ created: 1 });
  });
});
