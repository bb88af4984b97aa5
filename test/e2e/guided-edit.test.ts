import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { cam, sampleTerritory } from './cam.ts';
import { openTerminal, type RealTerminal } from './real-terminal.ts';
import { closeTerminals, withoutTerminal } from './tmux.ts';

const ID = 'kestrowe-digital';
const MENU = 'Kestrowe Digital: what is new?';

describe.skipIf(withoutTerminal)('facts entered in a real terminal (needs tmux)', () => {
  let root: string;
  let terminal: RealTerminal;
  const profile = () => readFileSync(join(root, 'partners', ID, 'partner.yaml'), 'utf8');
  const down = (times: number) => terminal.type(...Array.from({ length: times }, () => 'Down'), 'Enter');
  beforeEach(async () => {
    root = await sampleTerritory();
    terminal = openTerminal(`partner edit ${ID}`, { folder: root, columns: 80, rows: 40 });
    await terminal.screenWith(MENU);
  });
  afterAll(closeTerminals);

  it('takes a finished task and a target one after the other, and sums up at the end', async () => {
    down(1);
    await terminal.screenWith('Which task is done?');
    down(1);
    await terminal.screenWith('Done (A date');
    terminal.type('Enter');
    await terminal.screenWith('Apply 1 change?');
    terminal.type('Enter');
    await terminal.screenWith('A task is done (12 open)');
    down(6);
    await terminal.screenWith('Fiscal year');
    terminal.type('Enter');
    await terminal.screenWith('Agreed');
    terminal.type('Enter');
    await terminal.screenWith('How is it given?');
    terminal.type('Enter');
    await terminal.screenWith('Annual');
    terminal.type('120,000', 'Enter');
    await terminal.screenWith('is no number as it is written here');
    terminal.type('C-u', '120000', 'Enter');
    await terminal.screenWith('Note');
    terminal.type('Enter');
    await terminal.screenWith('+ target FY26 2026-02-28  annual 120000');
    terminal.type('Enter');
    await terminal.screenWith('Targets (1)');
    down(9);
    expect(await terminal.screenWith('ended with 0')).toContain('✓ Kestrowe Digital: 2 changes.');
    expect(profile()).toContain(
      'blueprint, title: "Name owners for sales, technology and marketing", due: 2026-03-02, done: 2026-02-28 }',
    );
    expect(profile()).toContain('{ fiscal_year: FY26, agreed: 2026-02-28, annual: 120000 }');
    expect((await cam(['check'], { in: root })).code).toBe(0);
  });

  it('explains what cannot be and goes back to its questions; Ctrl-C keeps the files as they are', async () => {
    const before = profile();
    down(0);
    await terminal.screenWith('What changes?');
    down(8);
    await terminal.screenWith('Id of the partner this one belongs to');
    terminal.type('ridge', 'Enter');
    await terminal.screenWith('there is no partner "ridge"');
    await terminal.screenWith('Finished');
    terminal.type('C-c');
    await terminal.screenWith('ended with 130');
    expect(profile()).toBe(before);
  });
});
