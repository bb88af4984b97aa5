import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { sampleTerritory } from './cam.ts';
import { openTerminal } from './real-terminal.ts';
import { closeTerminals, withoutTerminal } from './tmux.ts';

const PARTNER = 'kestrowe-digital';
const FILE = `partners/${PARTNER}/business-plans/FY26.yaml`;

describe.skipIf(withoutTerminal)('a business plan talked over in a real terminal (needs tmux)', () => {
  let territory: string;
  const talk = (flags = '') =>
    openTerminal(`plan business ${PARTNER} ${flags} --format terminal`, { folder: territory, columns: 80, rows: 30 });
  const plan = () => parse(readFileSync(join(territory, FILE), 'utf8')) as Record<string, unknown>;
  beforeEach(async () => {
    territory = await sampleTerritory();
  });
  afterAll(closeTerminals);

  it('asks the numbers with what they come to, over an interruption, then for the agreement of both sides', async () => {
    const first = talk();
    const opened = await first.screenWith('question 1 of');
    expect(opened).toMatch(/payback .* · profit in year 3/);
    expect(opened).toContain('Source of the number:');
    first.type('2', 'Enter');
    const richer = await first.screenWith('question 2 of');
    expect(profitIn(richer)).not.toBe(profitIn(opened));
    first.type('q');
    const left = await first.screenWith('ended with 0');
    expect(left).toContain(`Resume  cam plan business ${PARTNER} --edit`);
    expect(existsSync(join(territory, FILE))).toBe(false);

    const second = talk();
    const resumed = await second.screenWith('Resuming: 1 of');
    second.type(...Array.from({ length: questionsIn(resumed) - 1 }, () => 'Enter'));
    await second.screenWith('Summary');
    second.type('Enter');
    await second.screenWith('What do you want to reach together');
    expect(plan()).toMatchObject({ status: 'draft' });
    second.type('Ten customers', 'Enter', 'Tab', 'Tab', 'Enter', '1', '2', '3', '1');
    await second.screenWith('What does Kestrowe commit to?');
    second.type('One person certified', 'Enter');
    await second.screenWith('Who sees to it');
    second.type('Rhea', 'Enter');
    await second.screenWith('By when?');
    second.type('2026-05-31', 'Enter');
    await second.screenWith('What else does Kestrowe');
    second.type('Tab', 'Tab');
    await second.screenWith('share its own profit');
    second.type('n', 'y');
    await second.screenWith('Who agreed for Kestrowe?');
    second.type('Rhea', 'Enter', 'Enter');
    await second.screenWith('Summary');
    second.type('Enter');
    expect(await second.screenWith('ended with 0')).toContain('1 commitment entered in the ledger.');
    expect(plan()).toMatchObject({
      status: 'agreed',
      agreed: { on: '2026-02-28', partner: 'Rhea', vendor: 'Ines Albrecht' },
      goals: ['Ten customers'],
      who_does_what: { awareness: 'partner', lead_generation: 'vendor', closing: 'both', service: 'partner' },
    });
  });
});

function profitIn(screen: string): string {
  return /profit in year 3 (\S+)/.exec(screen)![1]!;
}

function questionsIn(screen: string): number {
  return Number(/question \d+ of (\d+)/.exec(screen)![1]);
}
