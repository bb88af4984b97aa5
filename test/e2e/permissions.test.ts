import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cam, filesIn, newFolder, sampleTerritory, type Run } from './cam.ts';

/** Permissions mean nothing to the superuser, as which containers run tests: then the program runs as somebody else. */
const NOBODY = 65_534;
const isSuperuser = process.getuid?.() === 0;
const CSV =
  'Opportunity ID,Account Name,Partner Account,Stage,Amount,Close Date\n1,A,Cobaltine Networks,Won,5,2026-02-10\n';

/** Whether somebody else can run the program where it stands. */
const canRun =
  process.platform !== 'win32' &&
  (!isSuperuser || (await cam(['--version'], { in: '/', user: NOBODY }).catch(() => ({ code: 1 }))).code === 0);

describe.skipIf(!canRun)('where a person has no permission, the program says so and changes nothing:', () => {
  let root: string;
  let run: Run;
  beforeAll(async () => {
    root = await sampleTerritory();
    const folder = await newFolder();
    await writeFile(join(folder, 'deals.csv'), CSV);
    for (const place of [dirname(root), folder]) await giveTo(place);
    run = { in: folder, ...(isSuperuser && { user: NOBODY }), env: { HOME: folder } };
  });

  it('a partner’s folder that may not be written', async () => {
    const partner = join(root, 'partners', 'cobaltine-networks');
    const before = dataIn(root);
    await chmod(partner, 0o555);
    const answer = await cam(['import', 'deals.csv', '--workspace', root], run);
    await chmod(partner, 0o755);
    expect(answer).toMatchObject({ code: 1 });
    expect(answer.err).toContain(`${join(partner, 'deals.csv')} cannot be written: permission is missing.`);
    expect(answer.err).toContain('Change its permissions; what is generated may also go to another folder: --out DIR.');
    expect(dataIn(root)).toEqual(before);
  });

  it('an export that may not be read', async () => {
    const file = join(run.in, 'deals.csv');
    await chmod(file, 0o000);
    const answer = await cam(['import', 'deals.csv', '--workspace', root], run);
    await chmod(file, 0o644);
    expect(answer).toMatchObject({ code: 2 });
    expect(answer.err).toContain(`${file} may not be read by you.`);
  });

  it('a file of the territory that may not be read', async () => {
    const profile = join(root, 'partners', 'cobaltine-networks', 'partner.yaml');
    await chmod(profile, 0o000);
    const answer = await cam(['import', 'deals.csv', '--workspace', root], run);
    await chmod(profile, 0o644);
    expect(answer).toMatchObject({ code: 1 });
    expect(answer.out).toMatch(/partner\.yaml\n +The file cannot be read\.\n +Give yourself the right to read it\./);
  });

  it('a folder in which no workbook may be written', async () => {
    const closed = join(run.in, 'closed');
    await mkdir(closed, { mode: 0o555 });
    const answer = await cam(['export', join('closed', 'book.xlsx'), '--workspace', root], run);
    expect(answer).toMatchObject({ code: 1 });
    expect(answer.err).toContain(`${join(closed, 'book.xlsx')} cannot be written: permission is missing.`);
    expect(await readdir(closed)).toEqual([]);
  });

  it('a territory that may only be read, except that pages are made in another folder', async () => {
    const others = ['', '.cam', join('.cam', 'written')]
      .map((path) => join(root, path))
      .filter((path) => existsSync(path));
    for (const path of others) await chmod(path, 0o555);
    const page = ['qbr', 'cobaltine-networks', '--format', 'md', '--workspace', root];
    const elsewhere = (day: string) => cam([...page, '--out', join(run.in, 'pages'), '--as-of', day], run);
    const [first, later] = [await elsewhere('2026-02-26'), await elsewhere('2026-02-27')];
    const inside = await cam(page, run);
    for (const path of others) await chmod(path, 0o755);
    expect([first.code, later.code], first.err + later.err).toEqual([0, 0]);
    expect(later.out).not.toMatch(/by hand/);
    const [file] = (await readdir(join(run.in, 'pages', 'cobaltine-networks'))).filter((name) => name.endsWith('.md'));
    expect(await readFile(join(run.in, 'pages', 'cobaltine-networks', file!), 'utf8')).toMatch(
      /figures as of 27\sFeb\s2026/,
    );
    expect(inside.code).toBe(3);
    expect(inside.out).toMatch(/cannot be\s+written[^]*--out\s+DIR/);
  });
});

/** The files of a territory without what the tool keeps for itself. */
function dataIn(root: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(filesIn(root)).filter(([path]) => !path.startsWith('.cam/')));
}

async function giveTo(place: string): Promise<void> {
  if (!isSuperuser) return;
  await chown(place, NOBODY, NOBODY);
  const below = await readdir(place, { recursive: true });
  for (const path of below) await chown(join(place, path), NOBODY, NOBODY);
}
