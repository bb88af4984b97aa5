import { describe, expect, it } from 'vitest';
import { open } from '../given.ts';
import { onboardingIn, type StageCase } from './stage-case.ts';

/** Day 0 is 1 January 2026: day 30 is 31 January, day 60 is 2 March, day 90 is 1 April. */
const SIGNED = '2026-01-01';
const FIRST_MONTH = ['kickoff', 'contracts', 'access', 'blueprint', 'plan', 'seller-course'];
const SECOND_MONTH = ['sales-cert', 'offer', 'accounts', 'demo', 'technical-cert'];
const THIRD_MONTH = ['first-calls', 'campaign', 'first-registration', 'review'];
const ALL = [...FIRST_MONTH, ...SECOND_MONTH, ...THIRD_MONTH];

function signedWith(done: readonly string[], given: StageCase = {}) {
  const tasks = ALL.map((id) => ({ id, title: id, ...(done.includes(id) && { done: '2026-01-20' }) }));
  return onboardingIn({ deals: [], ...given, partner: { agreement_signed: SIGNED, tasks, ...given.partner } });
}

const words = (onboarding: ReturnType<typeof signedWith>) => onboarding!.checkpoints.map(({ status }) => status.word);

describe('the first 90 days', () => {
  it('count their days from the day the agreement was signed', () => {
    const { day, lastDay, signed, checkpoints } = signedWith([], { asOf: '2026-01-13' })!;
    expect([day, lastDay, signed]).toEqual([12, 90, SIGNED]);
    expect(checkpoints.map(({ due }) => due)).toEqual(['2026-01-31', '2026-03-02', '2026-04-01']);
  });

  it('give every task its day, unless partner.yaml moved it', () => {
    const tasks = [{ id: 'kickoff', title: 'Kick-off in Lyon', due: '2026-01-20' }];
    const [kickoff, contracts] = onboardingIn({
      asOf: '2026-01-13',
      partner: { agreement_signed: SIGNED, tasks },
    })!.phases[0]!.tasks;
    expect(kickoff).toMatchObject({ title: 'Kick-off in Lyon', due: '2026-01-20', status: { word: 'to do' } });
    expect(contracts).toMatchObject({ due: '2026-01-11', status: { word: 'not recorded' } });
  });

  it('call a task overdue from the day after its day', () => {
    const at = (asOf: string) =>
      onboardingIn({ asOf, partner: { agreement_signed: SIGNED, tasks: [{ id: 'kickoff', title: 'K' }] } })!.phases[0]!
        .tasks[0]!;
    expect(at('2026-01-06').status.word).toBe('to do');
    expect(at('2026-01-07').status.word).toBe('overdue');
  });

  it('do not know today what was done later', () => {
    const tasks = [{ id: 'kickoff', title: 'K', done: '2026-01-10' }];
    const at = onboardingIn({ asOf: '2026-01-08', partner: { agreement_signed: SIGNED, tasks } })!;
    expect(at.phases[0]!.tasks[0]!.status.word).toBe('overdue');
    expect(at.checkpoints[0]!.tasks).toEqual({ done: 0, all: 6 });
  });

  it.each([
    ['pending before their day', '2026-01-30', FIRST_MONTH, ['pending', 'pending', 'pending']],
    ['reached on their day with every task done', '2026-01-31', FIRST_MONTH, ['reached', 'pending', 'pending']],
    ['partly with four of six', '2026-01-31', FIRST_MONTH.slice(0, 4), ['partly', 'pending', 'pending']],
    ['missed with three of six', '2026-01-31', FIRST_MONTH.slice(0, 3), ['missed', 'pending', 'pending']],
    ['judged with what was caught up since', '2026-03-02', [...FIRST_MONTH, 'offer'], ['reached', 'missed', 'pending']],
    ['partly with eight of eleven', '2026-03-02', [...FIRST_MONTH, 'offer', 'demo'], ['reached', 'partly', 'pending']],
  ])('have checkpoints that are %s', (_, asOf, done, expected) => {
    expect(words(signedWith(done, { asOf }))).toEqual(expected);
  });

  it('are reached on day 90 with the first registered deal, whatever is not ticked', () => {
    const deals = [open('2026-06-01', 100, { registration_id: 'R1' })];
    expect(words(signedWith([], { asOf: '2026-04-01', deals }))).toEqual(['missed', 'missed', 'reached']);
  });

  it('are missed on day 90 without a registration and without a first call, and partly with the calls', () => {
    expect(words(signedWith(ALL.slice(0, 11), { asOf: '2026-04-01' }))).toEqual(['reached', 'reached', 'missed']);
    expect(words(signedWith([...ALL.slice(0, 11), 'first-calls'], { asOf: '2026-04-01' }))[2]).toBe('partly');
  });

  it('take the task for the registration where no registrations are loaded', () => {
    const columns = ['source', 'id', 'status'] as const;
    expect(words(signedWith(['first-registration'], { asOf: '2026-04-01', columns }))[2]).toBe('reached');
  });

  it('say that nothing is recorded, rather than missed, when the tasks are not loaded', () => {
    const onboarding = onboardingIn({ asOf: '2026-02-01', partner: { agreement_signed: SIGNED } })!;
    expect(onboarding.checkpoints[0]!.status.word).toBe('not recorded');
    expect(onboarding.notRecorded).toBe(15);
  });

  it('are over after 120 days, unless the partner is still at the stage Onboard', () => {
    expect(signedWith(ALL, { asOf: '2026-05-01' })).toBeDefined();
    expect(signedWith(ALL, { asOf: '2026-05-02' })).toBeUndefined();
    expect(signedWith(FIRST_MONTH, { asOf: '2026-08-01' })).toBeDefined();
  });

  it('have not begun before the agreement is signed', () => {
    expect(onboardingIn({ asOf: '2025-12-31', partner: { agreement_signed: SIGNED } })).toBeUndefined();
    expect(onboardingIn({ asOf: '2026-01-31' })).toBeUndefined();
  });
});
