import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recall, type RememberedMapping } from '../../../../src/app/import/mapping/remembered-mappings.ts';
import { newHeaders, shapeId } from '../../../../src/app/import/mapping/source-shape.ts';
import { importMappingSchema } from '../../../../src/schema/import-mapping.ts';
import { territoryOnDisk } from '../../../input/territory-on-disk.ts';
import { CAM_YAML, filesOf, importInto, importText, partnerYaml, runImport } from '../import-on-disk.ts';

const TEXT = 'Opportunity ID,Partner,Stage,Amount\n1,Cedar,Hot,5\n';

async function territory(more: Readonly<Record<string, string>> = {}): Promise<string> {
  return territoryOnDisk({ 'cam.yaml': CAM_YAML, 'partners/cedar/partner.yaml': partnerYaml('Cedar GmbH'), ...more });
}

describe('a mapping named by --map', () => {
  it('is remembered with its comments for exports of the same columns', async () => {
    const root = await territory({ 'm.yaml': '# From Ines.\nsource: crm\nstages: { Hot: won }   # ours\n' });
    const report = await importText(root, TEXT, { mapFile: 'm.yaml' });
    expect(report).toMatchObject({ created: 1, mappings: [{ path: 'm.yaml', how: 'named' }] });
    const mapping = (await filesOf(root))['mappings/crm.yaml']!;
    expect(mapping).toContain('# From Ines.');
    expect(mapping).toContain('stages: { Hot: won }   # ours');
    const next = await importText(root, TEXT.replace(',5', ',6'));
    expect(next).toMatchObject({ updated: 1, sources: ['crm'], mappings: [{ how: 'remembered' }] });
  });

  it('changes nothing when it is named again, and replaces what was remembered when it says something else', async () => {
    const root = await territory({ 'm.yaml': 'stages: { Hot: won }\n' });
    await importText(root, TEXT, { mapFile: 'm.yaml' });
    expect(await importInto(root, ['export.csv'], { mapFile: 'm.yaml' })).toMatchObject({ unchanged: 1, written: [] });
    await writeFile(join(root, 'm.yaml'), 'stages: { Hot: lost }\n');
    expect(await importInto(root, ['export.csv'], { mapFile: 'm.yaml' })).toMatchObject({ updated: 1 });
    expect(await importInto(root, ['export.csv'])).toMatchObject({ unchanged: 1, totals: { byStatus: { lost: {} } } });
    expect(Object.keys(await filesOf(root)).filter((path) => path.startsWith('mappings/'))).toHaveLength(1);
  });

  it('that remembers other columns already is copied, not changed', async () => {
    const root = await territory({ 'm.yaml': 'source: crm\nstages: { Hot: won }\n' });
    await importText(root, TEXT, { mapFile: 'm.yaml' });
    const other = TEXT.replace('Amount', 'Value').replace('1,', '2,');
    await importText(root, other, { file: 'other.csv', mapFile: 'mappings/crm.yaml' });
    expect(Object.keys(await filesOf(root))).toEqual(
      expect.arrayContaining(['mappings/crm.yaml', 'mappings/crm-2.yaml']),
    );
    expect(await importInto(root, ['export.csv'])).toMatchObject({ mappings: [{ path: 'mappings/crm.yaml' }] });
    expect(await importInto(root, ['other.csv'])).toMatchObject({ mappings: [{ path: 'mappings/crm-2.yaml' }] });
  });

  it('is not remembered by a dry run', async () => {
    const root = await territory({ 'm.yaml': 'stages: { Hot: won }\n' });
    const before = await filesOf(root);
    expect(await importText(root, TEXT, { mapFile: 'm.yaml', dryRun: true })).toMatchObject({ created: 1 });
    expect(await filesOf(root)).toEqual(before);
  });

  it('becomes the memory itself when it is the proposal, and what was to be checked is checked', async () => {
    const root = await territory();
    const asked = await importText(root, TEXT);
    const mapFile = asked.needsMapping!.proposals[0]!.path;
    expect(await readFile(join(root, mapFile), 'utf8')).toContain('"Hot": open   # check: open, won or lost? 1 row');
    await importInto(root, ['export.csv'], { mapFile });
    const text = await readFile(join(root, mapFile), 'utf8');
    expect(text).toContain('\n# How to read this export and every one with the same columns. Change it freely.\n');
    expect(text).not.toContain('check');
    expect(text).toMatch(/^shape: [0-9a-f"]{12,14}$/m);
    expect(await importInto(root, ['export.csv'])).toMatchObject({ unchanged: 1, mappings: [{ path: mapFile }] });
  });
});

describe('a file without headers', () => {
  it('is read by the places of its columns, and so is the next one of as many columns', async () => {
    const columns = 'id: column 1, partner: column 2, stage: column 3, amount: column 4';
    const root = await territory({ 'm.yaml': `header: none\ncolumns: { ${columns} }\n` });
    const rows = '7|Cedar|Won|5\n8|Cedar|Lost|6\n';
    expect(await importText(root, rows, { mapFile: 'm.yaml' })).toMatchObject({ rows: 2, created: 2 });
    const next = await importText(root, `${rows}9|Cedar|Won|7\n`);
    expect(next).toMatchObject({ rows: 3, created: 1, unchanged: 2, mappings: [{ how: 'remembered' }] });
    expect((await importText(root, 'Id|Who|Phase|Value\n9|Cedar|Won|7\n')).needsMapping).toBeDefined();
  });
});

describe('a mapping of another kind of rows', () => {
  it('is told which of its fields that kind does not have, and which kinds there are', async () => {
    const root = await territory({
      'm.yaml': 'kind: certifications\ncolumns:\n  holdr: Name\n  issued: Date\n',
      'k.yaml': 'kind: certificatons\n',
    });
    await writeFile(join(root, 'export.csv'), TEXT);
    expect(await runImport(root, ['export.csv'], { mapFile: 'm.yaml' })).toMatchObject({
      kind: 'problems',
      problems: [{ file: 'm.yaml', line: 3, message: '"holdr" is no field of certifications', suggestion: 'holder' }],
    });
    expect(await runImport(root, ['export.csv'], { mapFile: 'k.yaml' })).toMatchObject({
      problems: [{ line: 1, message: '"certificatons" is no kind of import', suggestion: 'certifications' }],
    });
  });
});

describe('a remembered mapping', () => {
  const SHAPE = shapeId({ kind: 'deals', headers: ['Opportunity ID', 'Partner', 'Stage', 'Amount'] });

  it('with mistakes stops the import and names their places', async () => {
    const root = await territory({ 'mappings/crm.yaml': `shape: "${SHAPE}"\nstages: { Hot: maybe }\ndecimals: ","\n` });
    await writeFile(join(root, 'export.csv'), TEXT);
    expect(await runImport(root, ['export.csv'])).toMatchObject({
      kind: 'problems',
      of: 'mapping',
      problems: [
        { file: 'mappings/crm.yaml', line: 2, path: 'stages.Hot' },
        { file: 'mappings/crm.yaml', line: 3, suggestion: 'decimal' },
      ],
    });
  });

  it('is one for its shape: a copy is an error', async () => {
    const text = `shape: "${SHAPE}"\nstages: { Hot: won }\n`;
    const root = await territory({ 'mappings/a.yaml': text, 'mappings/b.yaml': text });
    await writeFile(join(root, 'export.csv'), TEXT);
    expect(await runImport(root, ['export.csv'])).toMatchObject({
      problems: [
        {
          file: 'mappings/b.yaml',
          line: 1,
          message: 'stands in mappings/a.yaml too, and only one file can say how such exports are read',
        },
      ],
    });
  });

  it('is not looked for in files that name no shape, whatever they hold', async () => {
    const root = await territory({ 'mappings/draft.yaml': 'stages: [unfinished\n' });
    expect((await importText(root, TEXT)).needsMapping?.questions).toHaveLength(1);
  });

  it('is overruled by flags', async () => {
    const root = await territory({
      'mappings/crm.yaml': `shape: "${SHAPE}"\nstages: { Hot: won }\ndecimal: "."\n`,
    });
    const report = await importText(root, TEXT.replace(',5', ',"1.234"'), { decimal: ',' });
    expect(report.totals.amount).toEqual({ USD: 1234 });
  });
});

describe('the shape of a source', () => {
  const headers = ['Deal ID', 'Stage'];
  it.each([
    ['other order and spelling of the headers', { kind: 'deals', headers: ['stage', 'deal_id'] }, true],
    ['a sheet as every workbook has it', { kind: 'deals', headers, sheet: 'Sheet1' }, true],
    ['a sheet named after its month', { kind: 'deals', headers, sheet: 'March 2026' }, true],
    ['a sheet whose name tells something', { kind: 'deals', headers, sheet: 'Renewals' }, false],
    ['one header more', { kind: 'deals', headers: [...headers, 'Amount'] }, false],
    ['another kind', { kind: 'leads', headers }, false],
  ])('is told by %s', (_, shape, same) => {
    expect(shapeId(shape) === shapeId({ kind: 'deals', headers })).toBe(same);
  });

  const made = (path: string, from: readonly string[], columns: Record<string, string>): RememberedMapping => ({
    path,
    text: '',
    mapping: importMappingSchema.parse({ shape: shapeId({ kind: 'deals', headers: from }), headers: from, columns }),
  });

  it('is recalled by the nearest of several that finds its columns', () => {
    const near = made('near', ['Id', 'Stage', 'Who', 'Amount'], { partner: 'Who' });
    const far = made('far', ['Id', 'Stage', 'Who'], { partner: 'Who' });
    const lost = made('lost', ['Id', 'Stage', 'Who', 'Amount', 'Region', 'Reseller'], { partner: 'Reseller' });
    const now = ['Id', 'Stage', 'Who', 'Amount', 'Region'];
    const found = recall([far, near, lost], { kind: 'deals', headers: now });
    expect([found?.remembered.path, found?.newHeaders]).toEqual(['near', ['Region']]);
    expect(recall([far], { kind: 'leads', headers: now })).toBeUndefined();
    expect(recall([far], { kind: 'deals', headers: ['Id', 'Stage', 'Who', 'a', 'b', 'c', 'd'] })).toBeUndefined();
  });

  it('names the headers that are new', () => {
    expect(newHeaders(['ID', 'Stage ', '', 'Region'], ['id', 'stage'])).toEqual(['Region']);
  });
});
