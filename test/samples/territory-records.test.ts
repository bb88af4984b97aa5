import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { describe, expect, it } from 'vitest';
import { SAMPLES, TERRITORY } from './read-sample.ts';

type Row = Readonly<Record<string, string>>;
interface Stated {
  readonly id: string;
  readonly last_registration: string | null;
  readonly last_contact: string | null;
  readonly campaigns: readonly number[] | null;
  readonly 'mdf_FY26-Q3': { readonly approved: number; readonly used: number } | null;
}

const { partners } = parseYaml(readFileSync(join(SAMPLES, 'territory-numbers.yaml'), 'utf8')) as {
  readonly partners: readonly Stated[];
};
const rowsOf = (id: string, file: string): readonly Row[] | undefined => {
  const path = join(TERRITORY, 'partners', id, file);
  return existsSync(path) ? (parseCsv(readFileSync(path, 'utf8'), { columns: true }) as Row[]) : undefined;
};
const newest = (rows: readonly Row[] | undefined, column: string) =>
  rows
    ?.map((row) => row[column]!)
    .sort()
    .at(-1);
const { funds } = parseYaml(readFileSync(join(TERRITORY, 'funds.yaml'), 'utf8')) as {
  readonly funds: readonly {
    readonly partner: string;
    readonly period: string;
    readonly approved: number;
    readonly used: number;
  }[];
};

describe.each(partners)('what a portal, a contact log and campaigns hold of $id', (stated) => {
  const registrations = rowsOf(stated.id, 'registrations.csv');

  it('is a registration for each deal that names one, the newest of the day stated', () => {
    const named = rowsOf(stated.id, 'deals.csv')!.filter(({ registration_id: id }) => id);
    const pairs = (rows: readonly Row[], registration: string, deal: string) =>
      rows.map((row) => `${row[registration]} ${row[deal]}`).sort();
    expect(pairs(registrations ?? [], 'id', 'deal_id')).toEqual(pairs(named, 'registration_id', 'id'));
    expect(newest(registrations, 'submitted')).toBe(stated.last_registration ?? undefined);
    const open = registrations?.filter(({ status }) => status === 'approved' || status === 'submitted') ?? [];
    expect(open.filter(({ expires }) => expires! <= '2026-02-28')).toEqual([]);
  });

  it('is a last contact on the day stated, and no log where none was loaded', () => {
    expect(newest(rowsOf(stated.id, 'activities.csv'), 'date')).toBe(stated.last_contact ?? undefined);
  });

  it('is as many qualified leads of the quarter as stated', () => {
    const [run = 0, , qualified] = stated.campaigns ?? [];
    const leads = rowsOf(stated.id, 'leads.csv');
    expect(leads === undefined).toBe(run === 0);
    const found = leads?.filter(
      ({ created_date: day, stage }) => day! >= '2026-01-01' && (stage === 'sql' || stage === 'won'),
    );
    if (found) expect(found).toHaveLength(qualified!);
    expect(newest(leads, 'stage_date') ?? '').toSatisfy((day: string) => day <= '2026-02-28');
  });

  it('is the stated part of the funds of the quarter', () => {
    const ofQuarter = funds.filter(({ partner, period }) => partner === stated.id && period === 'FY26-Q3');
    const mine = ofQuarter.map(({ approved, used }) => ({ approved, used }));
    const { approved = 0, used = 0 } = stated['mdf_FY26-Q3'] ?? {};
    expect(mine).toEqual(approved > 0 ? [{ approved, used }] : []);
  });
});
