import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editPartner } from '../../../src/app/partner-edit/edit-partner.ts';
import type { PartnerEdit } from '../../../src/app/partner-edit/partner-edit.ts';
import { typedEdits } from '../../../src/cli/commands/partner/typed-edits.ts';
import { day } from '../../domain/given.ts';
import { changing, errorsOf, ridgeAndBluefjord, textsOf } from '../partner-changes/changed-territory.ts';

const PROFILE = 'partners/bluefjord/partner.yaml';
const FACTS = 'partners/bluefjord/facts.csv';
const PARTNER = `# Bluefjord, looked after since 2024.
name: Bluefjord Systems
type: msp
tier: gold # since the spring
contacts:
  - { name: Mara Quellin, role: Owner } # prefers the telephone
  - { name: Jonas Feld }
certifications:
  - { holder: Ana Ruiz, role: technical, level: TS-100, expires: 2026-03-01 }
tasks:
  - { id: kickoff, title: Kick-off call, done: 2026-01-05 }
  - { id: access, title: Price list and access }
meetings:
  - { kind: qbr, quarter: FY26-Q1, planned_week: 2026-03-23 }
targets:
  - { fiscal_year: FY26, agreed: 2025-12-01, annual: 400000 }
  - { fiscal_year: FY26, agreed: 2026-02-01, annual: 480000 } # raised
aliases: [ BFS ]
`;

const territory = (files: Readonly<Record<string, string>> = {}) => ridgeAndBluefjord({ [PROFILE]: PARTNER, ...files });
const profile = (root: string) => readFile(join(root, PROFILE), 'utf8');

/** Edits as a command line says them. */
const edit = (
  root: string,
  options: Parameters<typeof typedEdits>[0],
  more: { dryRun?: boolean; force?: boolean } = {},
) =>
  editPartner(
    { ...changing(root, { dryRun: more.dryRun ?? false }), id: 'bluefjord', force: more.force ?? false },
    typedEdits(options),
  );

/** The lines of the profile that are different afterwards. */
async function changedLines(root: string): Promise<string[]> {
  const before = PARTNER.split('\n');
  return (await profile(root)).split('\n').filter((line) => !before.includes(line));
}

