import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { mergePartner } from '../../../src/app/partner-changes/merge-partner.ts';
import { importText } from '../import/import-on-disk.ts';
import { changing, errorsOf, ridgeAndBluefjord, textsOf } from './changed-territory.ts';

const merge = (root: string, more: Partial<Parameters<typeof mergePartner>[0]> = {}) =>
  mergePartner({ ...changing(root), id: 'ridge-it', into: 'bluefjord', ...more });

const DEALS = {
  'partners/ridge-it/deals.csv': 'source,id,amount,status,stage\ncrm,1,100.50,open,Propose\ncrm,2,200,won,Won\n',
  'partners/bluefjord/deals.csv': 'source,id,amount,status,next_step\ncrm,3,300,open,Call\n',
};

describe('the deals of two partners that become one', () => {
  it('stand all with the one that stays, to the letter; the other folder is kept whole in the history', async () => {
    const root = await ridgeAndBluefjord({
      ...DEALS,
      'partners/bluefjord/partner.yaml': 'name: Bluefjord Systems\ntype: var\n',
    });
    const before = await textsOf(root);
    const merged = await merge(root);
    expect(merged).toMatchObject({ id: 'ridge-it', into: { id: 'bluefjord' }, history: 'history/ridge-it', both: [] });
    expect(merged.taken).toContainEqual({ what: 'deals', count: 2 });
    const after = await textsOf(root);
    expect(after['partners/bluefjord/deals.csv']).toBe(
      'source,id,amount,status,next_step,stage\ncrm,3,300,open,Call,\ncrm,1,100.50,open,,Propose\ncrm,2,200,won,,Won\n',
    );
    expect(Object.keys(after).filter((path) => path.startsWith('partners/ridge-it'))).toEqual([]);
    for (const file of ['deals.csv', 'partner.yaml']) {
      expect(after[`history/ridge-it/${file}`]).toBe(before[`partners/ridge-it/${file}`]);
    }
    expect(parse(after['history/ridge-it/merged.yaml']!)).toEqual({ into: 'bluefjord', on: '2026-03-15' });
    expect(await errorsOf(root)).toEqual([]);
  });

  it('are named where a column was loaded for one of the two only', async () => {
    const { warnings } = await merge(await ridgeAndBluefjord(DEALS));
    expect(warnings).toEqual([
      {
        where: 'partners/bluefjord/deals.csv',
        message: 'stage was not loaded for bluefjord and now reads as empty there',
      },
      {
        where: 'partners/bluefjord/deals.csv',
        message: 'next_step was not loaded for ridge-it and now reads as empty there',
      },
    ]);
  });

  it('stand once when both have them: what the one that stays says, and the other is named', async () => {
    const root = await ridgeAndBluefjord({
      'partners/ridge-it/deals.csv': 'source,id,amount,status\ncrm,1,100,open\ncrm,2,200,won\n',
      'partners/bluefjord/deals.csv': 'source,id,amount,status\ncrm,1,150,won\ncrm,2,200,won\n',
    });
    expect(await errorsOf(root)).not.toEqual([]);
    expect((await merge(root)).both.filter(({ file }) => file === 'deals.csv')).toEqual([
      { file: 'deals.csv', what: 'crm:1', kept: 'amount 150, status won', left: 'amount 100, status open' },
      { file: 'deals.csv', what: 'crm:2', kept: 'the same' },
    ]);
    const after = await textsOf(root);
    expect(after['partners/bluefjord/deals.csv']).toBe('source,id,amount,status\ncrm,1,150,won\ncrm,2,200,won\n');
    expect(parse(after['history/ridge-it/merged.yaml']!)).toMatchObject({
      not_taken: expect.arrayContaining([expect.objectContaining({ what: 'crm:1', left: 'amount 100, status open' })]),
    });
    expect(await errorsOf(root)).toEqual([]);
  });

  it('keep their currency when the two partners have different ones', async () => {
    const root = await ridgeAndBluefjord({
      'partners/ridge-it/partner.yaml': 'name: Ridge IT\ntype: var\ncurrency: EUR\n',
      'partners/ridge-it/deals.csv': 'source,id,amount,status\ncrm,1,100,open\ncrm,2,,open\n',
    });
    await merge(root);
    expect((await textsOf(root))['partners/bluefjord/deals.csv']).toBe(
      'source,id,amount,status,currency\ncrm,1,100,open,EUR\ncrm,2,,open,\n',
    );
  });

  it('no longer name the other as a further partner; deals of third ones name the one that stays', async () => {
    const root = await ridgeAndBluefjord({
      'partners/ridge-it/deals.csv': 'source,id,status,other_partners\ncrm,1,open,bluefjord:fulfil; cedar:sourced\n',
      'partners/bluefjord/deals.csv': 'source,id,status,other_partners\ncrm,2,open,ridge-it:sourced\n',
      'partners/cedar/deals.csv':
        'source,id,status,other_partners\ncrm,3,open,ridge-it:influenced;bluefjord:influenced\ncrm,4,won,\n',
    });
    expect((await merge(root)).taken).toContainEqual({ what: 'shares in deals of others', count: 1 });
    const after = await textsOf(root);
    expect(after['partners/bluefjord/deals.csv']).toBe(
      'source,id,status,other_partners\ncrm,2,open,\ncrm,1,open,cedar:sourced\n',
    );
    expect(after['partners/cedar/deals.csv']).toBe(
      'source,id,status,other_partners\ncrm,3,open,bluefjord:influenced\ncrm,4,won,\n',
    );
  });
});

