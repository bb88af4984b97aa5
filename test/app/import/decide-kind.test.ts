import { describe, expect, it } from 'vitest';
import { decideKind, settleKind } from '../../../src/app/import/decide-kind.ts';
import type { TextTable } from '../../../src/input/tabular/table-of-text.ts';
import { IMPORT_KINDS } from '../../../src/app/import/records/kinds.ts';
import { Failure } from '../../../src/units/failure.ts';

const table = (headers: string, file = 'export.csv'): TextTable => ({
  file,
  headers: headers.split(',').map((header) => header.trim()),
  rows: [],
  skipped: [],
  broken: [],
  sha256: '',
});
const NOTHING_SAID = { partnerColumn: undefined, wholePartner: false };
const ONE_PARTNER = { partnerColumn: undefined, wholePartner: true };
const decided = (headers: string, setting = NOTHING_SAID, file?: string): string | readonly string[] => {
  const decision = decideKind(table(headers, file), setting);
  return 'kind' in decision ? decision.kind : decision.among.map(({ kind }) => kind);
};

/** Headers as these systems write them. */
const EXPORTS: readonly (readonly [string, string])[] = [
  ['deals', 'Opportunity Name, Account Name, Stage, Amount, Close Date, Partner Account, Deal Registration ID'],
  ['deals', 'Record ID, Deal Name, Deal Stage, Close Date, Deal owner, Amount, Partner, Create Date'],
  ['deals', '(Do Not Modify) Opportunity, Topic, Potential Customer, Status, Est. Revenue, Est. Close Date, Partner'],
  ['deals', 'Kunde, Phase, Betrag'],
  ['partners', 'Partner Name, Partner Type, Partner Tier, Website, Country'],
  ['accounts', 'Reseller, End Customer, Product, Industry, Employees'],
  ['certifications', 'Partner, Learner, Certification Name, Completion Date, Expiration Date, Status'],
  ['targets', 'Partner, Fiscal Year, Q1 Target, Q2 Target, Q3 Target, Q4 Target'],
  ['targets', 'Partner, Month, Quota'],
  ['registrations', 'Registration ID, Partner, Customer, Deal Name, Amount, Status, Submitted Date, Expiration Date'],
  ['leads', 'Lead ID, First Name, Last Name, Company, Email, Lead Status, Lead Source, Partner, Created Date'],
  ['leads', 'First Name, Last Name, Title, Company / Account, Email, Lead Source, Lead Status, Lead Owner, Partner'],
  ['activities', 'Subject, Activity Type, Date, Company / Account, Assigned, Full Comments'],
  ['activities', 'Activity - Type, Activity - Subject, Activity - Due date, Activity - Organization, Activity - Note'],
  ['facts', 'Partner, Metric, Period, Value, Currency'],
  ['facts', 'Partner, KPI, Jul-25, Aug-25, Sep-25'],
  ['mdf', 'Request ID, Partner, Fiscal Quarter, Requested Amount, Approved Amount, Claimed Amount, Status'],
  ['contacts', 'First Name, Last Name, Title, Account Name, Phone, Email'],
  ['pos', 'Reseller Name, Invoice Date, Invoice Number, Part Number, Qty, Unit Price, Extended Price'],
];

describe('what the rows of a file are', () => {
  it.each(EXPORTS)('is told by its headers: %s (%s)', (kind, headers) => {
    expect(decided(headers)).toBe(kind);
  });

  it('is asked where months could be anything, unless the file or a header says that they are targets', () => {
    expect(decided('Partner, Jul-25, Aug-25, Sep-25')).toEqual(['targets']);
    expect(decided('Partner, Jul-25, Aug-25, Sep-25', NOTHING_SAID, 'Targets FY26.csv')).toBe('targets');
  });

  it('is never a list of partners where all rows belong to one', () => {
    expect(decided('Name, Website, Industry, NumberOfEmployees', ONE_PARTNER)).toBe('accounts');
  });

  it('is refused with how many headers speak for a kind beyond those it names', async () => {
    const months = table('Partner, Jul-25, Aug-25, Sep-25, Oct-25, Nov-25');
    await expect(settleKind(months, NOTHING_SAID, undefined)).rejects.toThrow(
      'They could be targets (Partner, Jul-25, Aug-25, Sep-25 and 2 more).',
    );
  });

  it('is asked at a terminal with what is likely first, and otherwise refused with the flag that says it', async () => {
    const list = table('Name, Industry, NumberOfEmployees, Website, ParentId');
    await expect(settleKind(list, NOTHING_SAID, undefined)).rejects.toEqual(
      new Failure(
        'usage',
        'export.csv: what its rows are is not clear. They could be accounts (Name, Website, Industry, NumberOfEmployees) or partners (Name, Website, ParentId, Industry).',
        'Nothing was imported. Say what they are: --kind accounts or --kind partners',
      ),
    );
    const asked: string[] = [];
    const offered: (readonly [string, string | undefined])[] = [];
    const kind = await settleKind(list, NOTHING_SAID, async ({ message, choices, proposal }) => {
      asked.push(message, choices[0]!.value, proposal);
      offered.push(...choices.map(({ value, description }) => [value, description] as const));
      return 'partners';
    });
    expect({ kind, asked }).toEqual({
      kind: 'partners',
      asked: ['export.csv: what are its rows?', 'accounts', 'accounts'],
    });
    expect(offered.slice(0, 3).map(([value]) => value)).toEqual(['accounts', 'partners', 'deals']);
    expect(offered.map(([value]) => value).sort()).toEqual([...IMPORT_KINDS].sort());
    expect(offered.every(([, words = '']) => words !== '')).toBe(true);
  });
});
