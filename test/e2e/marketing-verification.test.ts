import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cam, sampleTerritory } from './cam.ts';
import { openTerminal } from './real-terminal.ts';
import { closeTerminals, withoutTerminal } from './tmux.ts';

const PARTNER = 'nordhavn-datateknik';
const FILE = `partners/${PARTNER}/marketing/FY26-Q3.yaml`;
const VERIFY = `plan marketing ${PARTNER} --quarter FY26-Q3 --verify`;

let territory: string;
const planFile = () => readFileSync(join(territory, FILE), 'utf8');
beforeAll(async () => {
  territory = await sampleTerritory();
});

describe.skipIf(withoutTerminal)('what came of a campaign, asked in a real terminal (needs tmux)', () => {
  const talk = () => openTerminal(`${VERIFY} --format terminal`, { folder: territory, columns: 100, rows: 40 });
  const CAMPAIGN = 'Webinar for energy parks';
  afterAll(closeTerminals);

  it('saves nothing when it is interrupted', async () => {
    const before = planFile();
    const terminal = talk();
    await terminal.screenWith(`${CAMPAIGN}: what was spent, in EUR? 2600`);
    terminal.type('Enter');
    await terminal.screenWith(`${CAMPAIGN}: Inquiry, how many leads?`);
    terminal.type('C-c');
    await terminal.screenWith('ended with 130');
    expect(planFile()).toBe(before);
  });

  it('proposes what was counted with its source, takes what is typed instead, and saves both as verified', async () => {
    const terminal = talk();
    await terminal.screenWith(`${CAMPAIGN}: what was spent, in EUR? 2600`);
    terminal.type('C-u', 'm', 'a', 'n', 'y', 'Enter');
    await terminal.screenWith('Write a plain number such as 1200; leave it empty when nobody knows.');
    terminal.type('C-u', ...'2750'.split(''), 'Enter');
    await terminal.screenWith('Inquiry, how many leads? (from leads) 18');
    terminal.type('Enter');
    await terminal.screenWith('(from leads) 7');
    terminal.type('Enter');
    await terminal.screenWith('(from leads) 4');
    terminal.type('C-u', '5', 'Enter');
    await terminal.screenWith('(from leads) 2');
    terminal.type('Enter');
    await terminal.screenWith('Won, how many leads?');
    terminal.type('Enter');
    await terminal.screenWith('revenue of the won deals, in EUR? 5420');
    terminal.type('Enter');
    const ended = await terminal.screenWith('ended with 0');
    expect(ended).toContain('Verified: the FY26-Q3 marketing plan of Nørdhavn Datateknik ApS.');
    expect(ended).toContain(FILE);
    expect(parse(planFile())).toMatchObject({
      status: 'verified',
      campaigns: [
        {
          actual: {
            on: '2026-02-28',
            spend: 2750,
            counts: { inquiry: 18, mql: 7, sal: 5, sql: 2, won: 1 },
            revenue: 5420,
          },
        },
      ],
    });
  });
});

describe('what cannot be verified', () => {
  it.each([
    [
      'a quarter without a plan',
      ['fennwick-software', '--quarter', 'FY26-Q1'],
      `✗ There is no file of the FY26-Q1 marketing plan of Fennwick Software yet.
  Plan first, verify afterwards.
`,
    ],
    [
      'a plan of which nothing has ended',
      ['redfern-stack-solutions', '--quarter', 'FY26-Q4'],
      `✗ No campaign of the FY26-Q4 marketing plan of Redfern Stack Solutions has ended by 28 Feb 2026.
  Verify it when the first one has.
`,
    ],
    [
      'every partner at once',
      ['--all'],
      `✗ --verify is for one partner, and --all is every partner.
  Name the partner.
`,
    ],
  ])('is %s', async (_, argv, words) => {
    const { code, err } = await cam(['plan', 'marketing', ...argv, '--verify'], { in: territory });
    expect([code, err.replaceAll('\u00a0', ' ')]).toEqual([2, words]);
  });
});