describe('imports after a merge', () => {
  it('bring the rows of both names, of the domain, the CRM id and the old id to the partner that stays', async () => {
    const root = await ridgeAndBluefjord({
      ...DEALS,
      'partners/ridge-it/partner.yaml':
        'name: Summit Group\ntype: var\nformer_names: [{ name: Ridge IT GmbH, until: 2025-01-01 }]\n' +
        'aliases: [Ridge]\ndomains: [ridge.example]\ncrm_ids: [ACC-7]\n',
    });
    const { taken } = await merge(root);
    expect(taken).toEqual(
      expect.arrayContaining([
        { what: 'names', count: 3 },
        { what: 'domains', count: 1 },
        { what: 'CRM ids', count: 1 },
      ]),
    );
    const names = ['Summit Group', 'Ridge IT', 'ridge', 'ridge-it', 'Bluefjord Systems', 'ACC-7', 'www.ridge.example'];
    const rows = names.map((name, index) => `9${index},${name},Propose,10\n`).join('');
    const report = await importText(root, `Opportunity ID,Partner,Stage,Amount\n${rows}`);
    expect(report).toMatchObject({ created: names.length, unmatched: [], rejected: [] });
    expect(report.totals.byPartner).toMatchObject({ bluefjord: { rows: names.length } });
  });

  it('move deals that the CRM gives to a third partner', async () => {
    const root = await ridgeAndBluefjord(DEALS);
    await merge(root);
    const rows =
      'Opportunity ID,Partner,Stage,Amount\n1,Cedar Networks,Propose,100\n2,Ridge IT,Won,200\n3,Bluefjord Systems,Propose,300\n';
    const report = await importText(root, rows, { file: 'crm.csv' });
    expect(report).toMatchObject({ created: 0, moved: 1, vanished: [] });
    const after = await textsOf(root);
    expect(after['partners/cedar/deals.csv']).toContain('crm,1,');
    expect(after['partners/bluefjord/deals.csv']).not.toContain('crm,1,');
    expect(await errorsOf(root)).toEqual([]);
  });

  it('follow a remembered mapping that named the partner that went', async () => {
    const mapping = '# ours\ncolumns: { id: Nr }\npartners:\n  Ridge (Zug): ridge-it # never changed\n  Cedar: cedar\n';
    const root = await ridgeAndBluefjord({ ...DEALS, 'mappings/crm.yaml': mapping });
    expect((await merge(root)).taken).toContainEqual({ what: 'names in mappings', count: 1 });
    expect((await textsOf(root))['mappings/crm.yaml']).toBe(
      mapping.replace('ridge-it # never changed', 'bluefjord # never changed'),
    );
  });

  it('are warned of when a mapping cannot be read', async () => {
    const root = await ridgeAndBluefjord({ 'mappings/crm.yaml': 'columns: 7\n' });
    expect((await merge(root)).warnings).toEqual([
      { where: 'mappings/crm.yaml', message: 'could not be read: where it says ridge-it, write bluefjord' },
    ]);
  });

  it('are warned of when a third partner goes by one of the names', async () => {
    const root = await ridgeAndBluefjord({
      'partners/cedar/partner.yaml': 'name: Cedar\ntype: var\naliases: [Ridge IT]\n',
    });
    expect((await merge(root)).warnings).toEqual([
      {
        where: 'partners/bluefjord/partner.yaml',
        message: 'exports that say "Ridge IT GmbH" may mean cedar, too',
      },
    ]);
  });
});

