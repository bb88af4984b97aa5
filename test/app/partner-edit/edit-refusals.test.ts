import { describe, expect, it } from 'vitest';
import { editPartner } from '../../../src/app/partner-edit/edit-partner.ts';
import { typedEdits } from '../../../src/cli/commands/partner/typed-edits.ts';
import { Failure } from '../../../src/units/failure.ts';
import { changing, ridgeAndBluefjord, textsOf } from '../partner-changes/changed-territory.ts';

const FILES = {
  'partners/bluefjord/partner.yaml': `name: Bluefjord Systems
type: msp
contacts: [ { name: Mara Quellin, role: Owner } ]
certifications:
  - { holder: Ana Ruiz, role: technical, level: TS-100 }
  - { holder: Ana Ruiz, role: technical, level: TS-200 }
${['L1', 'L2', 'L3', 'L4', 'L5', 'L6'].map((level) => `  - { holder: Luc Okafor, role: sales, level: ${level} }`).join('\n')}
${Array.from({ length: 12 }, (_, index) => `  - { holder: H-${String(index + 1).padStart(2, '0')}, role: sales, level: L1 }`).join('\n')}
tasks: [ { id: kickoff, title: Kick-off call, done: 2026-01-05 } ]
meetings: [ { kind: qbr, quarter: FY26-Q1, planned_week: 2026-03-23 } ]
targets: [ { fiscal_year: FY26, agreed: 2026-02-01, annual: 480000 } ]
`,
  'partners/ridge-it/partner.yaml': 'name: Ridge IT\ntype: var\nparent: bluefjord\n',
  'funds.yaml': 'funds: [ { id: blue, partner: bluefjord, period: FY26-Q1, allocated: 5000 } ]\n',
};

type Options = Parameters<typeof typedEdits>[0];

/** What a person reads: the sentence, then the way out. */
async function refusal(options: Options, id = 'bluefjord'): Promise<string[]> {
  const root = await ridgeAndBluefjord(FILES);
  const before = await textsOf(root);
  const request = { ...changing(root), id, force: false };
  const error = await Promise.resolve()
    .then(() => editPartner(request, typedEdits(options)))
    .then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
  if (!(error instanceof Failure)) throw error ?? new Error('The edit was made.');
  expect(await textsOf(root)).toEqual(before);
  return [`${error.kind}: ${error.message}`, ...(error.remedy === undefined ? [] : [error.remedy])];
}

const KINDS = 'There are: contact, certification, task, meeting, target, fact, fund, alias, domain, crm-id, vertical.';

