import { namesNeeded } from '../../../expression/names-in.ts';
import { isKnown, isMissing, missing, whenKnown, type Known } from '../../../units/missing.ts';
import { daysBetween } from '../../../units/plain-date.ts';
import { sentence, type Sentence } from '../../../units/sentence.ts';
import { amount, count, date, preciseShare, share, text, type Value } from '../../../units/value.ts';
import { conditionHolds, fillPattern, type StoryFigures } from '../../story.ts';
import type { MdfRequestSheet } from './mdf-request.ts';

/** A field a request cannot do without. */
export interface MissingField {
  /** Its key in the plan's file. */
  readonly key: string;
  readonly what: string;
  /** Why it is not known, where it follows from something else. */
  readonly reason?: string;
}

/** What stands in the way of a request, and what only deserves a look. */
export interface RequestProblems {
  readonly missing: readonly MissingField[];
  readonly failed: readonly Sentence[];
  readonly warnings: readonly Sentence[];
}

/** Smaller differences of money are noise of doubles. */
const NOISE = 0.005;

/**
 * What a vendor's marketing team would send back: fields that are missing, one by one, the rules of the library that do not hold, and
 * money that the fund does not have. A rule whose figures are unknown is not run: the missing field says so.
 */
export function requestProblems(sheet: MdfRequestSheet): RequestProblems {
  const figures: StoryFigures = { values: checkFigures(sheet) };
  const broken = sheet.library.mdf.checks.filter(({ holds }) => {
    const needed = [...namesNeeded(holds)].map((name) => figures.values[name]);
    return needed.every((value) => value && value.kind !== 'missing') && !conditionHolds(holds, figures);
  });
  const words = (blocks: boolean) =>
    broken
      .filter((check) => check.blocks === blocks)
      .map(({ say, id }) => fillPattern(say, figures) ?? sentence('The check {id} fails.', { id: text(id) }));
  const sure = broken.some(({ id, blocks }) => id === 'balance' && blocks);
  return {
    missing: missingFields(sheet),
    failed: [...words(true), ...fundProblems(sheet, sure)],
    warnings: [...words(false), ...worthALook(sheet)],
  };
}

/** The figures the checks of the library may speak of. */
function checkFigures(sheet: MdfRequestSheet): Readonly<Record<string, Value>> {
  const { plan, forecast, library, asOf, followUp, amountRequested, requestedThisYear } = sheet;
  const money = (value: Known<number>) => amount(value, plan.currency);
  const usedOfCap = whenKnown([amountRequested, requestedThisYear], (now, before) => now + before);
  return {
    sum_of_cost_lines: money(sheet.sumOfCostLines),
    total_cost: money(sheet.totalCost),
    partner_share: money(sheet.partnerShare),
    amount_requested: money(amountRequested),
    funding_share: share(sheet.shareAllowed),
    requested_this_year: money(requestedThisYear),
    used_of_cap: money(usedOfCap),
    ...capFigures(sheet, money),
    free: money(sheet.free),
    days_to_first_spend: count(daysBetween(asOf, forecast.firstSpend)),
    submit_days: count(library.mdf.deadlines.submit_days_before_first_spend),
    follow_up_owner: text(followUp.owner ?? missing('nobody is named')),
    follow_up_days: count(followUp.days),
  };
}

/** What the year may ask for, by the rule that sets it: only one of the two caps is known. Co-op, which is earned, has none. */
function capFigures(
  { cap: { most, byTier }, fund }: MdfRequestSheet,
  money: (value: Known<number>) => Value,
): Readonly<Record<string, Value>> {
  const isCoop = fund?.fund.kind === 'coop';
  const capped = (isSo: boolean, why: string) =>
    money(isCoop ? missing('the cap is on MDF, not on what is earned') : isSo ? most : missing(why));
  return {
    new_partner_cap: capped(byTier === undefined, 'the partner is not new'),
    tier_cap: capped(byTier !== undefined, 'no tier sets the cap'),
    ...(byTier && {
      tier: text(byTier.title),
      tier_cap_share: preciseShare(byTier.share),
      cap_bookings: money(byTier.bookings),
    }),
  };
}

