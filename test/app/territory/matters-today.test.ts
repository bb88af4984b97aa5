import { expect, it } from 'vitest';
import { mattersToday } from '../../../src/app/territory/matters-today.ts';
import type { TerritoryStatus } from '../../../src/app/territory/status.ts';
import { missing } from '../../../src/units/missing.ts';
import type { PlainDate } from '../../../src/units/plain-date.ts';

const QUIET: TerritoryStatus = {
  name: 'Tessaline',
  asOf: '2026-04-14' as PlainDate,
  currency: 'USD',
  partners: 3,
  retired: 0,
  overdue: [],
  upcoming: [],
  attention: [],
  late: [],
  data: {
    dealRows: 10,
    withDeals: 3,
    newestExport: '2026-04-14' as PlainDate,
    withTarget: 3,
    missingTarget: [],
    fiscalYear: 'FY26',
    errors: 0,
    warnings: 0,
    files: 12,
  },
};

const review = (id: string, days: number) => ({ id, name: id.toUpperCase(), day: '2026-04-01' as PlainDate, days });
const behind = (id: string, atStake: number) => ({
  id,
  name: id.toUpperCase(),
  attention: { statuses: [{ meaning: 'bad' as const, word: 'behind' }], atStake },
});
const SETTING = { locale: 'en-GB', isWorkbook: false } as const;
const commands = (status: TerritoryStatus) => mattersToday(status, SETTING).map(({ command }) => command);

it('broken files come first, then the longest overdue review, then the most money at stake', () => {
  const status = {
    ...QUIET,
    overdue: [review('acme', -31), review('umber', -4)],
    attention: [behind('corvid', 90_000)],
    data: { ...QUIET.data, errors: 2 },
  };
  expect(mattersToday(status, SETTING).map(({ what }) => what.replaceAll('\u00a0', ' '))).toEqual([
    '2 problems in your files',
    'ACME: review 31 days overdue',
    'CORVID: behind, $90K at stake',
  ]);
});

it('a partner is named once, for what presses most', () => {
  const status = { ...QUIET, overdue: [review('acme', -1)], attention: [behind('acme', 5), behind('umber', 4)] };
  expect(commands(status)).toEqual(['qbr acme', 'scorecard performance umber']);
});

it('old exports matter more than a review of next month', () => {
  const status = {
    ...QUIET,
    upcoming: [review('acme', 20)],
    data: { ...QUIET.data, newestExport: '2026-03-30' as PlainDate },
  };
  expect(mattersToday(status, SETTING)).toMatchObject([
    { what: 'The newest deals are 15 days old', command: 'import FILE.csv' },
    { what: 'ACME: review in 20 days' },
  ]);
});

it('what is not known is not said as money', () => {
  const status = {
    ...QUIET,
    attention: [{ ...behind('acme', 1), attention: { ...behind('acme', 1).attention, atStake: missing('no target') } }],
  };
  expect(mattersToday(status, SETTING)).toMatchObject([{ what: 'ACME: behind' }]);
});

it('a new territory starts with a partner, then with deals; a quiet one makes its decks', () => {
  expect(commands({ ...QUIET, partners: 0 })).toEqual(['partner add NAME', 'import FILE.csv --create-partners']);
  expect(commands({ ...QUIET, data: { ...QUIET.data, withDeals: 0 } })).toEqual(['import FILE.csv']);
  expect(commands(QUIET)).toEqual(['qbr --all']);
});

it('files that cannot be used come before a first partner or first deals: they may hold them', () => {
  const broken = { ...QUIET.data, errors: 1 };
  expect(commands({ ...QUIET, partners: 0, data: broken })).toEqual(['check']);
  expect(commands({ ...QUIET, data: { ...broken, withDeals: 0 } })).toEqual(['check', 'import FILE.csv']);
});

it('where nobody has a target the way to enter them is named', () => {
  const status = { ...QUIET, data: { ...QUIET.data, withTarget: 0, missingTarget: ['acme', 'umber', 'corvid'] } };
  expect(mattersToday(status, SETTING)).toEqual([
    { what: 'A deck for every partner', command: 'qbr --all' },
    { what: 'No partner has a target for FY26', command: 'import FILE.csv --kind targets' },
  ]);
});

it('a workbook in the place of a territory is filled in by hand: no command that writes is named', () => {
  const onWorkbook = (status: TerritoryStatus) => mattersToday(status, { ...SETTING, isWorkbook: true });
  expect(onWorkbook({ ...QUIET, partners: 0 })).toEqual([
    { what: 'Fill in the sheet Partners: the workbook has no partner yet', command: 'qbr --all' },
  ]);
  expect(onWorkbook({ ...QUIET, data: { ...QUIET.data, withDeals: 0 } })).toEqual([
    { what: 'No deals are imported yet: fill in the sheet Deals', command: 'qbr --all' },
  ]);
  const stale = { ...QUIET.data, newestExport: '2026-03-30' as PlainDate };
  expect(onWorkbook({ ...QUIET, data: stale })).toEqual([
    { what: 'The newest deals are 15 days old: fill in the sheet Deals', command: 'qbr --all' },
  ]);
  expect(onWorkbook({ ...QUIET, data: { ...QUIET.data, withTarget: 0 } })[1]).toEqual({
    what: 'No partner has a target for FY26: fill in the sheet Targets',
    command: 'qbr --all',
  });
});

it('overdue actions are named with how many and how long, after reviews and money', () => {
  const status = {
    ...QUIET,
    overdue: [review('acme', -31)],
    late: [
      { id: 'acme', name: 'ACME', count: 2, days: 40 },
      { id: 'umber', name: 'UMBER', count: 1, days: 1 },
    ],
  };
  expect(mattersToday(status, SETTING)).toEqual([
    { what: 'ACME: review 31 days overdue', command: 'qbr acme', partner: 'acme' },
    { what: 'UMBER: 1 action overdue, the longest 1 day', command: 'actions umber', partner: 'umber' },
  ]);
});
