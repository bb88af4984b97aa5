import type { LifeStage } from '../../domain/life-stage/life-stage.ts';
import { daysBetween } from '../../units/plain-date.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { count, date, type Value } from '../../units/value.ts';
import type { HandoverResult } from './compute.ts';

/** Two weeks without an export: the figures are true, but of then. */
const FRESH_DAYS = 14;
/** A month without a word. */
const QUIET_DAYS = 30;

/** What asks for a look, in the order in which it would be looked at: results, pipeline, commitments, people, data. */
export function risksOf(result: HandoverResult): readonly Sentence[] {
  return [...resultRisks(result), ...dealRisks(result), ...commitmentRisks(result), ...partnerRisks(result)];
}

function resultRisks({ performance: { figures } }: HandoverResult): Sentence[] {
  const { pace, coverage, required_coverage: need, few_losses_logged: few, losses_without_amounts: blank } = figures;
  const weak = (meaning: string | undefined): boolean => meaning === 'bad' || meaning === 'watch';
  return [
    ...(weak(pace.status?.meaning) && pace.value.kind !== 'missing'
      ? [sentence('Bookings are at {pace} of plan to date.', { pace: pace.value })]
      : []),
    ...(weak(coverage.status?.meaning) && coverage.value.kind !== 'missing' && need.value.kind !== 'missing'
      ? [sentence('Coverage is {coverage}, {need} is needed.', { coverage: coverage.value, need: need.value })]
      : []),
    ...(isTrue(blank.value)
      ? [sentence('Its losses carry no amounts, so its own win rate is not used.')]
      : isTrue(few.value)
        ? [sentence('Few losses are logged, so its own win rate is not used.')]
        : []),
  ];
}

function isTrue(value: Value): boolean {
  return value.kind === 'flag' && value.flag;
}

function dealRisks({ performance: { figures } }: HandoverResult): Sentence[] {
  const counts: readonly (readonly [Value, string])[] = [
    [figures.overdue_deals.value, '{deals|open deal is|open deals are} past the close date.'],
    [figures.no_next_step_deals.value, '{deals|open deal has|open deals have} no next step.'],
    [figures.stale_deals.value, '{deals|open deal is|open deals are} quiet.'],
    [figures.no_close_date_deals.value, '{deals|open deal has|open deals have} no close date.'],
    [figures.won_unregistered.value, '{deals|deal was|deals were} won without a registration.'],
  ];
  return counts.flatMap(([deals, pattern]) =>
    deals.kind === 'count' && deals.count > 0 ? [sentence(pattern, { deals })] : [],
  );
}

function commitmentRisks({ commitments = [], input: { review } }: HandoverResult): Sentence[] {
  const late = (side: 'partner' | 'vendor'): number =>
    commitments.filter((commitment) => commitment.side === side && commitment.due < review.asOf).length;
  const said = [
    [late('vendor'), '{late|commitment of ours is|commitments of ours are} overdue.'],
    [late('partner'), "{late|commitment of the partner's is|commitments of the partner's are} overdue."],
  ] as const;
  return said.flatMap(([late, pattern]) => (late > 0 ? [sentence(pattern, { late: count(late) })] : []));
}

function partnerRisks({ input: { files, review }, lifeStage, lastContact }: HandoverResult): Sentence[] {
  const { partner } = files;
  const expired = (partner.certifications ?? []).filter(
    ({ expires }) => expires !== undefined && expires < review.asOf,
  );
  const newest = files.snapshots
    .map((snapshot) => snapshot.date)
    .filter((day) => day <= review.asOf)
    .at(-1);
  return [
    ...lapsedWords(lifeStage),
    ...(partner.retired === undefined
      ? []
      : [sentence('The partnership ends on {day}.', { day: date(partner.retired) })]),
    ...(expired.length > 0
      ? [sentence('{expired|certificate has|certificates have} run out.', { expired: count(expired.length) })]
      : []),
    ...(partner.contacts.length > 0 && !partner.contacts.some(({ champion }) => champion)
      ? [sentence('Nobody there is known as a champion.')]
      : []),
    ...(lastContact !== undefined && daysBetween(lastContact, review.asOf) > QUIET_DAYS
      ? [sentence('The last contact was on {day}.', { day: date(lastContact) })]
      : []),
    ...(newest !== undefined && daysBetween(newest, review.asOf) > FRESH_DAYS
      ? [sentence('The newest export is of {day}.', { day: date(newest) })]
      : []),
  ];
}

function lapsedWords({ lapsed: { isLapsed, reason } }: LifeStage): Sentence[] {
  if (!isLapsed) return [];
  return [reason ? sentence(`Lapsed: ${reason.pattern}.`, reason.values) : sentence('It has lapsed: it sold once.')];
}