describe('an edit that cannot be is refused in words, and no file changes', () => {
  it.each<[string, Options, string, string?]>([
    [
      'a key of the profile that is none',
      { set: ['teir=gold'] },
      'usage: profile: "teir" is no value of it. Did you mean tier?',
      'It has: name, short_name, type, tier, life_stage, coverage_tier, currency, agreement_signed, lapsed, retired, parent, aliases, domains, crm_ids, verticals, notes.',
    ],
    ['a key given twice', { set: ['tier=gold', 'tier=silver'] }, 'usage: profile: tier is given twice.'],
    ['a tier that is none', { set: ['tier=goldd'] }, 'usage: profile: tier: "goldd" is no tier: did you mean gold?'],
    [
      'a tier like none',
      { set: ['tier=xx'] },
      'usage: profile: tier: "xx" is no tier: registered, silver, gold, platinum.',
    ],
    [
      'a word that is not among those allowed',
      { set: ['type=reseller'] },
      'usage: profile: type: "reseller" is not one of the allowed values: var, msp, isv, distributor, systems-integrator, referral-agent.',
    ],
    [
      'a value that must be there',
      { set: ['type='] },
      'usage: profile: type is missing; it is one of: var, msp, isv, distributor, systems-integrator, referral-agent.',
    ],
    [
      'a currency',
      { set: ['currency=dollar'] },
      'usage: profile: currency: "dollar" does not fit: a currency is written as its three-letter code, for example USD.',
    ],
    ['its own parent', { set: ['parent=bluefjord'] }, 'usage: profile: parent: a partner cannot be its own parent.'],
    [
      'a parent that belongs to it',
      { set: ['parent=ridge-it'] },
      'usage: profile: parent: "ridge-it" belongs to this partner.',
    ],
    [
      'a parent nobody knows',
      { set: ['parent=cedr'] },
      'usage: profile: parent: there is no partner "cedr"; did you mean cedar?',
    ],
    [
      'another name',
      { set: ['name=Blue'] },
      'usage: The name of a partner is not set here.',
      'cam partner rename bluefjord NAME keeps the old name, so that imports still find the partner.',
    ],
    [
      'the end of the partnership',
      { set: ['retired=2026-03-01'] },
      'usage: The last day of a partner is not set here.',
      'cam partner retire bluefjord says what is still open with it.',
    ],
    ['a word without a value', { set: ['gold'] }, 'usage: --set: "gold" is no pair.', 'Write it as tier=gold.'],
    [
      'a kind that is none',
      { add: ['certificat', 'holder=Bo'] },
      'usage: "certificat" is nothing that a partner has. Did you mean certification?',
      KINDS,
    ],
    ['no kind', { add: ['holder=Bo'] }, 'usage: "holder=Bo" of what?', 'Say the kind first: certification …'],
    [
      'a kind without values',
      { add: ['certification'] },
      'usage: What is the certification?',
      'It needs holder, role: --add certification "holder=…, role=…"',
    ],
    [
      'a word where a pair is expected',
      { add: ['contact', 'Bo'] },
      'usage: contact: "Bo" is no pair.',
      'Values are written key=value: --add contact "key=value, key=value"',
    ],
    ['a list without its word', { add: ['alias'] }, 'usage: Which alias?', 'Write it behind the word: --add alias "…"'],
    [
      'several mistakes at once',
      { add: ['certification', 'holder=Bo, role=tech, expires=2026-02-30'] },
      'usage: certification: expires: "2026-02-30" is no date as it is written here: 2026-02-28.',
    ],
    [
      'what is missing',
      { add: ['certification', 'holder=Bo'] },
      'usage: certification: role is missing; it is one of: sales, technical.',
    ],
    [
      'a meeting without a day',
      { add: ['meeting', 'kind=review'] },
      'usage: meeting: a meeting has a date or a planned_week.',
    ],
    [
      'a meeting that is planned already',
      { add: ['meeting', 'kind=qbr, quarter=FY26-Q1, date=2026-03-12'] },
      'usage: There is a meeting qbr FY26-Q1 already: planned_week 2026-03-23, held no.',
      'Change it: --change meeting qbr FY26-Q1 key=value. Another one beside it: --force',
    ],
    [
      'a task of the same title',
      { add: ['task', 'title=kick-off call'] },
      'usage: There is a task kickoff already: title Kick-off call, required yes, done 2026-01-05.',
      'Change it: --change task kickoff key=value. Another one beside it: --force',
    ],
    [
      'money set aside twice',
      { add: ['mdf', 'period=FY26-Q1, allocated=6000'] },
      'usage: There is a fund mdf FY26-Q1 already: id blue, allocated 5000.',
      'Change it: --change fund mdf FY26-Q1 key=value. Another one beside it: --force',
    ],
    [
      'money below nothing',
      { add: ['mdf', 'period=FY26-Q2, allocated=-1'] },
      'usage: fund: allocated: "-1" must not be negative.',
    ],
    [
      'another target of the same day',
      { add: ['target', 'fiscal_year=FY26, agreed=2026-02-01, annual=1'] },
      'usage: There is a target FY26 2026-02-01 already: annual 480000.',
      'What was agreed on a day stays: say the day of the new one, agreed=YYYY-MM-DD.',
    ],
    [
      'a target told two ways',
      { add: ['target', 'fiscal_year=FY26, annual=1, q1=1, q2=1, q3=1, q4=1'] },
      'usage: target: a target has exactly one of annual, quarters or months.',
    ],
    [
      'three quarters',
      { add: ['target', 'fiscal_year=FY26, q1=1, q2=1, q3=1'] },
      'usage: target: q1: must be four quarters, first to last.',
    ],
    [
      'a number with thousands',
      { add: ['target', 'fiscal_year=FY27, annual=1,900,000'] },
      'usage: target: annual: "1,900,000" is no number as it is written here: 1240.50, without thousands or currency.',
    ],
    [
      'a target rewritten',
      { change: ['target', 'FY26', 'annual=1'] },
      'usage: A target keeps its history: it is neither changed nor taken out.',
      'What holds from a day on is a new one: --add target … A slip is mended in partner.yaml.',
    ],
    ['an entry nobody named', { change: ['contact', 'role=CTO'] }, 'usage: Which contact?', 'Say it by its name.'],
    [
      'an entry nobody has',
      { remove: ['contact', 'Mara Quelin'] },
      'usage: There is no contact "Mara Quelin".',
      'Did you mean Mara Quellin?',
    ],
    [
      'an entry of which there are two',
      { change: ['certification', 'Ana Ruiz', 'expires=2027-01-01'] },
      'usage: 2 certifications hold "Ana Ruiz".',
      'Say more of it: Ana Ruiz technical: level TS-100 · Ana Ruiz technical: level TS-200',
    ],
    [
      'an entry of which there are more than a line bears',
      { change: ['certification', 'Luc Okafor', 'expires=2027-01-01'] },
      'usage: 6 certifications hold "Luc Okafor".',
      'Say more of it: Luc Okafor sales: level L1 · Luc Okafor sales: level L2 · Luc Okafor sales: level L3 · Luc Okafor sales: level L4 and 2 more',
    ],
    [
      'an entry nobody has, of more than a line bears',
      { remove: ['certification', 'wholly elsewhere'] },
      'usage: There is no certification "wholly elsewhere".',
      'There are: Ana Ruiz, Luc Okafor, H-01, H-02, H-03, H-04, H-05, H-06, H-07, H-08, H-09, H-10 and 2 more.',
    ],
    [
      'no change to an entry',
      { change: ['contact', 'Mara Quellin'] },
      'usage: What changes of the contact?',
      'Write it as key=value.',
    ],
    [
      'an entry of a list changed',
      { change: ['alias', 'BFS', 'name=x'] },
      'usage: An entry of aliases is taken out and another one added.',
    ],
    [
      'an alias nobody has',
      { remove: ['alias', 'BFS'] },
      'usage: There is no alias "BFS".',
      'The partner has no aliases.',
    ],
    [
      'values behind what goes',
      { remove: ['contact', 'name=Mara'] },
      'usage: --remove contact: say which one by its words, not by key=value.',
    ],
    ['a task nobody has', { done: ['kickof'] }, 'usage: There is no task "kickof".', 'Did you mean kickoff?'],
    [
      'a task done on another day',
      { done: ['kickoff'], on: '2026-01-07' },
      'usage: The task "kickoff" was done on 2026-01-05.',
      'Say it again with --force to put the other day in its place.',
    ],
    ['a day of no task', { set: ['tier=gold'], on: '2026-01-07' }, 'usage: --on is the day of --done TASK.'],
    [
      'a day that is none',
      { done: ['kickoff'], on: '7 Jan' },
      'usage: --on: "7 Jan" is not a date.',
      'Write it as YYYY-MM-DD, for example 2026-02-28.',
    ],
    [
      'a score above 100',
      { add: ['fact', 'metric=csat_score, period=FY26-Q1, value=191'] },
      'usage: fact: csat_score is a score from 0 to 100; 191 is not.',
    ],
    [
      'neither yes nor no',
      { add: ['fact', 'metric=business_plan_agreed, period=FY26, value=2'] },
      'usage: fact: business_plan_agreed is yes or no; 2 is not.',
    ],
    [
      'fewer than none',
      { add: ['fact', 'metric=introductions_accepted, period=FY26, value=-1'] },
      'usage: fact: introductions_accepted is counted from 0; -1 is not.',
    ],
    [
      'a share in percent, of a target that only the scorecard knows',
      { add: ['fact', 'metric=target_win_rate, period=FY26, value=45'] },
      'usage: fact: target_win_rate is a share, 0.45 for 45 %; 45 is not.',
    ],
    [
      'fewer days than none',
      { add: ['fact', 'metric=target_days_to_close, period=FY26, value=-4'] },
      'usage: fact: target_days_to_close is counted from 0; -4 is not.',
    ],
    [
      'a metric that is nearly one of the scorecard',
      { add: ['fact', 'metric=partner_profit_actuel, period=2026-01, value=80'] },
      'usage: There is no metric "partner_profit_actuel" yet. Did you mean partner_profit_actual?',
      expect.stringContaining('say it again with --force') as unknown as string,
    ],
    [
      'a period that is none',
      { add: ['fact', 'metric=csat_score, period=spring, value=80'] },
      'usage: fact: period: "spring" does not fit: a period is a month 2026-02, a quarter FY26-Q3, a year FY26 or a day 2026-02-28.',
    ],
    [
      'a metric that is nearly one',
      { add: ['fact', 'metric=services_revenu, period=2026-01, value=80'] },
      'usage: There is no metric "services_revenu" yet. Did you mean services_revenue?',
      'A metric of your own: say it again with --force. Known so far: bookings, net_bookings, services_revenue, sales_certified_people, technical_certified_people, business_plan_agreed, qbrs_held, csat_score, agreement_signed, onboarding_tasks_ratio, introductions_accepted, target_average_deal, target_win_rate, target_days_to_close, target_registered_share, target_csat, partner_profit_actual, partner_profit_planned, recurring_revenue, target_leads, planned_product_new, planned_product_renewal, planned_product_registered_new, planned_product_all.',
    ],
  ])('%s', async (_, options, ...words) => {
    expect(await refusal(options)).toEqual(words);
  });

  it('a partner nobody knows', async () => {
    expect(await refusal({ set: ['tier=gold'] }, 'bluefyord')).toEqual([
      'usage: There is no partner "bluefyord".',
      'Did you mean bluefjord?',
    ]);
  });
});
