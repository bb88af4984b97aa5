import type { Cell, KeyFigure, Panel, Row, Table } from '../../document/block.ts';
import type { Figure } from '../../domain/figure.ts';
import { REQUIREMENT_STATUS, type RequirementStanding } from '../../domain/tiers/judge-requirement.ts';
import { metricTitle, requirementValue } from '../../domain/tiers/metric-words.ts';
import { requirementName } from '../../domain/tiers/tier-figures.ts';
import { tierInView, type PathStanding, type TierStanding } from '../../domain/tiers/tier-standing.ts';
import type { TiersTemplate } from '../../schema/tiers.ts';
import { formatShortDate, type FormatOptions } from '../../units/format.ts';
import { isKnown } from '../../units/missing.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import {
  amount,
  count,
  none,
  share,
  shortDate,
  text,
  withFootnotes,
  type Status,
  type Value,
} from '../../units/value.ts';

/** What the tables about a tier are made from. */
export interface TierPage {
  readonly standing: TierStanding;
  /** The page's figures by name: a requirement refers to the footnotes of its own. */
  readonly figures: Readonly<Record<string, Figure>>;
  readonly tiers: TiersTemplate;
  readonly format: FormatOptions;
  /** The partner's: what a tier is worth is in it. */
  readonly currency: string;
  /** What is tried out, by metric. */
  readonly assumed?: ReadonlyMap<string, number>;
}

/** Every requirement of the tier in view, what counts today and on the review date, and what is left. */
export function requirementsTable(page: TierPage): Table {
  const { standing, format } = page;
  const { path } = tierInView(standing);
  const review = formatShortDate(standing.reviewDay, format.locale);
  return {
    kind: 'table',
    id: 'requirements',
    cutLast: true,
    heading: headingOf(standing),
    aside: sentence('tier review {day}, {path}', {
      day: shortDate(standing.reviewDay),
      path: text(path.title.toLowerCase()),
    }),
    columns: [
      { key: 'requirement', label: 'Requirement', align: 'left', weight: 30, cut: 'text' },
      {
        key: 'done',
        label: 'Done',
        align: 'right',
        weight: 10,
        cut: 'fixed',
        tone: 'soft',
        bar: true,
        formula: 'max(0, min(1, review / needed))',
      },
      { key: 'today', label: 'Today', align: 'right', weight: 12, cut: 'fixed' },
      { key: 'review', label: review, align: 'right', weight: 12, cut: 'fixed', tone: 'strong' },
      { key: 'needed', label: 'Needed', align: 'right', weight: 12, cut: 'fixed' },
      {
        key: 'left',
        label: 'Left',
        align: 'right',
        weight: 12,
        cut: 'fixed',
        tone: 'strong',
        formula: 'max(0, needed - review)',
      },
      { key: 'status', label: '', align: 'left', weight: 14, cut: 'fixed' },
    ],
    // Those that are met are the first to go where there is no room for all.
    rows: path.requirements
      .toSorted((a, b) => Number(a.status === 'met') - Number(b.status === 'met'))
      .map((requirement) => requirementRow(requirement, page)),
  };
}

function headingOf(standing: TierStanding): Sentence {
  const { current, next } = standing;
  const values = { now: text(current.title), ...(next && { next: text(next.title) }) };
  return tierInView(standing) === current
    ? sentence('What {now} needs', values)
    : sentence('From {now} to {next}', values);
}

function requirementRow(requirement: RequirementStanding, page: TierPage): Row {
  const { standing, tiers } = page;
  const { metric, windowWords, today, secured, threshold, left, progress, status, unit } = requirement;
  const value = (of: typeof secured): Value => requirementValue(requirement, of, standing.currency);
  const footnotes = footnotesOf(requirement, page);
  const label = metricTitle(metric, tiers);
  const shrinks = isKnown(today) && isKnown(secured) && secured < today;
  const leftCell: Cell =
    status === 'met' || unit === 'yes-no' ? { value: none } : { value: withFootnotes(value(left), footnotes) };
  return {
    cells: {
      requirement: { value: text(windowWords === undefined ? label : `${label}, ${windowWords}`) },
      done: { value: isKnown(secured) ? share(progress) : none },
      today: { value: shownOr(value(today)) },
      review: {
        value: withFootnotes(shownOr(value(secured)), footnotes),
        ...(shrinks && { meaning: 'watch' as const }),
      },
      needed: { value: value(threshold) },
      left: leftCell,
      status: { value: none, status: REQUIREMENT_STATUS[status] },
    },
  };
}

function footnotesOf(requirement: RequirementStanding, { figures }: TierPage): readonly number[] | undefined {
  return figures[requirementName(requirement)]?.value.footnotes;
}

/** A table has no room for the reason: the status "pending" says that it is not known. */
function shownOr(value: Value): Value {
  return value.kind === 'missing' ? none : value;
}

