import { describe, expect, it } from 'vitest';
import { territoryOnDisk } from '../../input/territory-on-disk.ts';
import { CAM_YAML, filesOf, runImport } from './import-on-disk.ts';

const FOREIGN = 'Nothing was imported. Import CSV files and workbooks that another system exported.';

describe('a file that is no table', () => {
  it.each([
    [
      'cam.yaml',
      'cam.yaml is YAML, not a table of rows.',
      'Nothing was imported. Import CSV files and workbooks that another system exported; a mapping is named beside them: --map FILE. Files of the territory are read as they stand.',
    ],
    ['notes.MD', 'notes.MD is Markdown, not a table of rows.', FOREIGN],
    ['deals.json', 'deals.json is JSON, not a table of rows.', FOREIGN],
    ['book.toml', 'book.toml is TOML, not a table of rows.', FOREIGN],
  ])('is refused by its name: %s', async (name, message, remedy) => {
    const root = await territoryOnDisk({ 'cam.yaml': CAM_YAML, 'notes.MD': '# a, b\n', 'deals.json': '[1, 2]\n' });
    await expect(runImport(root, [name])).rejects.toMatchObject({ kind: 'data', message, remedy });
    expect(await filesOf(root)).toEqual({});
  });
});
