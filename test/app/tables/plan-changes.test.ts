import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planTableChanges } from '../../../src/app/tables/plan-changes.ts';
import { tableById } from '../../../src/app/tables/registry.ts';
import { newTerritoryFile, DEFAULT_ANSWERS } from '../../../src/app/territory/new-territory-file.ts';
import { loadTerritory } from '../../../src/input/load-territory.ts';
import type { RowChange, TableChanges } from '../../../src/app/tables/table.ts';

const PROFILE = `# Met at the fair.
name: Bluefjord Systems # as on the contract
type: msp
aliases:
  - Blue Fjord # in the CRM
  - BFS
contacts:
  - { name: Rhys Cobalt, role: Owner } # the boss
  - { name: Una Vey }
targets:
  - { fiscal_year: FY26, agreed: 2025-07-01, quarters: [ 10, 20, 30, 40 ] }
`;
const DEALS = `source,id,status,amount,name\ncrm,1,open,1240.50,"Rollout"\ncrm,2,won,00900,Second\n`;

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cam-plan-'));
  await put('cam.yaml', newTerritoryFile(DEFAULT_ANSWERS));
  await put('partners/bluefjord/partner.yaml', PROFILE);
  await put('partners/bluefjord/deals.csv', DEALS);
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

async function plan(changes: Readonly<Record<string, readonly RowChange[]>>, planned?: ReadonlyMap<string, string>) {
  const { territory } = await loadTerritory(root);
  const wanted = Object.entries(changes).map(([id, own]): TableChanges => ({ table: tableById(id), changes: own }));
  const files = await planTableChanges(territory!, wanted, planned && { planned });
  return Object.fromEntries(files.map(({ path, content }) => [path, content]));
}

const partner = 'bluefjord';
const at = (index: number, values: Record<string, string | number | boolean | undefined>): RowChange => ({
  kind: 'set',
  partner,
  index,
  values,
});

