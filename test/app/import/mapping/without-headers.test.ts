import { expect, it } from 'vitest';
import { territoryOnDisk } from '../../../input/territory-on-disk.ts';
import { CAM_YAML, filesOf, importInto, importText } from '../import-on-disk.ts';

const ROWS = 'OPP-1,Acme Ltd,Cedar,1200,2026-01-15,Won\nOPP-2,Beta,Cedar,800,2026-02-01,Lost\n';

it('a file without headers is proposed as one, each column with its number and an example', async () => {
  const root = await territoryOnDisk({ 'cam.yaml': CAM_YAML });
  await importText(root, ROWS);
  const proposal = (await filesOf(root))['mappings/export.yaml']!;
  expect(proposal.slice(proposal.indexOf('header:'))).toBe(`header: none
source: "export"
columns:
  # check: the file seems to have no headers; if it has some, take "header: none" out and write them below
  # partner: "column 1"   # check: the column that names the partner; write its number and take the first # away
  # stage: "column 1"   # check: the column that says whether a deal is open, won or lost; write its number and take the first # away
  # id: "column 1"   # check: the column of ids, if there is one
  # name: "column 1"   # check: the column that names the deals, if there is one
  # amount: "column 1"   # check: the column of amounts, if there is one
  # close_date: "column 1"   # check: the column of close dates, if there is one
  # column 1: for example OPP-1
  # column 2: for example Acme Ltd
  # column 3: for example Cedar
  # column 4: for example 1200
  # column 5: for example 2026-01-15
  # column 6: for example Won
`);
});

it('such a proposal reads the file once its columns are written', async () => {
  const root = await territoryOnDisk({ 'cam.yaml': CAM_YAML });
  await importText(root, ROWS);
  const columns = { partner: 3, stage: 6, id: 1, amount: 4, close_date: 5 };
  const proposal = (await filesOf(root))['mappings/export.yaml']!;
  const filled = Object.entries(columns).reduce(
    (text, [field, column]) => text.replace(`# ${field}: "column 1"`, `${field}: "column ${column}"`),
    proposal,
  );
  const other = await territoryOnDisk({ 'cam.yaml': CAM_YAML, 'filled.yaml': filled, 'export.csv': ROWS });
  const report = await importInto(other, ['export.csv'], { mapFile: 'filled.yaml', createPartners: true });
  expect(report).toMatchObject({ created: 2, rejected: [], totals: { amount: { USD: 2000 } } });
});

it('a file whose headers hold a year is not taken for one without', async () => {
  const root = await territoryOnDisk({ 'cam.yaml': CAM_YAML });
  await importText(root, 'Deal,2026,Stage\nOne,12,Won\n');
  expect((await filesOf(root))['mappings/export.yaml']).not.toContain('header: none');
});
