import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkspace } from '../../src/app/territory/open-workspace.ts';
import { takeSnapshots } from '../../src/app/take-snapshot.ts';
import { loadTerritory } from '../../src/input/load-territory.ts';
import { day } from '../domain/given.ts';
import { TERRITORY } from '../samples/read-sample.ts';

const OKONJO = 'okonjo-advisory';
let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cam-snapshot-'));
  await cp(TERRITORY, root, { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

const take = async (asOf: string, { force = false, dryRun = false, ids = [OKONJO] } = {}) =>
  takeSnapshots(await openWorkspace({ currentFolder: root, today: day('2026-11-22'), asOf: day(asOf) }), ids, {
    force,
    dryRun,
  });
const folder = () => join(root, 'partners', OKONJO, 'snapshots');
const kept = async (date: string) => JSON.parse(await readFile(join(folder(), `${date}.json`), 'utf8')) as object;
/** The words with plain spaces. */
const messages = ({ failed }: Awaited<ReturnType<typeof take>>) =>
  failed.map(({ message }) => message.replaceAll('\u00a0', ' '));
/** Closes the first open deal. */
const closeDeal = async () => {
  const path = join(root, 'partners', OKONJO, 'deals.csv');
  await writeFile(path, (await readFile(path, 'utf8')).replace(',open,', ',lost,'));
};

describe('a snapshot that is asked for', () => {
  it('keeps the open deals of the as-of day with amount, stage and close date, as an import would', async () => {
    expect(await take('2026-03-14')).toMatchObject({ taken: [{ state: 'written' }], failed: [] });
    const { territory, problems } = await loadTerritory(root);
    expect(problems).toEqual([]);
    const newest = territory!.partners.find(({ id }) => id === OKONJO)!.snapshots.at(-1)!;
    expect(newest).toMatchObject({ date: '2026-03-14', sources: [{ file: `partners/${OKONJO}/deals.csv` }] });
    expect(newest.deals).toHaveLength(newest.open.deals);
    expect(newest.deals![0]).toMatchObject({ status: 'open', amount: expect.any(Number), stage: expect.any(String) });
    expect(newest.deals!.reduce((sum, { amount }) => sum + amount!, 0)).toBe(newest.open.amount);
  });

  it('says so when that day’s says the same already, and writes nothing', async () => {
    const before = await readFile(join(folder(), '2026-02-28.json'), 'utf8');
    expect((await take('2026-02-28')).taken).toMatchObject([{ state: 'there already' }]);
    expect(await readFile(join(folder(), '2026-02-28.json'), 'utf8')).toBe(before);
  });

  it('leaves one of that day that says something else, unless it is forced', async () => {
    await closeDeal();
    const before = await kept('2026-02-28');
    expect(messages(await take('2026-02-28'))).toEqual([
      'The snapshot of Okonjo Advisory of 28 Feb 2026 says something else. Put the new one in its place with --force.',
    ]);
    expect(await kept('2026-02-28')).toEqual(before);
    expect((await take('2026-02-28', { force: true })).taken).toMatchObject([{ state: 'replaced' }]);
    expect(await kept('2026-02-28')).not.toEqual(before);
  });

  it('is refused for a day before the newest data', async () => {
    expect(messages(await take('2026-01-31', { force: true }))).toEqual([
      'The newest data of Okonjo Advisory is of 28 Feb 2026: how its deals stood on 31 Jan 2026 is not known any more. ' +
        'A snapshot keeps how things stand today, or on the day of the newest data.',
    ]);
  });

  it('of a partner without deals keeps nothing', async () => {
    await rm(join(root, 'partners', OKONJO, 'deals.csv'));
    expect((await take('2026-03-14')).taken).toMatchObject([{ state: 'nothing to keep' }]);
  });

  it('writes nothing in a dry run', async () => {
    const before = await readdir(folder());
    expect((await take('2026-03-14', { dryRun: true })).taken).toMatchObject([{ state: 'written' }]);
    expect(await readdir(folder())).toEqual(before);
  });

  it('of one partner fails without the others', async () => {
    await closeDeal();
    const { taken, failed } = await take('2026-02-28', { ids: [OKONJO, 'larkmoor-managed-services'] });
    expect(failed).toMatchObject([{ partner: OKONJO }]);
    expect(taken).toMatchObject([{ partner: 'larkmoor-managed-services', state: 'there already' }]);
  });
});