describe('the profiles of two partners that become one', () => {
  const PROFILES = {
    'partners/ridge-it/partner.yaml': `name: Ridge IT
type: var
tier: silver
life_stage: onboard
agreement_signed: 2024-02-01
verticals: [Health, Retail]
contacts:
  - { name: Ada Berg, role: Owner, email: ada@ridge.example, champion: true }
  - { name: Jo Lind, email: jo@ridge.example }
  - { name: Ola Nord, email: ola@ridge.example }
targets:
  - { fiscal_year: FY25, agreed: 2024-07-01, annual: 100000 }
  - { fiscal_year: FY26, agreed: 2025-07-01, quarters: [50000, 50000, 50000, 50000] }
certifications:
  - { holder: Ada Berg, role: sales, expires: 2026-09-30 }
  - { holder: Jo Lind, role: technical }
tasks:
  - { id: kickoff, title: Kick-off, done: 2024-03-01 }
  - { id: demo, title: Demo }
meetings:
  - { kind: qbr, quarter: FY26-Q2, date: 2026-01-20, held: true }
  - { kind: qbr, quarter: FY26-Q3, planned_week: 2026-04-20 }
notes: Pays late.
`,
    'partners/bluefjord/partner.yaml': `name: Bluefjord Systems
type: msp
# what we agreed
tier: gold
verticals: [retail]
contacts:
  - { name: Ada Berg } # met in May
  - { name: Ola Nord, email: ola@bluefjord.example }
targets:
  - { fiscal_year: FY26, agreed: 2025-07-01, annual: 500000 }
certifications:
  - { holder: Ada Berg, role: sales, expires: 2026-12-31 }
tasks:
  - { id: kickoff, title: Kick-off }
meetings:
  - { kind: qbr, quarter: FY26-Q3, planned_week: 2026-04-13 }
notes: Likes mornings.
`,
  };

  it('add what the one that stays lacks and keep what both say once', async () => {
    const root = await ridgeAndBluefjord(PROFILES);
    const { both } = await merge(root);
    const text = (await textsOf(root))['partners/bluefjord/partner.yaml']!;
    expect(text).toContain('# what we agreed\n');
    expect(text).toContain('# met in May');
    expect(parse(text)).toEqual({
      name: 'Bluefjord Systems',
      type: 'msp',
      tier: 'gold',
      life_stage: 'onboard',
      agreement_signed: '2024-02-01',
      aliases: ['Ridge IT'],
      verticals: ['retail', 'Health'],
      contacts: [
        { name: 'Ada Berg', role: 'Owner', email: 'ada@ridge.example', champion: true },
        { name: 'Ola Nord', email: 'ola@bluefjord.example' },
        { name: 'Jo Lind', email: 'jo@ridge.example' },
        { name: 'Ola Nord', email: 'ola@ridge.example' },
      ],
      targets: [
        { fiscal_year: 'FY26', agreed: '2025-07-01', annual: 500_000 },
        { fiscal_year: 'FY25', agreed: '2024-07-01', annual: 100_000 },
      ],
      certifications: [
        { holder: 'Ada Berg', role: 'sales', expires: '2026-12-31' },
        { holder: 'Jo Lind', role: 'technical' },
      ],
      tasks: [
        { id: 'kickoff', title: 'Kick-off' },
        { id: 'demo', title: 'Demo' },
      ],
      meetings: [
        { kind: 'qbr', quarter: 'FY26-Q3', planned_week: '2026-04-13' },
        { kind: 'qbr', quarter: 'FY26-Q2', date: '2026-01-20', held: true },
      ],
      notes: 'Likes mornings.\n\nFrom Ridge IT, merged on 2026-03-15:\nPays late.',
    });
    expect(both.map(({ what, kept, left }) => [what, kept, left])).toEqual([
      ['type', 'msp', 'var'],
      ['tier', 'gold', 'silver'],
      ['target FY26', '$500,000', '$200,000; together $700,000'],
      ['certificate of Ada Berg', 'valid until 2026-12-31', 'valid until 2026-09-30'],
      ['task kickoff', 'not done', 'done on 2024-03-01'],
      ['qbr of FY26-Q3', 'planned in the week of 2026-04-13', 'planned in the week of 2026-04-20'],
    ]);
    expect(await errorsOf(root)).toEqual([]);
  });

  it('leave targets and facts of another currency where they are, by name', async () => {
    const root = await ridgeAndBluefjord({
      'partners/ridge-it/partner.yaml':
        'name: Ridge IT\ntype: var\ncurrency: EUR\ntargets: [{ fiscal_year: FY26, agreed: 2025-07-01, annual: 9000 }]\n',
      'partners/ridge-it/facts.csv': 'metric,period,value,currency\nbookings,2026-01,500,\nservices,2026-01,70,USD\n',
    });
    const { both } = await merge(root);
    expect(both).toEqual([
      { file: 'facts.csv', what: 'bookings 2026-01', kept: 'nothing, figures are in USD', left: '500 in EUR' },
      { file: 'partner.yaml', what: 'type', kept: 'msp', left: 'var' },
      { file: 'partner.yaml', what: 'currency', kept: 'USD', left: 'EUR' },
      { file: 'partner.yaml', what: 'target FY26', kept: 'none, targets are in USD', left: '€9,000' },
    ]);
    const after = await textsOf(root);
    expect(after['partners/bluefjord/facts.csv']).toBe('metric,period,value,currency\nservices,2026-01,70,USD\n');
    expect(after['partners/bluefjord/partner.yaml']).not.toContain('9000');
  });

  it('keep private notes that would be too long together in the history, and say so', async () => {
    const notes = (words: string) => `notes: ${words.repeat(300)}\n`;
    const root = await ridgeAndBluefjord({
      'partners/ridge-it/partner.yaml': `name: Ridge IT\ntype: msp\n${notes('pays late ')}`,
      'partners/bluefjord/partner.yaml': `name: Bluefjord\ntype: msp\n${notes('likes mornings ')}`,
    });
    expect((await merge(root)).both).toEqual([
      {
        file: 'partner.yaml',
        what: 'notes',
        kept: 'as they are',
        left: '2999 characters, in history/ridge-it/partner.yaml',
      },
    ]);
  });

  it('say that certificates of one were unknown instead of counting them as none', async () => {
    const certificates = 'certifications: [{ holder: A, role: sales }]\n';
    const root = await ridgeAndBluefjord({
      'partners/ridge-it/partner.yaml': `name: Ridge IT\ntype: msp\n${certificates}`,
    });
    expect((await merge(root)).warnings).toEqual([
      {
        where: 'partners/bluefjord/partner.yaml',
        message: 'the certificates of bluefjord were not known: there may be more than are counted now',
      },
    ]);
  });
});