describe('facts that are entered', () => {
  it('change what they name, every comment and every other line stays', async () => {
    const root = await territory();
    const { changes, files } = await edit(root, { set: ['tier=Silver, coverage=light'], done: ['access'] });
    expect(await changedLines(root)).toEqual([
      'tier: silver # since the spring',
      '  - { id: access, title: Price list and access, done: 2026-03-15 }',
      'coverage_tier: light',
    ]);
    expect(files).toEqual([PROFILE]);
    expect(changes).toEqual([
      { kind: 'set', what: 'profile', row: '', column: 'tier', before: 'gold', after: 'silver' },
      { kind: 'set', what: 'profile', row: '', column: 'coverage_tier', before: 'managed', after: 'light' },
      { kind: 'set', what: 'task', row: 'access', column: 'done', after: '2026-03-15' },
    ]);
    expect(await errorsOf(root)).toEqual([]);
  });

  it('come in behind their neighbours and go out with their line', async () => {
    const root = await territory();
    await edit(root, {
      add: [
        'certification',
        'holder=Ruiz, Ana, level=TS-200, role=technical',
        'contact',
        'name=Priya Vale',
        'champion=yes',
      ],
      change: ['meeting', 'qbr', 'fy26-q1', 'date=2026-03-12', 'held=yes'],
      remove: ['contact', 'jonas feld'],
    });
    expect(await changedLines(root)).toEqual([
      '  - { name: Priya Vale, champion: true }',
      '  - { holder: "Ruiz, Ana", role: technical, level: TS-200 }',
      '  - { kind: qbr, quarter: FY26-Q1, planned_week: 2026-03-23, date: 2026-03-12, held: true }',
    ]);
    expect(await profile(root)).not.toContain('Jonas Feld');
    expect(await errorsOf(root)).toEqual([]);
  });

  it('see one another when they are made by one command', async () => {
    const root = await territory();
    await edit(root, { add: ['task', 'id=plan, title=First plan'], done: ['plan'], on: '2026-03-02' });
    expect(await changedLines(root)).toEqual(['  - { id: plan, title: First plan, done: 2026-03-02 }']);
  });

  it('are made all or not at all', async () => {
    const root = await territory();
    const before = await textsOf(root);
    await expect(edit(root, { set: ['tier=silver'], done: ['nothing'] })).rejects.toThrow(
      'There is no task "nothing".',
    );
    expect(await textsOf(root)).toEqual(before);
  });

  it('are only shown with a dry run', async () => {
    const root = await territory();
    const before = await textsOf(root);
    const { changes } = await edit(root, { set: ['tier=silver'] }, { dryRun: true });
    expect(changes).toHaveLength(1);
    expect(await textsOf(root)).toEqual(before);
  });

  it.each<[string, Parameters<typeof typedEdits>[0]]>([
    ['a value of the profile', { set: ['tier=Gold', 'type=MSP'] }],
    ['a certification', { add: ['certification', 'holder=Ana Ruiz, role=technical, expires=2026-03-01'] }],
    ['the target that holds', { add: ['target', 'fiscal_year=FY26, annual=480000'] }],
    ['a task that is done', { done: ['kickoff'] }],
    ['another spelling', { add: ['alias', 'BFS'] }],
  ])('change nothing when the file says it already: %s', async (_, options) => {
    const root = await territory();
    const before = await textsOf(root);
    expect(await edit(root, options)).toMatchObject({ changes: [], files: [] });
    expect(await textsOf(root)).toEqual(before);
  });

  it('put words into the lists of the profile and take them out', async () => {
    const root = await territory();
    await edit(root, { add: ['alias', 'Blue Fjord; Oslo', 'vertical', 'Retail'], remove: ['alias', 'bfs'] });
    expect(await changedLines(root)).toEqual(['aliases: [ Blue Fjord; Oslo ]', 'verticals:', '  - Retail']);
  });

  it('mend a tier that is none, though cam check refuses the file', async () => {
    const root = await territory({ [PROFILE]: PARTNER.replace('tier: gold', 'tier: golden') });
    expect(await errorsOf(root)).toHaveLength(1);
    await edit(root, { set: ['tier=gold'] });
    expect(await errorsOf(root)).toEqual([]);
  });
});

describe('a target', () => {
  it('is added with the day it is entered; the earlier ones stay', async () => {
    const root = await territory();
    await edit(root, { add: ['target', 'fiscal_year=FY26', 'q1=90000', 'q2=110000', 'q3=90000', 'q4=130000'] });
    expect(await changedLines(root)).toEqual([
      '  - { fiscal_year: FY26, agreed: 2026-03-15, quarters: [ 90000, 110000, 90000, 130000 ] }',
    ]);
    expect(await profile(root)).toContain('annual: 480000 } # raised');
  });

  it('that goes back to an earlier figure is a new one too', async () => {
    const root = await territory();
    await edit(root, { add: ['target', 'fiscal_year=FY26, annual=400000'] });
    expect(await changedLines(root)).toEqual(['  - { fiscal_year: FY26, agreed: 2026-03-15, annual: 400000 }']);
  });
});

describe('money of a fund', () => {
  const FUNDS = `funds:
  # Ridge first.
  - { id: ridge, partner: ridge-it, period: FY26-Q1, allocated: 1 }
  - { id: blue, partner: bluefjord, period: FY26-Q1, allocated: 5000 }
`;

  it('is a line of the territory with the id of the partner', async () => {
    const root = await territory();
    await edit(root, { add: ['mdf', 'period=FY26-Q1, allocated=12000, expires=2026-06-30'] });
    expect(await readFile(join(root, 'funds.yaml'), 'utf8')).toBe(
      '# yaml-language-server: $schema=.cam/schemas/funds.json\n' +
        'funds:\n  - { id: bluefjord-mdf-fy26-q1, partner: bluefjord, kind: mdf, period: FY26-Q1, allocated: 12000, expires: 2026-06-30 }\n',
    );
    expect(await errorsOf(root)).toEqual([]);
  });

  it('changes in the line of this partner only', async () => {
    const root = await territory({ 'funds.yaml': FUNDS });
    await edit(root, { change: ['fund', 'FY26-Q1', 'used=800'] });
    expect(await readFile(join(root, 'funds.yaml'), 'utf8')).toBe(
      FUNDS.replace('allocated: 5000 }', 'allocated: 5000, used: 800 }'),
    );
  });
});

