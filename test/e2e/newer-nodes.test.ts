import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CAM, cam, plainEnvironment, sampleTerritory } from './cam.ts';

/** Programs of newer Nodes, one after the other as in PATH; `.ci/run` fetches them. */
const { CAM_TEST_NODES: named, CI } = process.env;
if (named === undefined && CI === 'true') throw new Error('CAM_TEST_NODES names no newer Node to try.');
const nodes = (named ?? '').split(':').filter((path) => path !== '');

/** Read alone, drawn in a batch with its second thread, written as and read from a workbook: where the engine is spoken to. */
const COMMANDS = [
  ['partner', 'list'],
  ['qbr', '--all', '--quiet'],
  ['scorecard', 'performance', 'larkmoor-managed-services', '--format', 'html'],
  ['plan', 'business', 'larkmoor-managed-services', '--format', 'xlsx'],
  ['why', 'larkmoor-managed-services', 'coverage'],
  ['export', 'book.xlsx', '--quiet'],
  ['partner', 'list', '--workspace', 'book.xlsx', '--quiet'],
] as const;

describe.skipIf(nodes.length === 0)('on a newer Node (needs CAM_TEST_NODES)', () => {
  let here: string;
  const expected = new Map<string, string>();
  beforeAll(async () => {
    here = await sampleTerritory();
    for (const argv of COMMANDS) expected.set(argv.join(' '), (await cam(argv, { in: here })).out);
  });

  it.each(nodes)('%s says what this one says, and nothing on stderr', async (node) => {
    const demo = await sampleTerritory();
    const temporary = join(demo, '.tmp');
    await mkdir(temporary);
    for (const argv of COMMANDS) {
      const { NODE_DISABLE_COMPILE_CACHE: _, ...environment } = plainEnvironment({ TMPDIR: temporary });
      const ran = spawnSync(node, [CAM, ...argv], { cwd: demo, env: environment, encoding: 'utf8' });
      const wanted = { code: 0, err: '', out: expected.get(argv.join(' ')) };
      expect({ code: ran.status, err: ran.stderr, out: ran.stdout }, argv.join(' ')).toEqual(wanted);
    }
  });
});