describe('whoever belonged to the partner that goes', () => {
  it('belongs to the one that stays', async () => {
    const root = await ridgeAndBluefjord({
      'partners/cedar/partner.yaml': 'name: Cedar\nparent: ridge-it # since May\ntype: var\n',
      'funds.yaml':
        'funds:\n  - { id: f1, partner: ridge-it, period: FY26-Q3, approved: 900 }\n  - { id: f2, partner: cedar, period: FY26 }\n',
    });
    const { taken } = await merge(root);
    expect(taken).toContainEqual({ what: 'partners that belong to it', count: 1 });
    expect(taken).toContainEqual({ what: 'lines of funds', count: 1 });
    const after = await textsOf(root);
    expect(after['partners/cedar/partner.yaml']).toBe('name: Cedar\nparent: bluefjord # since May\ntype: var\n');
    expect(parse(after['funds.yaml']!)).toEqual({
      funds: [
        { id: 'f1', partner: 'bluefjord', period: 'FY26-Q3', approved: 900 },
        { id: 'f2', partner: 'cedar', period: 'FY26' },
      ],
    });
    expect(await errorsOf(root)).toEqual([]);
  });

  it.each([
    ['directly', 'parent: ridge-it', 'parent: cedar'],
    ['two steps down', 'parent: cedar', 'parent: ridge-it'],
  ])('takes its place when it is the one that stays, %s', async (_, bluefjord, cedar) => {
    const root = await ridgeAndBluefjord({
      'partners/bluefjord/partner.yaml': `name: Bluefjord\ntype: msp\n${bluefjord}\n`,
      'partners/cedar/partner.yaml': `name: Cedar\ntype: var\n${bluefjord === 'parent: cedar' ? cedar : ''}\n`,
    });
    await merge(root);
    const after = await textsOf(root);
    expect(after['partners/bluefjord/partner.yaml']).not.toContain('parent');
    expect(await errorsOf(root)).toEqual([]);
  });
});

