import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { cam, newFolder } from './cam.ts';
import { openTerminal, type RealTerminal } from './real-terminal.ts';
import { closeTerminals, withoutTerminal } from './tmux.ts';

const PARTNER = 'larkmoor-managed-services';

describe.skipIf(withoutTerminal)('a figure without its period in a real terminal (needs tmux)', () => {
  afterAll(closeTerminals);

  it('is asked for the period, and Enter takes the month of the territory’s day', async () => {
    const folder = await newFolder();
    await cam(['init', 'demo', '--sample'], { in: folder });
    const words = `--workspace demo fact ${PARTNER} partner_profit_actual 31000 --currency USD`;
    const terminal = openTerminal(words, { folder, columns: 80, rows: 40 });
    await terminal.screenWith('partner_profit_actual of which period?');
    terminal.type('spring', 'Enter');
    await terminal.screenWith('Write a month 2026-02, a quarter FY26-Q3');
    terminal.type(...Array.from({ length: 6 }, () => 'BSpace'), 'Enter');
    await terminal.screenWith('ended with 0');
    const facts = readFileSync(join(folder, 'demo', 'partners', PARTNER, 'facts.csv'), 'utf8');
    expect(facts).toMatch(/^partner_profit_actual,2026-02,31000,USD/m);
  });
});

describe.skipIf(withoutTerminal)('an objection in a real terminal (needs tmux)', () => {
  let folder: string;
  const adjustments = () => readFileSync(join(folder, 'demo', 'partners', PARTNER, 'adjustments.yaml'), 'utf8');
  const start = (words: string): RealTerminal =>
    openTerminal(`--workspace demo ${words}`, { folder, columns: 80, rows: 40 });
  beforeEach(async () => {
    folder = await newFolder();
    await cam(['init', 'demo', '--sample'], { in: folder });
  });
  afterAll(closeTerminals);

  it('is asked for month, amount, reason and person, and says what follows', async () => {
    const terminal = start(`why ${PARTNER} pace --adjust`);
    await terminal.screenWith('what is to be recorded');
    terminal.type('Enter');
    await terminal.screenWith('Bookings of which month?');
    terminal.type('Up', 'Enter');
    await terminal.screenWith('By how much, in USD');
    terminal.type('+12000', 'Enter');
    await terminal.screenWith('Why (the partner may read it)');
    terminal.type('Invoice 8812 was missing', 'Enter');
    await terminal.screenWith('Who raised it?');
    terminal.type('Enter');
    await terminal.screenWith('Name of the person');
    terminal.type('Mara Quellin', 'Enter');
    await terminal.screenWith('What proves it');
    terminal.type('Enter');
    const screen = await terminal.screenWith('ended with 0');
    expect(screen).toMatch(
      /Recorded adj-\d+: \+\$12,000 for Jan 2026\.\n +Pace: 114 % → 115 %\. \d+ more figures follow\./,
    );
    expect(adjustments()).toMatch(/month: 2026-01\n +amount: 12000\n +reason: Invoice 8812 was missing\n/);
  });

  it('can only be an objection where no bookings stand behind the figure', async () => {
    const terminal = start(`why ${PARTNER} overdue_deals --adjust --reason "Two are closed" --by "Mara Quellin"`);
    await terminal.screenWith('Who raised it?');
    terminal.type('Enter');
    await terminal.screenWith('What proves it');
    terminal.type('Enter');
    expect(await terminal.screenWith('ended with 0')).toContain('Past their close date is under review.');
    expect(adjustments()).toContain('kind: dispute, figure: overdue_deals, reason: Two are closed');
  });
});
