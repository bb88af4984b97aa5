import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { cellAt, editBook } from '../app/workbook/workbook-on-disk.ts';
import { CAM, cam, newFolder, sampleTerritory } from './cam.ts';

const hasTmux = spawnSync('tmux', ['-V']).status === 0;
const SOCKET = `cam-workbook-${process.pid}`;
const DEALS = 'partners/cobaltine-networks/deals.csv';

// A machine that runs every test for us has tmux; elsewhere the tests say that they were left out.
describe.skipIf(!hasTmux && process.env['CI'] !== 'true')(
  'a workbook brought back in a real terminal (needs tmux)',
  () => {
    let root: string;
    beforeEach(async () => {
      root = await sampleTerritory();
      const book = join(await newFolder(), 'book.xlsx');
      await cam(['export', book, '--kind', 'deals'], { in: root });
      await editBook(book, (edited) => {
        cellAt(edited.getWorksheet('Deals')!, 'Amount', { Id: 'OPP-10454' }).value = 12_500;
        cellAt(edited.getWorksheet('Deals')!, 'Amount', { Id: 'OPP-10802' }).value = 20_000;
      });
      tmux('kill-server');
      const shell = [
        'env',
        '-u',
        'CI',
        'LC_ALL=C.UTF-8',
        'sh',
        '-c',
        `node ${CAM} import ${book}; echo ended with $?; sleep 60`,
      ];
      tmux('new-session', '-d', '-s', 'book', '-x', '100', '-y', '30', '-c', root, ...shell);
    }, 60_000);
    afterAll(() => void tmux('kill-server'));

    it('shows the differences, asks once and writes them', async () => {
      const asked = await screenWith('Apply 2 changes?');
      expect(asked).toContain('cobaltine-networks crm OPP-10454  amount  12400 → 12500');
      tmux('send-keys', '-t', 'book', 'Enter');
      const screen = await screenWith('ended with 0');
      expect(screen).toContain('2 changes made in 1 file.');
      expect(readFileSync(join(root, DEALS), 'utf8')).toContain(',influenced,12500,');
    }, 60_000);

    it('writes nothing when the answer is no', async () => {
      const before = readFileSync(join(root, DEALS), 'utf8');
      await screenWith('Apply 2 changes?');
      tmux('send-keys', '-t', 'book', 'n', 'Enter');
      expect(await screenWith('ended with 0')).toContain('Nothing was changed.');
      expect(readFileSync(join(root, DEALS), 'utf8')).toBe(before);
    }, 60_000);

    it('writes nothing when it is interrupted', async () => {
      const before = readFileSync(join(root, DEALS), 'utf8');
      await screenWith('Apply 2 changes?');
      tmux('send-keys', '-t', 'book', 'C-c');
      await screenWith('ended with 130');
      expect(readFileSync(join(root, DEALS), 'utf8')).toBe(before);
      expect((await cam(['check'], { in: root })).code).toBe(0);
    }, 60_000);

    async function screenWith(words: string): Promise<string> {
      for (let waited = 0; waited < 300; waited++) {
        const screen = tmux('capture-pane', '-p', '-J', '-t', 'book');
        if (screen.includes(words)) return screen;
        await pause(100);
      }
      throw new Error(`"${words}" did not come: ${tmux('capture-pane', '-p', '-t', 'book')}`);
    }
  },
);

function tmux(...argv: string[]): string {
  return spawnSync('tmux', ['-L', SOCKET, '-f', '/dev/null', ...argv], { encoding: 'utf8' }).stdout;
}