describe('commitments, facts and other files of two partners', () => {
  const entry = (id: string, what: string, more = '') =>
    `  - { id: ${id}, side: vendor, what: ${what}, owner: Us, due: 2026-04-01, made: FY26-Q2${more} }\n`;

  it('keep every commitment: an id that is taken is prefixed, what continues it follows', async () => {
    const root = await ridgeAndBluefjord({
      'partners/ridge-it/commitments.yaml': `commitments:\n${entry('c1', 'Leads')}${entry('c2', 'More leads', ', carried_from: c1')}none_made: [FY26-Q1, FY25-Q4]\n`,
      'partners/bluefjord/commitments.yaml': `# ledger\ncommitments:\n${entry('c1', 'Sponsor', ', made_up: 1').replace(', made_up: 1', '')}none_made: [FY26-Q2]\n`,
    });
    expect((await merge(root)).taken).toContainEqual({ what: 'commitments', count: 2 });
    const text = (await textsOf(root))['partners/bluefjord/commitments.yaml']!;
    expect(text).toContain('# ledger');
    const ledger = parse(text) as { commitments: Record<string, string>[]; none_made: string[] };
    expect(ledger.commitments.map(({ id, what, carried_from: from }) => [id, what, from])).toEqual([
      ['c1', 'Sponsor', undefined],
      ['ridge-it-c1', 'Leads', undefined],
      ['c2', 'More leads', 'ridge-it-c1'],
    ]);
    expect(ledger.none_made).toEqual(['FY26-Q1', 'FY25-Q4']);
    expect(await errorsOf(root)).toEqual([]);
  });

  it('keep one of two facts for the same metric and period, and never their sum', async () => {
    const root = await ridgeAndBluefjord({
      'partners/ridge-it/facts.csv':
        'metric,period,value\nsatisfaction,2026-01,70\nservices,2026-01,50\nservices,2026-02,9\n',
      'partners/bluefjord/facts.csv': 'metric,period,value\nsatisfaction,2026-01,80\nservices,2026-01,50\n',
    });
    expect((await merge(root)).both.filter(({ file }) => file === 'facts.csv')).toEqual([
      { file: 'facts.csv', what: 'satisfaction:2026-01', kept: 'value 80', left: 'value 70' },
      { file: 'facts.csv', what: 'services:2026-01', kept: 'value 50', left: 'value 50' },
    ]);
    expect((await textsOf(root))['partners/bluefjord/facts.csv']).toBe(
      'metric,period,value\nsatisfaction,2026-01,80\nservices,2026-01,50\nservices,2026-02,9\n',
    );
  });

  it('say which bookings stop counting because the other has deals of that month', async () => {
    const root = await ridgeAndBluefjord({
      'partners/ridge-it/facts.csv': 'metric,period,value\nbookings,2026-01,7000\nbookings,2025-12,300\n',
      'partners/bluefjord/deals.csv': 'source,id,status,amount,close_date\ncrm,1,won,10,2026-01-20\n',
    });
    expect((await merge(root)).warnings).toEqual([
      {
        where: 'partners/bluefjord/facts.csv',
        message:
          'bookings of ridge-it without deals (2026-01: 7000) no longer count, because deals of that month are there',
      },
    ]);
  });

  it('take registrations, leads, activities and accounts over by their own keys', async () => {
    const root = await ridgeAndBluefjord({
      'partners/ridge-it/registrations.csv': 'source,id,account\nportal,R1,Oslo\nportal,R2,Bergen\n',
      'partners/bluefjord/registrations.csv': 'source,id,account\nportal,R1,Oslo\n',
      'partners/ridge-it/leads.csv': 'source,id,company\nfair,1,Acme\n',
      'partners/ridge-it/activities.csv': 'source,id,date,notes\ncam,1,2026-02-01,private\n',
      'partners/ridge-it/accounts.csv': 'account,product,status\nOslo,Core,owned\nOslo,,gap\n',
      'partners/bluefjord/accounts.csv': 'account,product,status\nOslo,Core,gap\n',
    });
    const { taken, both } = await merge(root);
    expect(Object.fromEntries(taken.map(({ what, count }) => [what, count]))).toMatchObject({
      registrations: 1,
      leads: 1,
      activities: 1,
      accounts: 1,
    });
    expect(both.filter(({ file }) => file !== 'partner.yaml')).toEqual([
      { file: 'registrations.csv', what: 'portal:R1', kept: 'the same' },
      { file: 'accounts.csv', what: 'Oslo:Core', kept: 'status gap', left: 'status owned' },
    ]);
    expect(await errorsOf(root)).toEqual([]);
  });

  it('move plans, reviews and the owner’s own files whole; one that both have stays, the other is in the history', async () => {
    const root = await ridgeAndBluefjord({
      'partners/ridge-it/qbr/FY26-Q2.yaml': 'date: 2026-01-20\n',
      'partners/ridge-it/qbr/FY26-Q3.yaml': 'date: 2026-04-20\n',
      'partners/ridge-it/qbr/FY26-Q3.partner.baseline.json': '{}',
      'partners/ridge-it/contracts/2024.txt': 'signed',
      'partners/bluefjord/qbr/FY26-Q3.yaml': 'date: 2026-04-13\n',
    });
    expect((await merge(root)).both).toContainEqual({
      file: 'qbr/FY26-Q3.yaml',
      what: 'the whole file',
      kept: 'that of bluefjord',
      left: 'in history/ridge-it/qbr/FY26-Q3.yaml',
    });
    const after = await textsOf(root);
    expect(after).toMatchObject({
      'partners/bluefjord/qbr/FY26-Q2.yaml': 'date: 2026-01-20\n',
      'partners/bluefjord/qbr/FY26-Q3.yaml': 'date: 2026-04-13\n',
      'partners/bluefjord/contracts/2024.txt': 'signed',
      'history/ridge-it/qbr/FY26-Q3.yaml': 'date: 2026-04-20\n',
    });
    expect(after).not.toHaveProperty(['partners/bluefjord/qbr/FY26-Q3.partner.baseline.json']);
  });
});

