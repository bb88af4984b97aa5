import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { beforeEach, describe, expect, it } from 'vitest';
import { cam, envelope, filesIn, sampleTerritory } from './cam.ts';

const PARTNER = 'larkmoor-managed-services';
const FILE = `partners/${PARTNER}/assessments/2026-02-20-capability.yaml`;
const GOOD = `questionnaire: capability
date: 2026-02-20
form: quick
took_part: [ Mara Quellin ]
answers:
  fit-verticals: 3
  fit-openness: 4
  act-plan-agreed: true
  act-self-found: { band: 2 }
`;

let territory: string;
const run = (...argv: string[]) => cam(['scorecard', 'capability', ...argv], { in: territory });
const give = (text: string) => writeFileSync(join(territory, 'answers.yaml'), text);
const saved = (path = FILE) => parse(readFileSync(join(territory, path), 'utf8')) as Record<string, never>;

beforeEach(async () => {
  territory = await sampleTerritory();
});

describe('answers given in a file', () => {
  it('are saved with their scores, and the page shows them', async () => {
    give(GOOD);
    const { code, out } = await run(PARTNER, '--answers', 'answers.yaml');
    expect(code).toBe(0);
    expect(out).toContain(`Saved ${FILE}`);
    expect(out).toContain('Own answers of 20 Feb 2026, quick form');
    expect(saved()).toMatchObject({
      version: '1',
      partner_type: 'msp',
      life_stage: 'support-success',
      answers: { 'fit-verticals': 3, 'act-self-found': { band: 2 } },
      scores: { overall: expect.any(Number) },
    });
  });

  it('change nothing when they are given again, and what is not in the file stays when they are given in part', async () => {
    give(GOOD);
    await run(PARTNER, '--answers', 'answers.yaml');
    const once = filesIn(join(territory, 'partners'));
    await run(PARTNER, '--answers', 'answers.yaml');
    expect(filesIn(join(territory, 'partners'))).toEqual(once);
    give(GOOD.replace(/ {2}fit-openness.*\n/, '').replace('fit-verticals: 3', 'fit-verticals: 5'));
    await run(PARTNER, '--answers', 'answers.yaml');
    expect(saved()['answers']).toMatchObject({ 'fit-verticals': 5, 'fit-openness': 4 });
  });

  it('with mistakes are named each with its place, and nothing is saved', async () => {
    give(GOOD.replace('fit-verticals: 3', 'fit-verticals: 9').replace('act-plan-agreed: true', 'act-plan-agred: true'));
    const before = filesIn(join(territory, 'partners'));
    const { code, out } = await run(PARTNER, '--answers', 'answers.yaml');
    expect(code).toBe(1);
    expect(out).toContain('answers.yaml:6:18\n   answers.fit-verticals: 9 must be a level from 1 to 5.');
    expect(out).toMatch(/answers\.yaml:8:\d+\n/);
    expect(out).toContain('Did you mean act-plan-agreed?');
    expect(out).toContain('2 problems in answers.yaml.  Nothing was saved. Exit code 1.');
    expect(filesIn(join(territory, 'partners'))).toEqual(before);
  });

  it('are only tried on a dry run', async () => {
    give(GOOD);
    const before = filesIn(join(territory, 'partners'));
    const { code, out } = await run(PARTNER, '--answers', 'answers.yaml', '--dry-run');
    expect([code, out]).toEqual([0, expect.stringContaining(`Would save ${FILE}`)]);
    expect(filesIn(join(territory, 'partners'))).toEqual(before);
  });

  it('of a file that is not there are a wrong command line', async () => {
    const { code, err } = await run(PARTNER, '--answers', 'nowhere.yaml');
    expect([code, err]).toEqual([2, expect.stringContaining('There is no file nowhere.yaml.')]);
  });
});

const SCREENED = `questionnaire: recruit-screening
date: 2026-02-20
form: full
answers: { fit-philosophy: 4, fit-verticals: 5, fit-openness: 4, fit-record: 4, screen-first-customers: 2 }
`;

describe('the screening of a company that has not signed', () => {
  it('gives a verdict in words with its reason, in an edition that is never the partner’s', async () => {
    give(SCREENED);
    const { code, out } = await run(PARTNER, '--answers', 'answers.yaml');
    expect(code).toBe(0);
    expect(out).toMatch(/^Internal edition, not for the partner\n/);
    expect(out).toMatch(/\d+ of 100: Invite and onboard now\n/);
    expect(out).toContain('The total decides: no answer is below the floor.');
    expect(out).toContain('Screened 20 Feb 2026');
    const answer = await run(PARTNER, '--screening', '--json');
    const { data, files } = envelope(answer) as unknown as {
      readonly data: { readonly figures: Readonly<Record<string, unknown>> };
      readonly files: readonly { readonly path: string }[];
    };
    expect(data.figures).toMatchObject({
      screening_score: expect.any(Number),
      screening_verdict: 'Invite and onboard now',
    });
    expect(files.map(({ path }) => path.split('/').at(-1))).toEqual(['screening-FY26-Q3-internal.html']);
  });

  it('names the one answer that decides against the total', async () => {
    give(SCREENED.replace('screen-first-customers: 2', 'screen-first-customers: 0'));
    const { out } = await run(PARTNER, '--answers', 'answers.yaml');
    const words = out.replace(/\s+/g, ' ');
    expect(words).toContain('of 100: Wait until a first introduction is possible, whatever the total');
    expect(words).toContain(
      'One answer decides, whatever the total: How many customers could you introduce us to in the next 60 days?',
    );
  });

  it.each([
    [[PARTNER, '--screening'], `Larkmoor Managed Services has not been screened up to 2026-02-28.`],
    [[PARTNER, '--screening', '--full'], '--screening and --full: the screening is a form of its own.'],
    [['--all', '--screening'], 'A screening is of one company.'],
    [
      [PARTNER, '--screening', '--edition', 'partner'],
      'The verdict of a screening is for you alone: it has no partner edition.',
    ],
  ])('%j is a wrong command line', async (argv, words) => {
    const { code, err } = await run(...argv);
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
  });
});
