import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintPackage } from '../../src/ooxml/lint-package.ts';
import { validateOffice } from '../ooxml/validate-office.ts';
import { cam, envelope, filesIn, newFolder, sampleTerritory } from './cam.ts';

describe('cam export', () => {
  it('writes the sample as a sound workbook, tells scripts of it, and changes nothing else', async () => {
    const demo = await sampleTerritory();
    const before = filesIn(demo);
    const answer = await cam(['export', '--json'], { in: demo });
    expect(answer.code).toBe(0);
    const path = join(demo, 'out', 'territory-2026-02-28.xlsx');
    const { command, data, files, warnings } = envelope(answer);
    expect({ command, files, warnings }).toEqual({
      command: 'export',
      files: [{ path, kind: 'workbook' }],
      warnings: [],
    });
    const { asOf, tables } = data as { asOf: string; tables: { id: string; rows: number }[] };
    expect(asOf).toBe('2026-02-28');
    expect(tables.find(({ id }) => id === 'deals')?.rows).toBe(1572);
    const bytes = await readFile(path);
    expect(lintPackage(bytes)).toEqual([]);
    expect(await validateOffice(bytes, 'xlsx')).toEqual([]);
    const { [`out/territory-2026-02-28.xlsx`]: _, ...rest } = filesIn(demo);
    const own = Object.entries(rest).filter(([name]) => !name.startsWith('.cam/written/'));
    expect(Object.fromEntries(own)).toEqual(before);
  });

  it('makes the same bytes in another place, zone and language', async () => {
    const [one, other] = [await sampleTerritory(), await sampleTerritory()];
    await cam(['export', 'a.xlsx'], { in: one, env: { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8' } });
    await cam(['export', 'a.xlsx'], { in: other, env: { TZ: 'America/Anchorage' } });
    expect((await readFile(join(one, 'a.xlsx'))).equals(await readFile(join(other, 'a.xlsx')))).toBe(true);
  });

  it('writes an empty workbook where there is no territory', async () => {
    const folder = await newFolder();
    const answer = await cam(['export', '--blank', 'start.xlsx'], { in: folder });
    expect(answer).toMatchObject({ code: 0 });
    expect((await stat(join(folder, 'start.xlsx'))).size).toBeGreaterThan(10_000);
  });
});
