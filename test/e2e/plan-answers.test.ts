import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { beforeEach, describe, expect, it } from 'vitest';
import { cam, envelope, filesIn, sampleTerritory } from './cam.ts';

const PARTNER = 'kestrowe-digital';
const FILE = `partners/${PARTNER}/business-plans/FY26.yaml`;
const OTHER = 'larkmoor-managed-services';

interface Plan {
  readonly status: string;
  readonly started_from: string;
  readonly goals: readonly string[];
  readonly numbers: Record<'product_lines' | 'staff', Record<string, Record<string, unknown>>>;
  readonly commitments?: readonly unknown[];
  readonly changes?: readonly unknown[];
}

let territory: string;
const run = (...argv: string[]) => cam(['plan', 'business', ...argv, '--format', 'terminal'], { in: territory });
const give = (text: string) => writeFileSync(join(territory, 'plan.yaml'), text);
const answer = (text: string, ...flags: string[]) => {
  give(text);
  return run(PARTNER, '--answers', 'plan.yaml', ...flags);
};
const text = (path = FILE) => readFileSync(join(territory, path), 'utf8');
const saved = (path = FILE) => parse(text(path)) as Plan;
/** The first offer of the plan, and the name of the number that counts its sales. */
const firstOffer = () => Object.keys(saved().numbers.product_lines)[0]!;

const AGREED = `status: agreed
agreed: { on: 2026-02-28, partner: Rhea Kestrowe, vendor: Ines Albrecht }
`;
const COMMITMENTS = `commitments:
  - { side: partner, what: Two people certified, owner: Rhea Kestrowe, due: 2026-05-31 }
  - { side: vendor, what: A launch event paid for by half, owner: Ines Albrecht, due: 2026-04-30 }
`;

beforeEach(async () => {
  territory = await sampleTerritory();
});

describe('a plan given in a file', () => {
  it('holds all its numbers, those of the file with that as their source', async () => {
    const { code, out } = await answer('goals: [ Ten customers ]\nnumbers: { initial_investment: 4321 }\n');
    expect(code).toBe(0);
    expect(out).toContain('Draft of the FY26 plan, not agreed yet. Illustrative, not a guarantee.');
    expect(out).toContain(`  ${FILE}`);
    expect(saved()).toMatchObject({ status: 'draft', goals: ['Ten customers'], numbers: { initial_investment: 4321 } });
    // A source is told in words, not by a name that only the example knows.
    expect(text()).not.toMatch(/own (product_lines|services)\./);
    expect(text()).toMatch(/registration_margin_percent: .*Registered/);
    const offer = firstOffer();
    await answer(`numbers: { product_lines: { ${offer}: { ramp_months: 7 } } }\n`);
    expect(saved().numbers.product_lines[offer]).toMatchObject({
      ramp_months: 7,
      source_of: { ramp_months: 'Given for this plan, 28 Feb 2026' },
    });
    expect((await cam(['check'], { in: territory })).code).toBe(0);
  });

  it('changes nothing when it is given again, and remarks of the owner stay', async () => {
    await answer('goals: [ Ten customers ]\n');
    const remarked = text().replace('status: draft', 'status: draft   # until Rhea is back');
    writeFileSync(join(territory, FILE), remarked);
    await answer('goals: [ Ten customers ]\n');
    expect(text()).toBe(remarked);
    await answer('goals: [ Twelve customers ]\n');
    expect(text()).toBe(remarked.replace('Ten customers', 'Twelve customers'));
  });

  it('once agreed enters its commitments in the ledger, and is shown with who agreed', async () => {
    await answer(COMMITMENTS);
    expect(filesIn(join(territory, 'partners', PARTNER))['commitments.yaml'] ?? '').not.toContain('P-FY26');
    const { code, out } = await answer(AGREED);
    expect(code).toBe(0);
    expect(out).toContain('2 commitments entered in the ledger.');
    expect(out).toContain('agreed on 28 Feb 2026 by Rhea Kestrowe and Ines Albrecht');
    expect(out).toContain('A launch event paid for by half');
    expect(saved().commitments ?? []).toEqual([]);
    expect(parse(text(`partners/${PARTNER}/commitments.yaml`))).toMatchObject({
      commitments: expect.arrayContaining([
        expect.objectContaining({ id: 'P-FY26-1', side: 'partner', plan: 'FY26', agreed: '2026-02-28' }),
        expect.objectContaining({ id: 'P-FY26-2', side: 'vendor', agreed_by: 'Ines Albrecht' }),
      ]) as unknown,
    });
    const open = await cam(['actions', PARTNER], { in: territory });
    expect(open.out).toContain('Two people certified');
    expect((await answer(COMMITMENTS)).out).not.toContain('entered in the ledger');
  });

  it('proposes to nobody but the account manager what nobody has agreed to', async () => {
    await answer(COMMITMENTS);
    expect((await run(PARTNER)).out).not.toContain('launch event');
    const internal = (await run(PARTNER, '--edition', 'internal')).out;
    expect(internal).toMatch(/A launch event paid for by half.*proposed/);
  });

  it('records what is changed after it was agreed, with day, name and reason; it never becomes a draft again', async () => {
    await answer(`${AGREED}numbers: { initial_investment: 5000 }\n`);
    const { code } = await answer('numbers: { initial_investment: 6000 }\n', '--why', 'One seller more');
    expect(code).toBe(0);
    expect(saved().changes).toEqual([
      { on: '2026-02-28', at: 'initial_investment', was: 5000, is: 6000, by: 'Ines Albrecht', why: 'One seller more' },
    ]);
    const before = text();
    writeFileSync(join(territory, 'plan.yaml'), 'agreed: { remove: true }\nstatus: draft\n');
    const { code: refused, err } = await run(PARTNER, '--answers', 'plan.yaml');
    expect([refused, text()]).toEqual([1, before]);
    expect(err).toContain('The FY26 plan was agreed on 2026-02-28 and cannot become a draft again.');
  });

  it('with mistakes names each with its place, and nothing is saved', async () => {
    const before = filesIn(join(territory, 'partners'));
    const { code, out } = await answer('status: agreed\nnumbers:\n  initial_investment: much\n  overhed_percent: 2\n');
    expect(code).toBe(1);
    expect(out).toContain('plan.yaml:3:23\n   numbers.initial_investment: "much" must be a number, not text.');
    expect(out).toMatch(/plan\.yaml:4:\d+\n/);
    expect(out).toContain('Nothing was saved.');
    expect(filesIn(join(territory, 'partners'))).toEqual(before);
  });

  it('is only tried on a dry run', async () => {
    const before = filesIn(join(territory, 'partners'));
    const { code, out } = await answer('goals: [ Ten customers ]\n', '--dry-run');
    expect([code, out]).toEqual([0, expect.stringContaining('Would save the FY26 plan of Kestrowe Digital.')]);
    expect(filesIn(join(territory, 'partners'))).toEqual(before);
  });
});