/** What the tier in view is worth to the partner a year; nothing where nobody planned by kind. */
export function worthPanel({ standing, currency }: TierPage, partner: string): Panel | undefined {
  const { current, kept, gained } = standing;
  const isKept = tierInView(standing) === current;
  const worth = isKept ? kept : gained;
  if (!worth || !isKnown(worth.amount)) return undefined;
  const left = worth.notPlanned.map((kind) => kind.replaceAll('_', ' ')).join(', ');
  return {
    kind: 'panel',
    tone: 'accent',
    heading: sentence('Worth to {partner}', { partner: text(partner) }),
    items: [
      {
        lead: sentence('{worth} a year', { worth: amount(worth.amount, currency) }),
        detail: isKept
          ? sentence('Rate difference to the tier below × the plan of the next four quarters')
          : sentence('Rate difference × the plan of the next four quarters'),
      },
      ...(left === '' ? [] : [{ lead: sentence('Not planned and left out: {kinds}', { kinds: text(left) }) }]),
    ],
  };
}

/** What counts today and no longer on the review date; nothing where all of it stays. */
export function leavingTable({ standing, tiers }: TierPage): Table | undefined {
  const { leaving, reviewDay } = standing;
  if (leaving.length === 0) return undefined;
  return {
    kind: 'table',
    id: 'leaving',
    heading: sentence('What drops out before {day}', { day: shortDate(reviewDay) }),
    columns: [
      { key: 'what', label: 'What', align: 'left', weight: 50, cut: 'name', tone: 'strong' },
      { key: 'kind', label: '', align: 'left', weight: 26, cut: 'text' },
      { key: 'until', label: 'Leaves', align: 'right', weight: 24, cut: 'fixed' },
    ],
    rows: leaving.map((one) => ({
      cells:
        one.kind === 'quarters'
          ? {
              what: { value: text(metricTitle(one.metric, tiers)) },
              kind: { value: text(one.quarters) },
              until: { value: one.value },
            }
          : {
              what: { value: text(one.holder) },
              kind: { value: text(one.role) },
              until: { value: shortDate(one.expires) },
            },
    })),
  };
}

/** The present tier in one line, where the table is about the next: no open requirement is hidden. */
export function keptSentence({ standing, tiers }: TierPage): Sentence | undefined {
  const { current } = standing;
  if (tierInView(standing) === current) return undefined;
  const { open, requirements } = current.path;
  const values = { tier: text(current.title), all: count(requirements.length), open: count(open.length) };
  if (open.length === 0)
    return sentence('{tier} itself is secured: {all} of {all|requirement|requirements} met.', values);
  const named = open.map(
    ({ metric, status }) => `${metricTitle(metric, tiers).toLowerCase()} (${REQUIREMENT_STATUS[status].word})`,
  );
  return sentence('To keep {tier}, {open|requirement is|requirements are} open: {named}.', {
    ...values,
    named: text(named.join(', ')),
  });
}

/** What the table takes for granted, so that nobody takes it for fact. */
export function assumedSentence({ assumed, tiers }: TierPage): Sentence | undefined {
  if (!assumed || assumed.size === 0) return undefined;
  const entries = Array.from(assumed, ([name, value], index) => {
    const metric = Object.entries(tiers.metrics).find(([id, { short }]) => id === name || short === name)?.[0] ?? name;
    const unit = tiers.metrics[metric]?.unit ?? 'count';
    return {
      key: `value${index}`,
      title: metricTitle(metric, tiers),
      value: requirementValue({ unit }, value, tiers.currency),
    };
  });
  return sentence(
    `Assumed, not on record: ${entries.map(({ title, key }) => `${title.toLowerCase()} {${key}}`).join(', ')}.`,
    Object.fromEntries(entries.map(({ key, value }) => [key, value])),
  );
}

/** The tier among the key figures: what is left in money where bookings are open, otherwise how many requirements are. */
export function tierKeyFigure(page: TierPage): KeyFigure {
  const { standing, currency } = page;
  const view = tierInView(standing);
  const isKept = view === standing.current;
  const worth = isKept ? standing.kept : standing.gained;
  const money = view.path.open.find(({ unit, left }) => unit === 'amount' && isKnown(left));
  const values = { tier: text(view.title), day: shortDate(standing.reviewDay) };
  return {
    label: isKept ? sentence('{tier} until {day}', values) : sentence('To {tier} by {day}', values),
    value: money
      ? withFootnotes(amount(money.left, standing.currency), footnotesOf(money, page))
      : count(view.path.open.length),
    ...comparisonOf(view.path, { isMoney: money !== undefined, worth: worth && amount(worth.amount, currency) }),
    status: statusOf(view.path),
  };
}

/** What the number is, where it counts requirements, and what they bring. */
function comparisonOf(
  { open, requirements }: PathStanding,
  { isMoney, worth }: { readonly isMoney: boolean; readonly worth: Value | undefined },
): Pick<KeyFigure, 'comparison'> {
  const counted = 'of {all|requirement|requirements} open';
  const values = { all: count(requirements.length) };
  if (worth?.kind === 'amount' && open.length > 0) {
    const words = isMoney ? 'worth {worth} a year' : 'of {all} open, {worth} a year';
    return { comparison: sentence(words, { ...values, worth }) };
  }
  return isMoney ? {} : { comparison: sentence(counted, values) };
}

function statusOf({ open, atRisk }: PathStanding): Status {
  if (open.length === 0) return { meaning: 'good', word: 'secured' };
  return { meaning: atRisk.length > 0 ? 'watch' : 'good', word: `${open.length} open` };
}