describe('any deals of two partners', () => {
  const deals = fc.uniqueArray(
    fc.record({ id: fc.integer({ min: 1, max: 8 }), amount: fc.integer({ min: 0, max: 9999 }) }),
    { selector: ({ id }) => id, maxLength: 8 },
  );
  const csv = (rows: readonly { readonly id: number; readonly amount: number }[]) =>
    `source,id,amount,status\n${rows.map(({ id, amount }) => `crm,${id},${amount},open\n`).join('')}`;

  it('stand once each, those of the partner that stays before the others', () =>
    fc.assert(
      fc.asyncProperty(deals, deals, async (ridge, bluefjord) => {
        const root = await ridgeAndBluefjord({
          'partners/ridge-it/deals.csv': csv(ridge),
          'partners/bluefjord/deals.csv': csv(bluefjord),
        });
        const { both } = await merge(root);
        const shared = ridge.filter(({ id }) => bluefjord.some((known) => known.id === id));
        expect(both.filter(({ file }) => file === 'deals.csv').map(({ what }) => what)).toEqual(
          shared.map(({ id }) => `crm:${id}`),
        );
        const after = await textsOf(root);
        expect(after['partners/bluefjord/deals.csv']).toBe(
          csv([...bluefjord, ...ridge.filter((deal) => !shared.includes(deal))]),
        );
        expect(await errorsOf(root)).toEqual([]);
      }),
      { numRuns: 25 },
    ));
});

