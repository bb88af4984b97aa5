import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { sampleTerritory } from './cam.ts';
import { openTerminal } from './real-terminal.ts';
import { closeTerminals, withoutTerminal } from './tmux.ts';

const PARTNER = 'kestrowe-digital';
const FILE = `partners/${PARTNER}/marketing/FY26-Q4.yaml`;

describe.skipIf(withoutTerminal)('a marketing plan talked over in a real terminal (needs tmux)', () => {
  let territory: string;
  const talk = () =>
    openTerminal(`plan marketing ${PARTNER} --format terminal`, { folder: territory, columns: 80, rows: 34 });
  beforeEach(async () => {
    territory = await sampleTerritory();
  });
  afterAll(closeTerminals);

  it('asks goals, tactics, sizes and days with what they come to, over an interruption, compares, and is agreed', async () => {
    const first = talk();
    const opened = await first.screenWith('What shall the quarter reach?');
    expect(opened).toMatch(/Leads .* won, conservative/);
    expect(opened).toMatch(/Spend \S+ = own \S+ \+ MDF/);
    expect(opened).toContain('weak in');
    first.type('Enter', '5', 'Enter', 'Enter', 'Enter', 'Enter');
    const ranked = await first.screenWith('Which tactics?');
    expect(ranked).toContain('Too late for this quarter with funds: Trade show stand (13 Jul 2026)');
    first.type('3', 'Enter');
    const smaller = await first.screenWith('How many people');
    expect(spendIn(smaller)).not.toBe(spendIn(opened));
    first.type('1', '0', '0', '0', 'Enter');
    await first.screenWith('What does it cost in all?');
    first.type('C-c');
    const left = await first.screenWith('ended with 130');
    expect(left).toContain(`Resume  cam plan marketing ${PARTNER} --quarter FY26-Q4 --edit`);
    expect(existsSync(join(territory, FILE))).toBe(false);

    const second = talk();
    await second.screenWith('Resuming:');
    second.type('Enter');
    // Nobody has set a fund up: the proposal counts with none, and the partner's share is said here.
    await second.screenWith('no fund for FY26-Q4');
    second.type('5', '0', 'Enter');
    await second.screenWith('With funds from 13 Apr 2026 on');
    second.type(...'2026-04-01'.split(''), 'Enter');
    await second.screenWith('Write 13 Apr 2026 or a later day.');
    second.type('C-u', 'Enter', ...Array.from({ length: 12 }, () => 'Enter'));
    const compared = await second.screenWith('Which of these is saved?');
    expect(compared).toMatch(/Spend +Won +Revenue +Return +Conserv\./);
    expect(compared).toMatch(/1 {2}As it was said +\$/);
    expect(compared).toMatch(/2 {2}Without /);
    second.type('1', 'y');
    await second.screenWith('Who agreed for Kestrowe?');
    second.type('Enter', 'Enter');
    await second.screenWith('Summary');
    second.type('Enter');
    expect(await second.screenWith('ended with 0')).toContain('Saved: the FY26-Q4 marketing plan');
    const plan = parse(readFileSync(join(territory, FILE), 'utf8')) as { campaigns: readonly object[] };
    expect(plan).toMatchObject({
      status: 'agreed',
      agreed: { on: '2026-02-28', partner: 'Sunniva Kest', vendor: 'Ines Albrecht' },
      goals: [{ id: 'demand-generation', target: 5 }, { id: 'cross-sell-upsell' }],
      campaigns: [
        { tactic: 'webinar', start: '2026-04-13', audience: { size: 1000 } },
        { tactic: 'vertical-workshop' },
      ],
    });
  });
});

function spendIn(screen: string): string {
  return /Spend (\S+)/.exec(screen)![1]!;
}
