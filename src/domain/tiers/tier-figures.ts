import type { TiersTemplate } from '../../schema/tiers.ts';
import { isKnown } from '../../units/missing.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { amount, count, date, text } from '../../units/value.ts';
import type { Figure } from '../figure.ts';
import { REQUIREMENT_STATUS, type RequirementStanding } from './judge-requirement.ts';
import { metricTitle, requirementValue } from './metric-words.ts';
import type { PathStanding, TierStanding } from './tier-standing.ts';
import type { TierWorth } from './tier-worth.ts';

/** The figures of a tier review by the names `cam why` takes: counts of open requirements, what is at stake, each requirement by its id. */
export function tierFigures(
  standing: TierStanding,
  tiers: TiersTemplate,
  currency: string,
): Readonly<Record<string, Figure>> {
  const { current, next, kept, gained } = standing;
  const views = [current, ...(next ? [next] : [])];
  const requirements = views.flatMap(({ path, title }) => path.requirements.map((one) => [one, title] as const));
  return {
    tier_open: openFigure(`Open for ${current.title}`, current.path),
    ...(kept && { tier_worth_kept: worthFigure(`${current.title} kept, a year`, kept, currency) }),
    ...(next && { next_tier_open: openFigure(`Open for ${next.title}`, next.path) }),
    ...(gained && next && { next_tier_worth: worthFigure(`${next.title} gained, a year`, gained, currency) }),
    ...Object.fromEntries(
      requirements.map(([one, tier]) => [requirementName(one), requirementFigure(one, { tier, tiers, standing })]),
    ),
  };
}

/** The name under which a requirement is asked for. */
export function requirementName({ id }: Pick<RequirementStanding, 'id'>): string {
  return id.replaceAll('-', '_');
}

function openFigure(label: string, { requirements, open, title }: PathStanding): Figure {
  return {
    label,
    value: count(open.length),
    evidence: {
      formula: 'requirements of the nearest path that are not met for the review',
      workings: sentence('{open} of {all|requirement|requirements} of the {path}', {
        open: count(open.length),
        all: count(requirements.length),
        path: text(title.toLowerCase()),
      }),
      sources: [sentence('templates/tiers.yaml, partner.yaml, deals.csv')],
    },
  };
}

function worthFigure(label: string, { amount: value, parts, notPlanned }: TierWorth, currency: string): Figure {
  const planned = Object.entries(parts).filter(([name, part]) => name.startsWith('product_') && isKnown(part));
  const missed = notPlanned.map(words).join(', ');
  return {
    label,
    value: amount(value, currency),
    evidence: {
      formula: 'rate difference × the planned revenue it is paid on, next four quarters',
      ...(planned.length > 0 && {
        workings: sentence(
          planned.map(([name], index) => `${words(name)} {planned${index}}`).join(', '),
          Object.fromEntries(planned.map(([, part], index) => [`planned${index}`, amount(part, currency)])),
        ),
      }),
      ...(missed !== '' && { rule: `not planned and left out: ${missed}` }),
      sources: [sentence('templates/tiers.yaml, facts.csv')],
    },
  };
}

function requirementFigure(
  requirement: RequirementStanding,
  { tier, tiers, standing }: { readonly tier: string; readonly tiers: TiersTemplate; readonly standing: TierStanding },
): Figure {
  const { metric, secured, status, reading } = requirement;
  return {
    label: `${metricTitle(metric, tiers)} for ${tier}`,
    value: requirementValue(requirement, secured, standing.currency),
    status: REQUIREMENT_STATUS[status],
    evidence: {
      formula: `${reading.formula}, as far as it counts on the review date`,
      workings: requirementWorkings(requirement, standing),
      ...(reading.selection && { selection: reading.selection }),
      rule: ruleWords(requirement),
      sources: reading.sources,
    },
  };
}

function requirementWorkings(requirement: RequirementStanding, { reviewDay, currency }: TierStanding): Sentence {
  const { secured, threshold, left, status } = requirement;
  const value = (of: typeof secured) => requirementValue(requirement, of, currency);
  const counts = { secured: value(secured), needed: value(threshold), left: value(left), day: date(reviewDay) };
  if (!isKnown(secured)) return sentence('not loaded; {needed} needed by {day}', counts);
  if (status === 'met') return sentence('{secured} of {needed} secured for {day}', counts);
  return requirement.unit === 'yes-no'
    ? sentence('not yet; needed by {day}', counts)
    : sentence('{secured} of {needed} secured for {day}, {left} left', counts);
}

function ruleWords({ windowWords, passed }: RequirementStanding): string {
  const span = windowWords === undefined ? 'state of the review day' : `window ${windowWords}`;
  const share = passed === undefined ? '' : `, ${Math.round(passed * 100)} % of it has passed`;
  return `${span}${share}`;
}

function words(kind: string): string {
  return kind.replaceAll('_', ' ');
}
