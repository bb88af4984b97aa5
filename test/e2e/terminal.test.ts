import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAM, sampleTerritory } from './cam.ts';
import { closeTerminals, PATIENCE, tmux, withoutTerminal } from './tmux.ts';

describe.skipIf(withoutTerminal)('in a real terminal (needs tmux)', () => {
  let demo: string;
  let broken: string;
  let sessions = 0;
  beforeAll(async () => {
    demo = await sampleTerritory();
    const file = join(await sampleTerritory(), 'partners/cobaltine-networks/partner.yaml');
    broken = dirname(dirname(dirname(file)));
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^type: .*$/m, 'type: mps\ntier_of_partner: gold'));
    const rows = ['Deal ID,Account,Amount,Stage,Close Date,Partner'];
    const row = (id: number, partner: string): string =>
      `N-${id},Ridgeway Mutual Assurance and Savings,${id * 1000},Propose,2026-05-20,${partner}`;
    for (let id = 1; id <= 6; id++)
      rows.push(row(id, id < 5 ? 'Larkmoor Managed Services' : 'Some Partner That Nobody Has Entered Yet, Limited'));
    writeFileSync(join(demo, 'pipeline-2026-02-28.csv'), `${rows.join('\n')}\n`);
  });
  afterAll(closeTerminals);

  const COMMANDS = [
    ['', 'Quillmere Systems'],
    ['--help', 'Usage: cam COMMAND'],
    ['partner list', 'Larkmoor'],
    ['check --workspace $BROKEN', 'Did you mean msp?'],
    ['partner list --workspace $BROKEN', 'is not listed'],
    ['qbr --all --workspace $BROKEN --out out', '1 failed'],
    ['partner show continental-trade-distribution', 'Targets in force'],
    ['scorecard performance larkmoor-managed-services', 'Bookings are at 114 % of plan'],
    ['scorecard performance continental-trade-distribution --edition internal', 'Internal edition'],
    ['why larkmoor-managed-services pace', '$1,290,500'],
    ['why larkmoor-managed-services coverage', '2.3x'],
    ['why kestrowe-digital pace', 'unknown'],
    ['qbr --all', 'decks in out'],
    ['import pipeline-2026-02-28.csv --dry-run', '6 rows'],
    ['qbr larkmor', 'Did you mean larkmoor-managed-services?'],
  ] as const;

  it.each([80, 120])('no line is wider than %i columns', async (width) => {
    const terminal = openTerminal(width);
    for (const [command, expected] of COMMANDS) {
      const lines = await terminal.say(command);
      // A line that had to be folded is joined by tmux: what is wider than the pane was too wide for it. Paths and commands are whole, to be copied.
      for (const line of lines.filter((line) => !/^(Wrote | {2}cam )/.test(line)))
        expect(stringWidth(line), `cam ${command}: ${line}`).toBeLessThanOrEqual(width);
      expect(lines.join(' ').replace(/ +/g, ' '), `cam ${command}`).toContain(expected);
      expect(lines.join('\n'), `cam ${command}`).not.toMatch(/NaN|undefined|\[object/);
    }
  });

  it('progress is gone when the answer stands, and the answer has colour', async () => {
    const terminal = openTerminal(80);
    const lines = await terminal.say('qbr --all --force');
    expect(lines.filter((line) => /\d+ of 12 {2}/.test(line))).toEqual([]);
    expect(tmux('capture-pane', '-p', '-e', '-t', terminal.name)).toMatch(/\u001b\[3[23]m/);
  });

  interface Terminal {
    readonly name: string;
    /** Types a command, waits for its end, and gives back what stood on the screen, lines joined where they were folded. */
    say(command: string): Promise<string[]>;
  }

  function openTerminal(width: number): Terminal {
    sessions += 1;
    const name = `session-${sessions}`;
    const shell = ['env', '-u', 'NO_COLOR', '-u', 'CI', 'LC_ALL=C.UTF-8', 'PS1=', 'sh'];
    tmux('new-session', '-d', '-s', name, '-x', String(width), '-y', '50', '-c', demo, ...shell);
    tmux('set-option', '-t', name, 'history-limit', '5000');
    let said = 0;
    return {
      name,
      async say(command) {
        said += 1;
        tmux('send-keys', '-t', name, 'clear', 'Enter');
        tmux('clear-history', '-t', name);
        // Each end is another one: that of the command before may still be on the screen. It is typed in two pieces, so that only its echo is whole.
        const typed = `clear; node '${CAM}' ${command.replace('$BROKEN', `'${broken}'`)}; echo end''-of-${said}`;
        tmux('send-keys', '-t', name, typed, 'Enter');
        return linesBefore(name, `end-of-${said}`);
      },
    };
  }
});

async function linesBefore(session: string, end: string): Promise<string[]> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    await pause(50);
    const screen = tmux('capture-pane', '-p', '-J', '-S', '-', '-t', session);
    const lines = screen.split('\n').map((line) => line.trimEnd());
    const last = lines.lastIndexOf(end);
    if (last >= 0) return lines.slice(0, last).filter((line) => !line.includes("''"));
    if (performance.now() > until) throw new Error(`"${end}" did not come: ${screen}`);
  }
}