function missingFields(sheet: MdfRequestSheet): MissingField[] {
  const { forecast, fund } = sheet;
  const { request } = forecast.campaign;
  const needed: readonly (readonly [key: string, what: string, value: Known<unknown> | undefined])[] = [
    ['fund', 'the fund that is asked', fund],
    ['fund', 'what the fund has left', fund ? sheet.free : 'asked for already'],
    ['requester', 'who asks for the partner', request?.requester],
    ['description', 'what is done, in a sentence or two', request?.description],
    ['product_focus', 'the product it is about', sheet.productFocus],
    ['terms_accepted', 'the day on which the partner accepted the terms', request?.terms_accepted],
    ['goals', 'a goal of the plan that it serves', sheet.goals[0]],
    ['audience', 'how many people it speaks to', forecast.audience.size > 0 ? forecast.audience.size : undefined],
    ['cost_lines', 'what it costs', positive(sheet.totalCost)],
    ['funding_share_percent', 'an amount to ask for', positive(sheet.amountRequested)],
    ...forecast.base.counts.map(
      ({ stage, count: leads }) => ['rates_percent', `how many come to ${stage}`, leads] as const,
    ),
    ['revenue_per_deal', 'what the won deals are worth', forecast.base.revenue],
    ['margin_per_deal', 'what it returns', forecast.base.margin],
    ['proof', 'what proves that it was done', sheet.proof[0]],
  ];
  const field = ([key, what, value]: (typeof needed)[number]): MissingField[] => {
    if (value === undefined) return [{ key, what }];
    return isMissing(value) ? [{ key, what, reason: value.missing }] : [];
  };
  return needed.flatMap(field);
}

function positive(value: Known<number>): Known<number> | undefined {
  return isKnown(value) && value <= 0 ? undefined : value;
}

/** What no template can allow: money the fund does not have, or no longer has when the campaign is run. */
function fundProblems({ fund, free, amountRequested, forecast, plan }: MdfRequestSheet, isSaid: boolean): Sentence[] {
  if (!fund) return [];
  const name = text(fund.fund.title ?? fund.fund.id);
  const { expires } = fund.fund;
  const over = isKnown(free) && isKnown(amountRequested) && amountRequested > free + NOISE;
  return [
    ...(over && !isSaid
      ? [
          sentence('{amount_requested} is asked for, {fund} has {free} left.', {
            amount_requested: amount(amountRequested, plan.currency),
            fund: name,
            free: amount(free, plan.currency),
          }),
        ]
      : []),
    ...(expires !== undefined && expires < forecast.end
      ? [
          sentence('{fund} ends on {expires}, before the campaign does on {end}.', {
            fund: name,
            expires: date(expires),
            end: date(forecast.end),
          }),
        ]
      : []),
  ];
}

function worthALook({ fund, forecast, pipelinePerUnit, library, plan }: MdfRequestSheet): Sentence[] {
  const { pipeline_per_unit: target } = library.mdf.target_return;
  const { brand_approval: approved } = forecast.campaign.request ?? {};
  return [
    ...(fund?.isAtMost
      ? [
          sentence('funds.yaml does not say what of {fund} is used: what is left is the most it can be.', {
            fund: text(fund.fund.title ?? fund.fund.id),
          }),
        ]
      : []),
    ...(isKnown(pipelinePerUnit) && pipelinePerUnit < target
      ? [
          sentence('Each 1 of funds is to bring {pipeline} of pipeline; {target} is wanted.', {
            pipeline: amount(pipelinePerUnit, plan.currency),
            target: amount(target, plan.currency),
          }),
        ]
      : []),
    ...(approved === undefined
      ? [
          sentence('The vendor has not approved the use of its brand yet; it must before {day}.', {
            day: date(forecast.firstSpend),
          }),
        ]
      : []),
  ];
}