describe('a fact', () => {
  const add = (pairs: string): PartnerEdit => typedEdits({ add: ['fact', pairs] })[0]!;
  const enter = (root: string, pairs: string, force = false) =>
    editPartner({ ...changing(root), id: 'bluefjord', force }, [add(pairs)]);
  const FILE =
    'period,metric,value,currency,source\n2026-01,services_revenue,1000.50,EUR,"letter, 3 Feb"\nFY26-Q1,csat_score,88,,survey\n';

  it('takes the place of the one of its metric and period, and says what that was', async () => {
    const root = await territory({ [FACTS]: FILE });
    const { changes } = await enter(root, 'metric=services_revenue, period=Jan 2026, value=1200');
    expect(changes.map(({ column, before, after }) => [column, before, after])).toEqual([
      ['value', 1000.5, 1200],
      ['source', 'letter, 3 Feb', 'entered by hand on 2026-03-15'],
    ]);
    expect(await readFile(join(root, FACTS), 'utf8')).toBe(
      FILE.replace('1000.50,EUR,"letter, 3 Feb"', '1200,EUR,entered by hand on 2026-03-15'),
    );
  });

  it('is added behind the others; of one that is met or not, yes is 1', async () => {
    const root = await territory({ [FACTS]: FILE });
    await enter(root, 'metric=business_plan_agreed, period=FY26, value=yes, source=signed plan');
    expect(await readFile(join(root, FACTS), 'utf8')).toBe(`${FILE}FY26,business_plan_agreed,1,,signed plan\n`);
  });

  it('of the same figure changes nothing, whoever said it first', async () => {
    const root = await territory({ [FACTS]: FILE });
    expect(await enter(root, 'metric=csat_score, period=FY26-Q1, value=88')).toMatchObject({ changes: [], files: [] });
  });

  it('of a metric nobody knows is taken, and the person is told where to name it', async () => {
    const root = await territory();
    const { warnings } = await enter(root, 'metric=webinars_held, period=FY26-Q1, value=3');
    expect(warnings).toEqual([
      {
        where: 'webinars_held',
        message: 'a new metric; pages show it once templates/metrics.yaml or tiers.yaml reads it',
      },
    ]);
    expect((await enter(root, 'metric=service_revenue, period=2026-01, value=3', true)).files).toEqual([FACTS]);
  });

  it('for a month of won deals is written, and the person is told that deals win', async () => {
    const deals = 'source,id,amount,status,close_date\ncrm,1,100,won,2026-01-20\n';
    const root = await territory({ 'partners/bluefjord/deals.csv': deals });
    const { warnings } = await enter(root, 'metric=bookings, period=2026-01, value=300');
    expect(warnings).toEqual([
      { where: '2026-01', message: 'deals are won in this month, and they win over a fact: the figure is not used' },
    ]);
  });
});

describe('what is easily forgotten is said', () => {
  it.each([
    ['meeting', 'kind=review, date=2026-03-10', 'counts only once it was held: held=yes'],
    ['certification', 'holder=Bo, role=sales, expires=2026-03-14', 'is no longer valid since 2026-03-14'],
  ])('of a %s', async (what, pairs, message) => {
    const { warnings } = await edit(await territory(), { add: [what, pairs] });
    expect(warnings.map((warning) => warning.message)).toEqual([message]);
  });

  it('and nothing of one that is sound: valid to this very day, planned for tomorrow', async () => {
    const add = [
      'certification',
      'holder=Bo, role=sales, expires=2026-03-15',
      'meeting',
      'kind=review, date=2026-03-16',
    ];
    expect((await edit(await territory(), { add })).warnings).toEqual([]);
    expect(day('2026-03-15')).toBe(changing('').today);
  });
});