describe('a merge', () => {
  it('shows everything in a dry run and writes nothing', async () => {
    const root = await ridgeAndBluefjord(DEALS);
    const before = await textsOf(root);
    const shown = await merge(root, { dryRun: true });
    expect(await textsOf(root)).toEqual(before);
    const done = await merge(root);
    expect(done).toEqual(shown);
  });

  it('that was interrupted before the folder moved is repeated without taking anything twice', async () => {
    const ledger = (what: string) =>
      `commitments:\n  - { id: c1, side: vendor, what: ${what}, owner: Us, due: 2026-04-01, made: FY26-Q2 }\n`;
    const files = {
      ...DEALS,
      'partners/ridge-it/commitments.yaml': ledger('Leads'),
      'partners/bluefjord/commitments.yaml': ledger('Sponsor'),
    };
    const whole = await ridgeAndBluefjord(files);
    await merge(whole);
    const wanted = await textsOf(whole);
    // What an interruption leaves: all of the partner that stays is written, the other one is still there.
    const stays = Object.entries(wanted).filter(([path]) => path.startsWith('partners/bluefjord/'));
    const half = await ridgeAndBluefjord({ ...files, ...Object.fromEntries(stays) });
    await merge(half);
    const after = await textsOf(half);
    for (const [path, text] of stays) expect(after[path], path).toBe(text);
  });

  it('keeps two partners of one id apart in the history', async () => {
    const root = await ridgeAndBluefjord({ 'history/ridge-it/partner.yaml': 'name: An earlier one\n' });
    expect((await merge(root)).history).toBe('history/ridge-it-2');
    expect((await textsOf(root))['history/ridge-it/partner.yaml']).toBe('name: An earlier one\n');
  });

  it.each([
    ['into itself', { into: 'ridge-it' }, {}, 'usage', 'ridge-it cannot be merged into itself.', undefined],
    ['of a partner nobody has', { id: 'rigde' }, {}, 'usage', 'There is no partner "rigde".', expect.any(String)],
    [
      'into a partner nobody has',
      { into: 'bluefjrod' },
      {},
      'usage',
      'There is no partner "bluefjrod".',
      'Did you mean bluefjord?',
    ],
    [
      'into a partner that is retired',
      {},
      { 'partners/bluefjord/partner.yaml': 'name: Bluefjord\ntype: msp\nretired: 2026-01-31\n' },
      'data',
      'bluefjord is retired since 2026-01-31: nothing is merged into it.',
      'Take that back first: cam partner retire bluefjord --undo',
    ],
    [
      'beside a partner that cannot be read',
      {},
      { 'partners/cedar/partner.yaml': 'name: Cedar\n' },
      'data',
      'partners/cedar/partner.yaml:1: type: is missing.',
      'A merge changes what names the partner: mend this first. cam check shows all.',
    ],
    [
      'of a partner with an error in its files',
      {},
      { 'partners/ridge-it/deals.csv': 'source,id,status\ncrm,1,opne\n' },
      'data',
      expect.stringMatching(/^partners\/ridge-it\/deals\.csv:2: /),
      'cam check partners/ridge-it shows every problem.',
    ],
  ])('is refused %s', async (_, request, files, kind, message, remedy) => {
    const root = await ridgeAndBluefjord(files as Record<string, string>);
    const before = await textsOf(root);
    await expect(merge(root, request)).rejects.toMatchObject({ kind, message, remedy });
    expect(await textsOf(root)).toEqual(before);
  });
});
