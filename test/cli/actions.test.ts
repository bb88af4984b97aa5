import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandLine, Screen, SharedFlags } from '../../src/cli/command.ts';
import { run as actions } from '../../src/cli/commands/actions.ts';
import { day } from '../domain/given.ts';
import { TERRITORY } from '../samples/read-sample.ts';

const DUNMORE = 'dunmore-valley-computers';
let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cam-actions-'));
  await cp(TERRITORY, root, { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

function run(
  args: CommandLine['args'],
  options: CommandLine['options'] = {},
  flags: Partial<SharedFlags> = {},
  screen: Partial<Screen> = {},
) {
  const off = { json: false, quiet: false, noInput: true, force: false, dryRun: false, debug: false };
  return actions({
    args,
    options,
    shared: { ...off, ...flags },
    effects: { currentFolder: root, today: day('2031-12-31'), progress: () => undefined },
    screen: { width: 80, colour: false, unicode: true, interactive: false, ...screen },
  });
}

describe('cam actions', () => {
  it('lists what is open with a partner, then what its assessment proposes', async () => {
    const { text } = await run([DUNMORE]);
    expect(text.slice(0, text.indexOf('Review the target')))
      .toBe(`Actions   2 open, 1 overdue, 3 proposed   as of 28 Feb 2026

Dunmore Valley Computers   dunmore-valley-computers
▼ 26 Feb  Build the 36-month plan in one meeting
          2 days overdue · Dunmore Valley and Quillmere · Walter Dunmore ·
          Business plan interview with the CAM · A-2026-02-12-plan-commitment
●  6 Mar  Make registration a step before the first quote
          Dunmore Valley · Beth Sallow · Registration margin sheet ·
          A-2026-02-12-deal-registration

Proposed by the newest assessment, promised by nobody
○ 13 Apr  `);
    expect(text).toContain(`cam actions ${DUNMORE} --accept all`);
  });

  it('names its commands as they have to be typed where the territory was named', async () => {
    const { text } = await run([DUNMORE], {}, {}, { again: ' --workspace demo' });
    expect(text).toContain(`  cam actions ${DUNMORE} --accept all --workspace demo\n`);
    expect(text).toContain(`Next  cam actions ${DUNMORE} --done PART-OF-ITS-ID --workspace demo\n`);
  });

  it('names no command that would change a workbook in the place of a territory', async () => {
    const { text } = await run([DUNMORE], {}, { home: root });
    expect(text).toContain('Proposed by the newest assessment');
    expect(text).not.toContain('cam actions');
  });

  it.each([60, 80, 120])('stays within %i columns for the whole territory', async (width) => {
    const { text } = await run([undefined], {}, {}, { width });
    expect(text.split('\n').filter((line) => line.length > width)).toEqual([]);
  });

  it('has the partner with the longest overdue line first, and leaves out those with nothing open', async () => {
    const { data } = await run([undefined]);
    const { partners } = data as { partners: { id: string; open: { daysLate: number | null }[] }[] };
    expect(partners[0]!.id).toBe('redfern-stack-solutions');
    expect(partners[0]!.open[0]!.daysLate).toBe(3);
  });

  it('prints tables in Markdown', async () => {
    const { text } = await run([DUNMORE], {}, { format: ['md'] });
    expect(text).toContain(
      '| 26 Feb 2026 | overdue, 2 d | Build the 36-month plan in one meeting | both | Walter Dunmore |'.replaceAll(
        ' Feb 2026',
        '\u00a0Feb\u00a02026',
      ),
    );
  });

  it('closes, moves and adds in one go, and says where', async () => {
    const options = {
      done: 'plan-commitment',
      on: '2026-02-25',
      move: 'deal-registration',
      add: 'Send the price list',
      by: '2026-04-01',
      owner: 'Ines Albrecht',
      side: 'vendor',
    };
    const { text, files } = await run([DUNMORE], options);
    expect(text).toBe(`✓ kept: Build the 36-month plan in one meeting   A-2026-02-12-plan-commitment
✓ due 2026-04-01: Make registration a step before the first quote   A-2026-02-12-deal-registration
✓ due 2026-04-01: Send the price list   A-2026-02-28-1
  partners/${DUNMORE}/commitments.yaml
`);
    expect(files).toHaveLength(1);
    expect(await readFile(join(root, 'partners', DUNMORE, 'commitments.yaml'), 'utf8')).toContain(
      'what: Send the price list',
    );
  });

  it.each([
    [[undefined], { done: 'x' }, 'Which partner?'],
    [[DUNMORE], { add: 'Call them', by: '2026-04-01' }, 'Who sees to it?'],
    [[DUNMORE], { move: 'plan' }, 'By which day?'],
    [[DUNMORE], { move: 'plan', by: 'soon' }, '--by: "soon" is not a date.'],
    [[DUNMORE], { add: 'X', owner: 'Y', by: '2026-04-01', side: 'us' }, '"us" is no side.'],
    [[DUNMORE], { accept: 'all', done: 'plan' }, '--accept stands alone.'],
    [['dunmore'], {}, 'There is no partner "dunmore".'],
  ] as const)('refuses %j %j', async (args, options, message) => {
    await expect(run(args, options)).rejects.toMatchObject({ kind: 'usage', message });
  });
});
