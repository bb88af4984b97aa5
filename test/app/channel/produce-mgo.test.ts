import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { produceMgo, type MgoRequest } from '../../../src/app/channel/produce-mgo.ts';
import { mgoNameOf, triedNumbers } from '../../../src/app/channel/tried-numbers.ts';
import { calculatedValues } from '../../../src/document/calculation/calculated-values.ts';
import { MGO_DRIVERS, MGO_QUANTITIES } from '../../../src/domain/marketing/mgo/mgo-relations.ts';
import type { MgoName } from '../../../src/schema/mgo.ts';
import { formatSentence } from '../../../src/units/format.ts';
import { numberIn } from '../../../src/units/value.ts';
import { openSample } from '../../artifacts/sample-pages.ts';

const workspace = await openSample();
const out = await mkdtemp(join(tmpdir(), 'cam-mgo-'));
afterAll(() => rm(out, { recursive: true }));

const produced = (set?: string, solve?: MgoName, more: Partial<MgoRequest> = {}) =>
  produceMgo(workspace, {
    tried: set === undefined ? new Map() : triedNumbers(set),
    solve,
    formats: [],
    out,
    force: false,
    dryRun: true,
    ...more,
  });

describe('the worksheet of the sample', () => {
  it('says in one sentence which share has to be won, and writes out/mgo.xlsx', async () => {
    const { document, solved, files } = await produced(undefined, undefined, { formats: ['xlsx'] });
    const [section] = document.sections;
    expect(formatSentence(section!.headline, document.format)).toBe(
      '$10,000,000 a year takes 8\u00a0% of 12,600 MGOs won',
    );
    expect(solved).toBe('close_rate');
    expect(files.map(({ path }) => path)).toEqual([join(out, 'mgo.xlsx')]);
  });

  it.each(MGO_DRIVERS)('calculates in its workbook what it says on its page, asked for the %s', async (unknown) => {
    const { document } = await produced(undefined, unknown);
    const values = calculatedValues(document.calculation!);
    for (const { name } of MGO_QUANTITIES) {
      const inBook = values.at({ sheet: 'mgo', column: 'result', row: name });
      expect(Math.abs(Number(inBook) / numberIn(document.figures[name]!)! - 1), name).toBeLessThan(1e-12);
    }
    for (const { difference, title } of document.calculation!.checks) {
      expect(Math.abs(Number(values.difference(difference))), title).toBeLessThan(1e-6);
    }
  });

  it('splits what has to be done to each partner and its quarters, months and weeks', async () => {
    const { document } = await produced();
    const values = calculatedValues(document.calculation!);
    const split = (column: string, row: string) => values.at({ sheet: 'split', column, row });
    expect(['whole', 'year', 'quarter', 'month', 'week'].map((column) => split(column, 'mgos'))).toEqual([
      12_600, 36, 9, 3, 0.7,
    ]);
    expect(['whole', 'year', 'week'].map((column) => split(column, 'campaigns'))).toEqual([1_400, 4, 0.1]);
    expect(split('week', 'reached')).toBe(116);
  });
});

describe('what a person reads when the worksheet cannot be worked out', () => {
  it.each([
    [
      'close_rate=8%,revenue=5',
      undefined,
      'Nothing is left to work out: every number of the worksheet is given.',
      'Name what to work out, for example --solve close_rate, or take it out of channel/mgo.yaml.',
    ],
    [
      'mgos=15000',
      undefined,
      'The numbers contradict each other: responses × MGO rate is 12,600, but the MGOs are given as 15,000.',
      'Leave one of them out, or name with --solve what to work out instead.',
    ],
    [
      'contacts=0',
      undefined,
      'The close rate cannot be worked out: it would be divided by 0, the MGOs.',
      'Give the MGOs a number above 0.',
    ],
    [
      'revenue=900000000',
      undefined,
      'The close rate would have to be 720\u00a0%: more than there are.',
      'Lower the goal, or raise one of the other numbers.',
    ],
  ] as const)('%s', async (set, solve, message, remedy) => {
    await expect(produced(set, solve)).rejects.toMatchObject({ kind: 'data', message, remedy });
  });

  it.each([
    ['contacts', '--set: "contacts" is no pair.'],
    ['contact=5', '--set: the worksheet has no number "contact".'],
    ['contacts=many', '--set: "many" is no number for contacts.'],
    ['contacts=5%', '--set: "5%" is no number for contacts.'],
    ['close_rate=8', '--set: close_rate is a rate, and "8" has no %.'],
    ['close_rate=108%', '--set: close_rate cannot be above 100%.'],
  ])('--set %s', (typed, message) => {
    expect(() => triedNumbers(typed)).toThrow(message);
  });

  it('--solve with a name the worksheet does not have', () => {
    expect(() => mgoNameOf('partner', '--solve')).toThrow('--solve: the worksheet has no number "partner".');
    expect(mgoNameOf('close-rate', '--solve')).toBe('close_rate');
  });
});
