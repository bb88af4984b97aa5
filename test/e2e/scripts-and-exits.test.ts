import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { lintPackage } from '../../src/ooxml/lint-package.ts';
import { CAM, cam, envelope, filesIn, newFolder, plainEnvironment, sampleTerritory } from './cam.ts';

const PARTNER = 'larkmoor-managed-services';

describe('a script that asks with --json', () => {
  let demo: string;
  beforeAll(async () => {
    demo = await sampleTerritory();
    await writeFile(join(demo, 'more.csv'), 'Deal ID,Amount,Stage,Close Date\nX-1,500,Closed won,2026-02-20\n');
  });

  it.each([
    ['status', []],
    ['check', ['check']],
    ['init', ['init', '../another', '--sample', '--no-input']],
    ['partner list', ['partner', 'list']],
    ['partner show', ['partner', 'show', PARTNER]],
    ['partner add', ['partner', 'add', 'Bluefjord Systems', '--type', 'msp', '--no-input', '--dry-run']],
    ['schema', ['schema']],
    ['schema', ['schema', 'partner']],
    ['import', ['import', 'more.csv', '--partner', PARTNER, '--dry-run']],
    ['qbr', ['qbr', PARTNER]],
    ['scorecard performance', ['scorecard', 'performance', PARTNER]],
    ['scorecard performance', ['scorecard', 'performance', '--all']],
    ['why', ['why', PARTNER, 'pace']],
  ] as const)('gets one object of "%s" and nothing else: %j', async (command, argv) => {
    const answer = await cam([...argv, '--json'], { in: demo });
    expect(answer.code).toBe(0);
    const object = envelope(answer);
    expect(Object.keys(object)).toEqual(['schemaVersion', 'command', 'data', 'files', 'warnings', 'failed']);
    expect(object).toMatchObject({ schemaVersion: 1, command, warnings: [], failed: [] });
    expect(object.data).not.toBeNull();
    expect(answer.out).not.toMatch(/NaN|undefined|Infinity|\u001b/);
  });

  it('finds the partners by id and name', async () => {
    const { data } = envelope(await cam(['partner', 'list', '--json'], { in: demo }));
    const { partners } = data as { partners: { id: string; name: string }[] };
    expect(partners).toHaveLength(12);
    expect(partners).toContainEqual(
      expect.objectContaining({ id: 'nordhavn-datateknik', name: 'Nørdhavn Datateknik ApS' }),
    );
  });

  it('gets figures as plain numbers: shares as ratios, unknown as null', async () => {
    const { data } = envelope(await cam(['scorecard', 'performance', 'kestrowe-digital', '--json'], { in: demo }));
    const { figures, period } = data as { figures: Record<string, number | null>; period: string };
    expect(period).toBe('FY26-Q3');
    expect(figures).toMatchObject({ pace: null, target: null, bookings_ytd: 0 });
    const larkmoor = envelope(await cam(['scorecard', 'performance', PARTNER, '--json'], { in: demo }));
    expect((larkmoor.data as { figures: Record<string, number> }).figures['pace']).toBeCloseTo(
      1_290_500 / 1_128_000,
      12,
    );
  });

  it('gets an error as an object too, with its exit code', async () => {
    const answer = await cam(['why', PARTNER, 'pcae', '--json'], { in: demo });
    expect(answer.code).toBe(2);
    expect(envelope(answer)).toMatchObject({ data: null, error: { remedy: 'Did you mean pace?', exitCode: 2 } });
  });
});

describe('what goes where', () => {
  it('is the answer on stdout and the work under way on stderr, which --quiet leaves out', async () => {
    const demo = await sampleTerritory();
    const loud = await cam(['qbr', PARTNER], { in: demo });
    expect(loud.out).toContain(`1 deck in out/${PARTNER}/qbr-FY26-Q3.pptx`);
    expect(loud.err).toBe('1 of 1  Larkmoor Managed Services\n');
    const quiet = await cam(['qbr', PARTNER, '--quiet'], { in: demo });
    expect(quiet.err).toBe('');
  });

  it('is an error on stderr alone', async () => {
    const { code, out, err } = await cam(['partner', 'list'], { in: await newFolder() });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^✗ There is no territory here/);
  });

  it('never has colour in a pipe', async () => {
    const demo = await sampleTerritory();
    for (const argv of [
      [],
      ['check'],
      ['partner', 'list'],
      ['scorecard', 'performance', PARTNER],
      ['why', PARTNER, 'coverage'],
    ]) {
      expect((await cam(argv, { in: demo })).out, argv.join(' ')).not.toContain('\u001b');
    }
  });
});

describe('a batch that is cut short', () => {
  it('by Ctrl-C ends with 130 and leaves only whole decks', async () => {
    const territory = await manyPartners(40);
    const child = spawn(process.execPath, [CAM, 'qbr', '--all'], { cwd: territory, env: plainEnvironment() });
    let said = '';
    // A few are under way at once: when the eighth begins, the first ones stand on the disk.
    let interrupted = false;
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (!interrupted && /^8 of /m.test(said)) interrupted = child.kill('SIGINT');
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(130);
    expect(said).toContain('Interrupted. Every file written so far is whole.');
    const left = Object.keys(filesIn(join(territory, 'out')));
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(40);
    for (const path of left) expect(lintPackage(readFileSync(join(territory, 'out', path))), path).toEqual([]);
  });

  it('by a reader that has read enough ends without a word of complaint', async () => {
    const demo = await sampleTerritory();
    const child = spawn(process.execPath, [CAM, 'qbr', PARTNER, '--quiet'], { cwd: demo, env: plainEnvironment() });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.stdout.destroy();
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, complaint]).toEqual([0, '']);
    expect(Object.keys(filesIn(join(demo, 'out')))).toEqual([`${PARTNER}/qbr-FY26-Q3.pptx`]);
  });
});

/** The sample with so many partners that a batch takes a while: copies of one, without their deals' keys clashing. */
async function manyPartners(count: number): Promise<string> {
  const demo = await sampleTerritory();
  const from = join(demo, 'partners', PARTNER);
  const deals = readFileSync(join(from, 'deals.csv'), 'utf8');
  for (let number = 1; number <= count - 12; number++) {
    const to = join(demo, 'partners', `copy-${number}`);
    await cp(from, to, { recursive: true });
    await writeFile(join(to, 'deals.csv'), deals.replaceAll(/^crm,/gm, `crm${number},`));
  }
  return demo;
}
