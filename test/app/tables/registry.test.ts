import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTerritory } from '../../../src/input/load-territory.ts';
import { SETTINGS } from '../../../src/app/tables/program-tables.ts';
import { TABLES, tableById } from '../../../src/app/tables/registry.ts';
import { keysOf, schemaAt } from '../../../src/schema/schema-parts.ts';
import { camConfigSchema } from '../../../src/schema/cam-config.ts';
import { commitmentsSchema } from '../../../src/schema/commitments.ts';
import { fundsSchema } from '../../../src/schema/funds.ts';
import { campaignRowSchema } from '../../../src/schema/marketing-plan-rows.ts';
import { partnerSchema } from '../../../src/schema/partner.ts';

const SAMPLE = join(import.meta.dirname, '..', '..', '..', 'samples', 'territory');

/** Keys of a file that no table has a column for, each with its reason. */
const WITHOUT_COLUMN: Readonly<Record<string, string>> = {
  'commitments.yaml none_made': 'a list of quarters, not of commitments; a workbook carries the file along',
};

/** Keys of files that hold a list, by file: each is a table of its own or stands in the list above. */
const FILES = { 'partner.yaml': partnerSchema, 'commitments.yaml': commitmentsSchema, 'funds.yaml': fundsSchema };

describe('the tables of a territory', () => {
  it('have a column for everything that a file of a partner or of the territory may say', () => {
    const lacking = Object.entries(FILES).flatMap(([file, schema]) =>
      keysOf(schema)
        .filter((key) => !covers(file, key))
        .map((key) => `${file} ${key}`),
    );
    expect(lacking).toEqual(Object.keys(WITHOUT_COLUMN));
  });

  it('have a column for every key of the entries of a list, and for every column of a CSV file', () => {
    const lacking = TABLES.filter(({ storage }) => storage.kind === 'list' || storage.kind === 'csv').flatMap(
      ({ id, schema, columns }) =>
        keysOf(schema)
          .filter((key) => !columns.some(({ name, at = [name] }) => at[0] === key))
          .map((key) => `${id} ${key}`),
    );
    expect(lacking).toEqual([]);
  });

  it('have a column for every key of a campaign, but for its cost lines, which are rows of their own', () => {
    const { columns } = tableById('campaigns');
    const lacking = keysOf(campaignRowSchema).filter((key) => !columns.some(({ name, at = [name] }) => at[0] === key));
    expect(lacking).toEqual(['cost_lines']);
  });

  it('have a row for every setting of cam.yaml that is no list', () => {
    const named = SETTINGS.map(({ setting }) => setting);
    const lists = TABLES.flatMap(({ storage }) => (storage.kind === 'list' ? [storage.key] : []));
    const leaves = leavesOf([]).filter((path) => !lists.includes(path) && path !== 'cam.quota');
    expect(leaves.toSorted()).toEqual(named.toSorted());
  });

  it('have sheet names that Excel takes, and names and keys that are theirs', () => {
    const titles = TABLES.map(({ title }) => title.toLowerCase());
    expect(new Set(titles).size).toBe(TABLES.length);
    expect(titles).not.toContain('history');
    for (const { title, columns, key } of TABLES) {
      expect(title.length).toBeLessThanOrEqual(31);
      const names = columns.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const part of key) expect(names).toContain(part);
    }
    expect(() => tableById('nothing')).toThrow('There is no table nothing.');
  });

  it('say of every column what it holds: choices come with their words, money is an amount', () => {
    const column = (table: string, name: string) =>
      tableById(table).columns.find((candidate) => candidate.name === name);
    expect(column('deals', 'status')).toMatchObject({
      kind: 'choice',
      choices: ['open', 'won', 'lost'],
      required: true,
    });
    expect(column('deals', 'amount')).toMatchObject({ kind: 'amount' });
    expect(column('deals', 'probability_percent')).toMatchObject({ kind: 'percent' });
    expect(column('deals', 'close_date')).toMatchObject({ kind: 'date' });
    expect(column('accounts', 'consent')).toMatchObject({ kind: 'choice', choices: ['yes', 'no'] });
    expect(column('facts', 'value')).toMatchObject({ kind: 'amount', required: true });
    expect(column('partners', 'coverage_tier')).toMatchObject({ fallback: 'managed' });
    expect(column('tasks', 'required')).toMatchObject({ kind: 'yes-no', fallback: true });
    for (const { id, columns } of TABLES) {
      for (const { name, kind, choices } of columns)
        expect([id, name, kind === 'choice']).toEqual([id, name, choices !== undefined]);
    }
  });

  it('give the rows of the sample as cells', async () => {
    const { territory } = await loadTerritory(SAMPLE);
    const rows = (id: string) => tableById(id).rowsOf(territory!);
    expect(rows('partners').find(({ partner }) => partner === 'cobaltine-networks')!.values).toMatchObject({
      name: 'Cobaltine Networks',
      type: 'msp',
      aliases: 'Cobaltine Network Services',
      agreement_signed: '2021-10-04',
    });
    expect(rows('targets').find(({ partner }) => partner === 'cobaltine-networks')!.values).toEqual({
      fiscal_year: 'FY25',
      agreed: '2024-06-24',
      q1: 46200,
      q2: 54600,
      q3: 46200,
      q4: 63000,
    });
    expect(rows('program').map(({ values }) => values)).toContainEqual({
      setting: 'fiscal_year.start_month',
      value: 7,
      meaning: 'Month in which the fiscal year starts, 1 to 12',
    });
    expect(rows('commitments').length).toBeGreaterThan(10);
    expect(rows('deals').length).toBeGreaterThan(100);
  });
});

function covers(file: string, key: string): boolean {
  return TABLES.some(({ storage, columns }) => {
    if (storage.file !== file) return false;
    return storage.kind === 'list' ? storage.key === key : columns.some(({ name, at = [name] }) => at[0] === key);
  });
}

/** The places of all values of `cam.yaml` that are no block. */
function leavesOf(path: readonly string[]): readonly string[] {
  const keys = keysOf(path.length === 0 ? camConfigSchema : schemaAt(camConfigSchema, path)!);
  return keys.length === 0 ? [path.join('.')] : keys.flatMap((key) => leavesOf([...path, key]));
}
