import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import stringWidth from 'string-width';
import { parse } from 'yaml';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keysOf } from './assessment-keys.ts';
import { cam, sampleTerritory } from './cam.ts';
import { openTerminal } from './real-terminal.ts';
import { closeTerminals, withoutTerminal } from './tmux.ts';

const PARTNER = 'larkmoor-managed-services';
const FILE = `partners/${PARTNER}/assessments/2026-02-28-capability.yaml`;
const LEDGER = `partners/${PARTNER}/commitments.yaml`;
const DRAFT = `.cam/drafts/${PARTNER}-capability.json`;

interface Assessment {
  readonly form: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly scores: { readonly overall: number };
  readonly internal?: { readonly answers: Readonly<Record<string, unknown>> };
}

let territory: string;
const ask = (flags: string, { columns = 80, rows = 24 } = {}) =>
  openTerminal(`scorecard capability ${PARTNER} ${flags}`, { folder: territory, columns, rows });
const saved = () => parse(readFileSync(join(territory, FILE), 'utf8')) as Assessment;

describe.skipIf(withoutTerminal)('an assessment answered in a real terminal (needs tmux)', () => {
  beforeEach(async () => {
    territory = await sampleTerritory();
  });
  afterAll(closeTerminals);

  it('goes from answers, back and skip over an interruption to a saved assessment', async () => {
    const first = ask('--quick');
    expect(await first.screenWith('question 1 of 15')).toContain('about 5 minutes left');
    first.type('4', '5', 's', 'x', 'b');
    expect(await first.screenWith('› x  This does not apply to us')).toContain('question 4 of 15');
    first.type('3', 'Down', 'Enter');
    await first.screenWith('question 6 of 15');
    first.type('C-c');
    const left = await first.screenWith('ended with 130');
    expect(left).toContain('Kept: 5 of 15 answered.');
    expect(left).toContain(`Resume  cam scorecard capability ${PARTNER} --quick`);
    expect(existsSync(join(territory, FILE))).toBe(false);

    const second = ask('--quick');
    const resumed = await second.screenWith('Resuming: 5 of 15 answered');
    expect(resumed).toContain('question 6 of 15');
    second.type('5555555555');
    expect(await second.screenWith('Summary')).toContain('14 answered · 1 skipped');
    second.type('Enter');
    await second.screenWith('what to do about the gap');
    second.type('a', 'Enter');
    expect(await second.screenWith('Saved: 15 of 15')).toContain('1 action agreed.');
    const { form, answers } = saved();
    expect(form).toBe('quick');
    expect(Object.values(answers)).toEqual([4, 5, 'skipped', 3, expect.anything(), ...Array<number>(10).fill(5)]);
    expect(existsSync(join(territory, DRAFT))).toBe(false);
  });

  it.each([
    ['quick', 20],
    ['full', 45],
  ] as const)(
    'takes the %s form in at most %i keys, all sent before the first question stands, and loses none',
    async (form, most) => {
      const keys = [...keysOf(form), 'Enter', 'A', 'Enter'];
      expect(keys.length).toBeLessThanOrEqual(most);
      const terminal = ask(`--${form}`);
      terminal.typeAtOnce(...keys);
      await terminal.screenWith('ended with 0');
      const { answers, scores } = saved();
      expect(Object.keys(answers)).toHaveLength(keysOf(form).filter((key) => key !== 'Enter').length);
      expect(Object.values(answers)).not.toContain('skipped');
      expect(scores.overall).toBeGreaterThan(70);
    },
  );

  it('keeps every answer when cam is killed or its window is closed', async () => {
    const killed = ask('--quick');
    await killed.screenWith('question 1 of 15');
    killed.type('444');
    await killed.screenWith('question 4 of 15');
    killed.kill('SIGKILL');
    await killed.screenWith('ended with 137');
    const closed = ask('--quick');
    await closed.screenWith('Resuming: 3 of 15 answered');
    closed.type('55');
    await closed.screenWith('question 6 of 15');
    closed.close();
    await gone(`${DRAFT}.lock`);
    const resumed = ask('');
    expect(await resumed.screenWith('Resuming: 5 of 15 answered')).toContain('question 6 of 15');
  });

  it('leaves the terminal as it was when it is ended from outside', async () => {
    const terminal = ask('--quick');
    await terminal.screenWith('question 1 of 15');
    terminal.kill('SIGTERM');
    expect(await terminal.screenWith('ended with 130')).not.toContain('question 1');
  });

  it('refuses a second terminal for the same interview', async () => {
    const first = ask('--quick');
    await first.screenWith('question 1 of 15');
    const refused = await ask('--quick').screenWith('ended with 1');
    expect(refused.replaceAll(/\s+/g, ' ')).toMatch(
      /This interview has been open in another terminal \(process \d+\) for less than a minute\./,
    );
    first.type('4');
    await first.screenWith('question 2 of 15');
  });

  it('shows earlier answers and the score to the manager alone, nothing of them on a shared screen', async () => {
    const alone = ask('--quick');
    expect(await alone.screenWith('question 1 of 15')).toContain(
      '› 5  Most of it; one priority industry has its own sales team · last time',
    );
    alone.type('4');
    await alone.screenWith('score so far 75 ▲ strong');
    alone.type('q');
    await alone.screenWith('ended with 0');
    const shared = ask('--quick --share');
    shared.type('Enter', '4');
    const screen = await shared.screenWith('question 3 of 15');
    expect(screen).not.toMatch(/last time|score|›/);
  });

  it('shows the summary of what changed before anything is saved', async () => {
    const terminal = ask('--quick');
    await terminal.screenWith('question 1 of 15');
    terminal.type(...Array<string>(14).fill('Enter'), '1');
    const summary = await terminal.screenWith('1 changed since last time');
    expect(summary).toMatch(/was {2}5 .*\n.*now {2}1 /);
    expect(existsSync(join(territory, FILE))).toBe(false);
    terminal.type('q');
    await terminal.screenWith('Kept: 15 of 15');
  });

  it('talks over the actions that are proposed: one accepted, one changed, one dropped, one for another day', async () => {
    const terminal = ask('--quick');
    await terminal.screenWith('question 1 of 15');
    terminal.typeAtOnce(...'222222222222222', 'Enter');
    expect(await terminal.screenWith('question 1 of 5')).toMatch(/Score \d+, goal 80/);
    terminal.typeAtOnce('a', 'e', '3', 'BSpace', 'n', 'Enter', '2026-05-29', 'Enter', 'd', 's', 'C-c');
    const broken = await terminal.screenWith('ended with 130');
    expect(broken).toContain('Saved: 15 of 15');
    expect(broken).toContain(`Decide  cam scorecard capability ${PARTNER} --actions`);
    const again = ask('--actions');
    await again.screenWith('Resuming: 7 of 8 answered');
    again.type('s');
    await again.screenWith('Summary');
    again.type('Enter');
    const done = await again.screenWith('ended with 0');
    expect(done).toContain('2 actions agreed, 1 dropped.');
    expect(done).toContain('2 proposed actions wait for a decision.');
    const { commitments } = parse(readFileSync(join(territory, LEDGER), 'utf8')) as {
      commitments: readonly Readonly<Record<string, unknown>>[];
    };
    const made = commitments.filter(({ assessment }) => String(assessment).startsWith('2026-02-28'));
    expect(made).toHaveLength(3);
    expect(made[1]).toMatchObject({ jointly: true, due: '2026-05-29', owner: expect.stringMatching(/n$/) });
    expect(made[2]).toMatchObject({ result: 'dropped' });
  });

  it("adds the manager's own part to the latest assessment", async () => {
    const before = readFileSync(join(territory, FILE.replace('02-28', '02-12')), 'utf8');
    const terminal = ask('--internal');
    expect(await terminal.screenWith('question 1 of 6')).toContain('your own part, not for the partner');
    terminal.type('345543', 'Enter');
    await terminal.screenWith('Saved: 6 of 6');
    const path = join(territory, FILE.replace('02-28', '02-12'));
    const { answers, internal } = parse(readFileSync(path, 'utf8')) as Assessment;
    expect(answers).toEqual((parse(before) as Assessment).answers);
    expect(Object.values(internal!.answers)).toEqual([3, 4, 5, 5, 4, 3]);
  });

  it('screens a company before it signs: resumed where it was left, the verdict told to the manager alone', async () => {
    await cam(['partner', 'add', 'Greyfell Data', '--type', 'var'], { in: territory });
    const screen = (flags: string) =>
      openTerminal(`scorecard capability greyfell-data --screening ${flags}`, {
        folder: territory,
        columns: 80,
        rows: 50,
      });
    const shared = screen('--share');
    expect(await shared.screenWith('question 1 of 10')).toContain('Greyfell Data · recruit screening');
    shared.type('444', 'q');
    expect(await shared.screenWith('ended with 0')).toContain(
      'Resume  cam scorecard capability greyfell-data --screening --share',
    );
    const again = screen('--share');
    await again.screenWith('Resuming: 3 of 10 answered');
    again.typeAtOnce(...'4444444', 'Enter');
    const done = await again.screenWith('Saved: 10 of 10');
    expect(done).not.toMatch(/of 100|Invite/);
    expect(done).toContain('Next  the verdict, alone\n  cam scorecard capability greyfell-data --screening');
    expect(await screen('').screenWith('ended with 0')).toContain('75 of 100: Invite and onboard now');
  });

  it('fits 60 columns and follows the window when it changes', async () => {
    const terminal = ask('--quick', { columns: 60, rows: 24 });
    const narrow = await terminal.screenWith('question 1 of 15');
    for (const line of narrow.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(60);
    terminal.resize(120, 40);
    expect(await terminal.screenWith('b back   g jump   ? why   q save')).toContain(
      '5  Most of it; one priority industry has its own sales team',
    );
  });

  it('says what it dropped of a draft whose questions have changed', async () => {
    await mkdir(join(territory, '.cam/drafts'), { recursive: true });
    const answers = [
      { question: 'fit-verticals', answer: { value: 4 } },
      { question: 'fit-openness', answer: { value: 9 } },
      { question: 'fit-charm', answer: { value: 3 } },
    ];
    const draft = { schemaVersion: 1, asked: 'capability 0', form: 'quick', saved: '2026-02-20', answers };
    writeFileSync(join(territory, DRAFT), JSON.stringify(draft));
    const screen = await ask('').screenWith('Resuming: 1 of 15 answered on 20 Feb 2026.');
    expect(screen.replace(/\s+/g, ' ')).toContain(
      'The questions have changed: 2 answers no longer fit (fit-openness, fit-charm).',
    );
    expect(screen).toContain('question 2 of 15');
  });
});

/** Waits until a file is taken away: its program has ended. */
async function gone(path: string): Promise<void> {
  while (existsSync(join(territory, path))) await pause(20);
}

describe('an assessment without a terminal', () => {
  beforeAll(async () => {
    territory = await sampleTerritory();
  });

  it.each(['--quick', '--full', '--share', '--internal', '--edit'])(
    '%s asks nothing and names the way without questions',
    async (flag) => {
      const { code, err } = await cam(['scorecard', 'capability', PARTNER, flag], { in: territory });
      expect(code).toBe(2);
      expect(err).toContain(`${flag} asks questions, and there is no terminal to ask in.`);
      expect(err).toContain(`cam scorecard capability ${PARTNER} --answers FILE`);
      expect(readdirSync(join(territory, 'partners', PARTNER, 'assessments'))).toHaveLength(2);
    },
  );

  it.each([
    [['--quick', '--full'], '--quick and --full: choose one length.'],
    [['--share', '--internal'], '--share and --internal: your own part is never answered on a shared screen.'],
  ])('%j contradict each other', async (flags, words) => {
    const { code, err } = await cam(['scorecard', 'capability', PARTNER, ...flags], { in: territory });
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
  });
});