describe('changing rows of the tables of a territory', () => {
  it('changes several tables of one file at once and keeps every comment', async () => {
    const files = await plan({
      contacts: [
        at(0, { role: 'CEO' }),
        at(1, { qbr: true }),
        { kind: 'add', partner, values: { name: 'Pia', champion: true } },
      ],
      partners: [at(0, { type: 'var', tier: 'gold' })],
      targets: [at(0, { q3: 35 })],
    });
    const expected = PROFILE.replace('msp', 'var')
      .replace('Owner', 'CEO')
      .replace('{ name: Una Vey }\n', '{ name: Una Vey, qbr: true }\n  - { name: Pia, champion: true }\n')
      .replace('30,', '35,');
    expect(files).toEqual({ 'partners/bluefjord/partner.yaml': `${expected}tier: gold\n` });
  });

  it('changes only the cells named of a CSV file', async () => {
    const files = await plan({
      deals: [at(1, { status: 'lost', amount: 950 }), { kind: 'remove', partner, index: 0 }],
    });
    expect(files).toEqual({
      'partners/bluefjord/deals.csv': DEALS.replace('crm,1,open,1240.50,"Rollout"\n', '').replace(
        'won,00900',
        'lost,950',
      ),
    });
  });

  it('makes the files that were not there, with the schema that editors look for', async () => {
    const files = await plan({
      partners: [
        { kind: 'add', partner: 'nord', values: { name: 'Nord: A/S', type: 'isv', aliases: 'N; O', lapsed: false } },
      ],
      contacts: [{ kind: 'add', partner: 'nord', values: { name: 'Ole', role: 'CTO' } }],
      targets: [
        {
          kind: 'add',
          partner: 'nord',
          values: { fiscal_year: 'FY26', agreed: '2025-07-01', q1: 1, q2: 2, q3: 3, q4: 4 },
        },
      ],
      facts: [{ kind: 'add', partner: 'nord', values: { metric: 'pos', period: '2026-01', value: 1e-7 } }],
      funds: [{ kind: 'add', values: { id: 'F1', partner: 'nord', period: 'FY26-Q1', approved: 500 } }],
      commitments: [
        {
          kind: 'add',
          partner,
          values: { id: 'C1', side: 'vendor', what: 'Call', owner: 'I', due: '2026-01-01', made: 'FY26-Q2' },
        },
      ],
    });
    expect(files).toEqual({
      'partners/nord/partner.yaml':
        '# yaml-language-server: $schema=../../.cam/schemas/partner.json\nname: "Nord: A/S"\ntype: isv\nlapsed: false\naliases:\n  - N\n  - O\n' +
        'contacts:\n  - { name: Ole, role: CTO }\ntargets:\n  - { fiscal_year: FY26, agreed: 2025-07-01, quarters: [ 1, 2, 3, 4 ] }\n',
      'partners/nord/facts.csv': 'metric,period,value\npos,2026-01,0.0000001\n',
      'funds.yaml':
        '# yaml-language-server: $schema=.cam/schemas/funds.json\nfunds:\n  - { id: F1, partner: nord, period: FY26-Q1, approved: 500 }\n',
      'partners/bluefjord/commitments.yaml':
        '# yaml-language-server: $schema=../../.cam/schemas/commitments.json\ncommitments:\n' +
        '  - { id: C1, side: vendor, what: Call, owner: I, due: 2026-01-01, made: FY26-Q2 }\n',
    });
  });

  it('turns a yearly target into quarters and back as one change', async () => {
    const annual = { q1: undefined, q2: undefined, q3: undefined, q4: undefined, annual: 120 };
    const files = await plan({ targets: [at(0, annual)] });
    expect(files['partners/bluefjord/partner.yaml']).toBe(
      PROFILE.replace('quarters: [ 10, 20, 30, 40 ]', 'annual: 120'),
    );
  });

  it('takes entries out of a list of words and puts new ones behind, with their comments kept', async () => {
    const files = await plan({ partners: [at(0, { aliases: 'Blue Fjord; "Fjord; Blue"' })] });
    expect(files['partners/bluefjord/partner.yaml']).toBe(PROFILE.replace('- BFS', '- Fjord; Blue'));
  });

  it('sets what the program says, and takes a setting out', async () => {
    const rows = tableById('program').rowsOf((await loadTerritory(root)).territory!);
    const index = (name: string) => rows.findIndex(({ values }) => values['setting'] === name);
    const files = await plan({
      program: [
        { kind: 'set', index: index('vendor.name'), values: { value: 'Acme' } },
        { kind: 'set', index: index('thresholds.quiet_days'), values: { value: 30 } },
        { kind: 'add', values: { setting: 'cam.quota.FY26', value: 1_000_000 } },
      ],
      stages: [{ kind: 'set', index: 0, values: { probability_percent: undefined } }],
    });
    const text = files['cam.yaml']!;
    expect(text).toContain('vendor:\n  name: Acme\n');
    expect(text).toContain('  - { name: Qualify, status: open }\n');
    expect((await loadTerritory(root)).territory!.config.stages).toHaveLength(6);
    await put('cam.yaml', text);
    const { territory, problems } = await loadTerritory(root);
    expect(problems).toEqual([]);
    expect(territory!.config.thresholds.quiet_days).toBe(30);
    expect(territory!.config.cam.quota).toEqual({ FY26: 1_000_000 });
  });

  it('leaves out a file that ends up as it stands, and edits further what is planned already', async () => {
    expect(await plan({ contacts: [at(0, { role: 'Owner' })] })).toEqual({});
    const path = 'partners/nord/partner.yaml';
    const files = await plan(
      { contacts: [{ kind: 'add', partner: 'nord', values: { name: 'Ole' } }] },
      new Map([[path, 'name: Nord\ntype: isv\n']]),
    );
    expect(files).toEqual({ [path]: 'name: Nord\ntype: isv\ncontacts:\n  - { name: Ole }\n' });
  });
});
