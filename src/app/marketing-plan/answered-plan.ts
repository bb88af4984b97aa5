import type { Answers } from '../../domain/interview/answer.ts';
import type { Campaign, MarketingPlan } from '../../schema/marketing-plan-file.ts';
import { isKnown } from '../../units/missing.ts';
import { addDays, daysBetween, parsePlainDate, type PlainDate } from '../../units/plain-date.ts';
import { roundHalfUp } from '../../units/format.ts';
import { mayStartFrom, type Candidate, type TalkSetup } from './talk-setup.ts';

/** How many reviews of the pipeline are asked for. */
export const MOST_REVIEWS = 3;

/** The plan with what was said; what was not asked or not answered stays as it was. */
export function answeredPlan(setup: TalkSetup, answers: Answers): MarketingPlan {
  const { plan, candidates } = setup;
  const picked = idsIn(answers, 'tactics') ?? plan.campaigns.map(({ id }) => id);
  const campaigns = candidates
    .filter(({ id }) => picked.includes(id))
    .map((candidate) => sizedCampaign(candidate, { setup, answers }))
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const { target_revenue: _target, budget: _budget, ...rest } = plan;
  return {
    ...rest,
    ...amountOf(plan, answers, 'target_revenue'),
    ...amountOf(plan, answers, 'budget'),
    goals: answeredGoals(plan, answers),
    campaigns,
    reviews: answeredReviews(plan, answers),
    ...answeredAgreement(setup, answers),
  };
}

function answeredGoals({ goals }: MarketingPlan, answers: Answers): MarketingPlan['goals'] {
  const chosen = idsIn(answers, 'goals') ?? goals.map(({ id }) => id);
  return chosen.map((id) => {
    const standing = goals.find((goal) => goal.id === id) ?? { id };
    const answer = answers.get(`goal.${id}`);
    if (!answer) return standing;
    const { target: _, ...goal } = standing;
    const target = 'value' in answer && typeof answer.value === 'number' ? answer.value : undefined;
    return target === undefined ? goal : { ...goal, measure: goal.measure ?? 'qualified-leads', target };
  });
}

function amountOf(plan: MarketingPlan, answers: Answers, key: 'target_revenue' | 'budget'): Partial<MarketingPlan> {
  const amount = answers.has(key) ? numberIn(answers, key) : plan[key];
  return amount === undefined ? {} : { [key]: amount };
}

interface Sizing {
  readonly setup: TalkSetup;
  readonly answers: Answers;
}

/** A campaign says only what differs from its tactic. */
function sizedCampaign(candidate: Candidate, { setup, answers }: Sizing): Campaign {
  const { campaign, audience, fundingShare, costLines, totalCost } = candidate.forecast;
  const said = (what: string) => `${candidate.id}.${what}`;
  const [size, cost, share] = ['audience', 'cost', 'share'].map((what) => numberIn(answers, said(what)));
  const owner = textIn(answers, said('owner'));
  const caller = textIn(answers, said('follow-up'));
  const percent = roundHalfUp(fundingShare * 100, 6);
  return {
    ...campaign,
    ...(size !== undefined && size !== audience.size && { audience: { ...campaign.audience, size } }),
    ...(cost !== undefined && isKnown(totalCost) && cost !== totalCost && { cost_lines: scaledLines(costLines, cost) }),
    ...(share !== undefined && share !== percent && { funding_share_percent: share }),
    ...movedTo(candidate, startOf(candidate, { setup, answers })),
    ...(owner !== undefined && { owner }),
    ...(caller !== undefined && { follow_up: { ...campaign.follow_up, owner: caller } }),
  };
}

/** A start that the funds' lead time no longer allows waits until it does. */
function startOf(candidate: Candidate, { setup, answers }: Sizing): PlainDate {
  const typed = parsePlainDate(textIn(answers, `${candidate.id}.start`) ?? '');
  const share = numberIn(answers, `${candidate.id}.share`) ?? candidate.forecast.fundingShare;
  const first = mayStartFrom(candidate, setup, share > 0);
  const wanted = typed ?? candidate.forecast.campaign.start;
  return wanted < first ? first : wanted;
}

/** The other days of a campaign move with its start. */
function movedTo({ forecast: { campaign } }: Candidate, start: PlainDate): Partial<Campaign> {
  const days = daysBetween(campaign.start, start);
  if (days === 0) return {};
  const { end, first_spend: firstSpend, verify_on: verifyOn } = campaign;
  return {
    start,
    ...(end !== undefined && { end: addDays(end, days) }),
    ...(firstSpend !== undefined && { first_spend: addDays(firstSpend, days) }),
    ...(verifyOn !== undefined && { verify_on: addDays(verifyOn, days) }),
  };
}

/** The lines in the proportions they had, in whole units; the last one takes what rounding leaves, so that they add up to the cost. */
export function scaledLines(lines: Candidate['forecast']['costLines'], cost: number): Record<string, number> {
  const known = lines.flatMap(({ title, amount }) => (isKnown(amount) ? [{ title, amount }] : []));
  const sum = known.reduce((total, { amount }) => total + amount, 0);
  if (sum === 0) return { [known[0]?.title ?? 'Cost']: cost };
  const parts = known.map(({ title, amount }) => [title, Math.floor((amount * cost) / sum)] as const);
  const rest = roundHalfUp(cost - parts.slice(0, -1).reduce((total, [, part]) => total + part, 0), 2);
  return Object.fromEntries([...parts.slice(0, -1), [parts.at(-1)![0], rest]]);
}

function answeredReviews({ reviews }: MarketingPlan, answers: Answers): MarketingPlan['reviews'] {
  const owner = textIn(answers, 'review-owner') ?? reviews.owner;
  const dates = Array.from({ length: Math.max(MOST_REVIEWS, reviews.dates.length) }, (_, index) => {
    const answer = answers.get(`review-${index + 1}`);
    if (!answer) return reviews.dates[index];
    return parsePlainDate(textIn(answers, `review-${index + 1}`) ?? '');
  });
  return {
    ...(owner !== undefined && { owner }),
    dates: [...new Set(dates.filter((day) => day !== undefined))].toSorted(),
  };
}

function answeredAgreement({ plan, input }: TalkSetup, answers: Answers): Partial<MarketingPlan> {
  const agreed = answers.get('agreed');
  if (!agreed || !('value' in agreed) || agreed.value !== true) return {};
  const [partner, vendor] = [textIn(answers, 'agreed-partner'), textIn(answers, 'agreed-vendor')];
  if (partner === undefined || vendor === undefined) return {};
  return {
    agreed: { on: plan.agreed?.on ?? input.review.asOf, partner, vendor },
    ...(plan.status === 'draft' && { status: 'agreed' as const }),
  };
}

function idsIn(answers: Answers, id: string): readonly string[] | undefined {
  const answer = answers.get(id);
  return answer && 'value' in answer && Array.isArray(answer.value) ? answer.value : undefined;
}

function numberIn(answers: Answers, id: string): number | undefined {
  const answer = answers.get(id);
  return answer && 'value' in answer && typeof answer.value === 'number' ? answer.value : undefined;
}

function textIn(answers: Answers, id: string): string | undefined {
  const answer = answers.get(id);
  return answer && 'value' in answer && typeof answer.value === 'string' ? answer.value : undefined;
}
