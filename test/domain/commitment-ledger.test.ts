import { describe, expect, it } from 'vitest';
import { gradeLastReview, openEntries, type GradedCommitments } from '../../src/domain/commitment-ledger.ts';
import { partnerSchema } from '../../src/schema/partner.ts';
import { commitmentsSchema, type CommitmentLedger } from '../../src/schema/commitments.ts';
import { day, quarter } from './given.ts';

type Line = readonly [side: string, result: string, made?: string, due?: string];

function ledger(lines: readonly Line[], none_made: readonly string[] = []): CommitmentLedger {
  const commitments = lines.map(([side, result, made = 'FY26-Q2', due = '2026-02-28'], index) => ({
    id: `c${index + 1}`,
    side,
    what: 'Do it',
    owner: 'Somebody',
    due,
    made,
    result,
  }));
  return commitmentsSchema.parse({ commitments, none_made });
}

function graded(lines: readonly Line[], none_made: readonly string[] = []): GradedCommitments {
  const found = gradeLastReview(ledger(lines, none_made), { before: quarter('FY26-Q3'), on: day('2026-02-28') });
  if ('missing' in found) throw new Error(found.missing);
  return found;
}

describe('the grades of the last review', () => {
  it('count partly as half in the rate and not at all as kept', () => {
    // Two kept, one partly, one missed: (2 + 0.5) / 4 = 0.625; the partly and the missed one are carried over.
    const found = graded([
      ['partner', 'kept'],
      ['partner', 'partly'],
      ['vendor', 'kept'],
      ['vendor', 'missed'],
    ]);
    expect(found.keptRate).toBe(0.625);
    expect(found.carriedOver).toBe(2);
    expect(found.partner).toEqual({ total: 2, kept: 1, missed: 0 });
    expect(found.vendor).toEqual({ total: 2, kept: 1, missed: 1 });
  });

  it('leave out what is not yet due or was dropped, but still show it', () => {
    const found = graded([
      ['partner', 'kept'],
      ['partner', 'open'],
      ['vendor', 'dropped'],
    ]);
    expect(found).toMatchObject({ keptRate: 1, carriedOver: 0, partner: { total: 1 }, vendor: { total: 0 } });
    expect(found.commitments).toHaveLength(3);
  });

  it('are of the latest review before the quarter, not of this one and not of an older one', () => {
    const found = graded([
      ['partner', 'missed', 'FY26-Q1'],
      ['partner', 'kept', 'FY26-Q2'],
      ['partner', 'missed', 'FY26-Q3'],
    ]);
    expect(found.quarter).toEqual(quarter('FY26-Q2'));
    expect(found.partner).toEqual({ total: 1, kept: 1, missed: 0 });
  });

  it('reach back over quarters without a review, across the turn of the year', () => {
    expect(graded([['partner', 'kept', 'FY25-Q4']]).quarter).toEqual(quarter('FY25-Q4'));
  });

  it('list the partner first, each side by due date', () => {
    const found = graded([
      ['vendor', 'kept', 'FY26-Q2', '2026-01-10'],
      ['partner', 'kept', 'FY26-Q2', '2026-03-01'],
      ['partner', 'kept', 'FY26-Q2', '2026-02-01'],
    ]);
    expect(found.commitments.map(({ side, due }) => `${side} ${due}`)).toEqual([
      'partner 2026-02-01',
      'partner 2026-03-01',
      'vendor 2026-01-10',
    ]);
  });

  it('are a known zero where the last review made no commitment', () => {
    const found = graded([['partner', 'missed', 'FY26-Q1']], ['FY26-Q2']);
    expect(found).toMatchObject({ quarter: quarter('FY26-Q2'), commitments: [], carriedOver: 0 });
    expect(found.keptRate).toEqual({ missing: 'no commitment to grade' });
  });
});

describe('grades that are not known', () => {
  const before = quarter('FY26-Q3');

  it('because no ledger was loaded', () => {
    expect(gradeLastReview(undefined, { before, on: day('2026-02-28') })).toEqual({
      missing: 'commitments not loaded',
    });
  });

  it('because no earlier review is on record', () => {
    expect(gradeLastReview(ledger([]), { before, on: day('2026-02-28') })).toEqual({
      missing: 'no earlier review on record',
    });
    expect(gradeLastReview(ledger([['partner', 'kept', 'FY26-Q3']]), { before, on: day('2026-02-28') })).toEqual({
      missing: 'no earlier review on record',
    });
  });

  it('because the results were noted only after the day the page is made for', () => {
    const later = ledger([['partner', 'kept']]);
    const noted = { ...later, commitments: later.commitments.map((line) => ({ ...line, closed: day('2026-03-02') })) };
    expect(gradeLastReview(noted, { before, on: day('2026-02-28') })).toEqual({
      missing: 'no results entered for FY26-Q2',
    });
    expect(gradeLastReview(noted, { before, on: day('2026-03-02') })).toMatchObject({ keptRate: 1 });
  });

  it('because nobody entered a result yet', () => {
    expect(gradeLastReview(ledger([['partner', 'open']]), { before, on: day('2026-02-28') })).toEqual({
      missing: 'no results entered for FY26-Q2',
    });
  });
});

describe('what is open', () => {
  const entries = commitmentsSchema.parse({
    commitments: [
      { id: 'b', side: 'partner', what: 'Later', owner: 'X', due: '2026-04-01', made: 'FY26-Q2' },
      { id: 'a', side: 'vendor', what: 'First', owner: 'X', due: '2026-03-01', agreed: '2026-02-12' },
      {
        id: 'c',
        side: 'partner',
        what: 'Closed since',
        owner: 'X',
        due: '2026-02-01',
        made: 'FY26-Q2',
        result: 'kept',
        closed: '2026-03-02',
      },
      { id: 'd', side: 'partner', what: 'Agreed since', owner: 'X', due: '2026-02-01', agreed: '2026-03-02' },
      {
        id: 'e',
        side: 'partner',
        what: 'Done',
        owner: 'X',
        due: '2026-02-01',
        made: 'FY26-Q2',
        result: 'kept',
        closed: '2026-02-02',
      },
    ],
  }).commitments;

  it('holds commitments and actions by their day, as they were known on a day', () => {
    expect(openEntries(entries, day('2026-02-28')).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(openEntries(entries, day('2026-03-02')).map(({ id }) => id)).toEqual(['d', 'a', 'b']);
  });

  it('holds no promise of a review that was held later', () => {
    const held = (date: string) =>
      partnerSchema.parse({
        name: 'Acme',
        type: 'var',
        meetings: [{ kind: 'qbr', quarter: 'FY26-Q2', date, held: true }],
      }).meetings;
    const openOn = (on: string) => openEntries(entries, day(on), held('2026-01-12')).map(({ id }) => id);
    expect(openOn('2026-01-11')).not.toContain('c');
    expect(openOn('2026-01-12')).toContain('c');
  });

  it('an entry that says neither its review nor its day is a mistake', () => {
    const entry = { id: 'x', side: 'partner', what: 'X', owner: 'X', due: '2026-03-01' };
    expect(commitmentsSchema.safeParse({ commitments: [entry] }).error?.issues).toMatchObject([
      { path: ['commitments', 0, 'made'], message: expect.stringContaining('an action on which day it was agreed') },
    ]);
  });
});