describe('a plan that starts from the plan of another partner', () => {
  it('has its numbers and goals, not what was agreed or promised', async () => {
    give('numbers: { initial_investment: 7777 }\n');
    await run(OTHER, '--answers', 'plan.yaml');
    const { code, out } = await run(PARTNER, '--from', OTHER);
    expect([code, out]).toEqual([0, expect.stringContaining('Saved: the FY26 plan of Kestrowe Digital, a draft.')]);
    const plan = saved();
    expect(plan).toMatchObject({ status: 'draft', started_from: `${OTHER} FY26` });
    expect(plan.numbers).toHaveProperty('initial_investment', 7777);
    const theirs = saved(`partners/${OTHER}/business-plans/FY26.yaml`);
    expect(plan).toMatchObject({ goals: theirs.goals, numbers: theirs.numbers });
    expect(plan).not.toHaveProperty('agreed');
    expect([plan.commitments ?? [], plan.changes ?? []]).toEqual([[], []]);
  });

  it('is refused where it would overwrite a plan, and where there is none to start from', async () => {
    const none = await run(PARTNER, '--from', 'hollin-bay-systems');
    expect([none.code, none.err]).toEqual([
      2,
      expect.stringContaining('hollin-bay-systems has no business plan to start from.'),
    ]);
    await answer('goals: [ Ten customers ]\n');
    const twice = await run(PARTNER, '--from', PARTNER);
    expect([twice.code, twice.err]).toEqual([
      2,
      expect.stringContaining('Kestrowe Digital has a plan for FY26 already.'),
    ]);
  });
});

describe('a plan without a terminal', () => {
  it('is an example where none was made, and asks nothing', async () => {
    const { code, out } = await run(PARTNER);
    expect([code, out]).toEqual([0, expect.stringContaining('none of it was agreed with the')]);
    for (const flag of ['--edit', '--agree']) {
      const { code: refused, err } = await run(PARTNER, flag);
      expect([refused, err]).toEqual([2, expect.stringContaining(`${flag} asks questions, and there is no terminal`)]);
    }
  });

  it('shows the years of another case beside base, and no case that a plan has not', async () => {
    const { out } = await run(OTHER, '--scenario', 'stretch');
    expect(out).toMatch(/Payback +month \d+ +stretch month \d+/);
    expect(out).toContain('Profit by year, stretch');
    const wrong = await run(OTHER, '--scenario', 'best');
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('It is conservative, base or stretch.')]);
  });

  it('names its file to a script', async () => {
    give('goals: [ Ten customers ]\n');
    const answered = await cam(['plan', 'business', PARTNER, '--answers', 'plan.yaml', '--json'], { in: territory });
    expect(envelope(answered).files?.map(({ path }) => path)).toEqual(
      expect.arrayContaining([expect.stringContaining(FILE)]),
    );
  });
});
