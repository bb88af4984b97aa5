import type { KeyFigure, NumberedItem, Panel } from '../../../document/block.ts';
import { statusOfPace } from '../../../domain/status.ts';
import { conditionHolds, fillPattern, type StoryFigures } from '../../../domain/story.ts';
import type { StorySlide } from '../../../schema/qbr-storyline.ts';
import type { Figure } from '../../../domain/figure.ts';
import { plainSentence, sentence } from '../../../units/sentence.ts';
import { amount, date, text } from '../../../units/value.ts';
import { rankedOpenDeals } from '../../performance-scorecard/index.ts';
import { isKnown } from '../../../units/missing.ts';
import { daysBetween } from '../../../units/plain-date.ts';
import { isShown } from '../compute.ts';
import { confirmedLines, waitingLines } from '../confirmed.ts';
import type { QbrFile } from '../../../schema/qbr-file.ts';
import type { SlideBuilder, SlideContext } from '../slide.ts';

const MOST_FIGURES = 5;
const MOST_FINDINGS = 3;
const MOST_DECISIONS = 4;
/** How far ahead a deal counts as closing next. */
const CLOSING_DAYS = 92;

/** Five figures, three findings, and what is to be decided. */
export const summarySlide: SlideBuilder = (context) => {
  const figures = summaryFigures(context);
  const findings = chooseFindings(context.slide.findings ?? [], context.figures);
  return {
    layout: 'key-figures',
    top: figures.length > 0 ? [{ kind: 'key-figures', figures }] : [],
    main: findings.length > 0 ? [{ kind: 'numbered', heading: sentence('What we found'), items: findings }] : [],
    side: sidePanels(context),
    strip: false,
    source: 'deals, targets and review file',
  };
};

/** The figures that are known, most telling first. */
function summaryFigures({ result }: SlideContext): KeyFigure[] {
  const { figures } = result.scorecard.performance;
  const known = ({ value }: Figure) => value.kind !== 'missing';
  const candidates: (KeyFigure | undefined)[] = [
    onboardingFigure(result.values),
    profitFigure(result),
    known(figures.bookings_ytd) && (isPositive(figures.bookings_ytd) || known(figures.pace))
      ? {
          label: sentence(figures.bookings_ytd.label),
          value: figures.bookings_ytd.value,
          ...(known(figures.pace)
            ? {
                comparison: sentence('{pace} of plan to date', { pace: figures.pace.value }),
                ...statusOf(figures.pace),
              }
            : changeComparison(figures.change_vs_last_year)),
        }
      : undefined,
    known(figures.forecast)
      ? {
          label: sentence(figures.forecast.label),
          value: figures.forecast.value,
          ...(known(figures.forecast_vs_target) && {
            comparison: sentence('{share} of the target', { share: figures.forecast_vs_target.value }),
          }),
          ...statusOf(figures.forecast),
        }
      : undefined,
    known(figures.coverage)
      ? {
          label: sentence(figures.coverage.label),
          value: figures.coverage.value,
          comparison: sentence('needed {need}', { need: figures.required_coverage.value }),
          ...statusOf(figures.coverage),
        }
      : undefined,
    known(figures.open_pipeline)
      ? {
          label: sentence('Open pipeline'),
          value: figures.open_pipeline.value,
          comparison: sentence('{deals|open deal|open deals}', { deals: figures.open_deals.value }),
        }
      : undefined,
    known(figures.average_deal)
      ? {
          label: sentence(figures.average_deal.label),
          value: figures.average_deal.value,
          ...(known(figures.days_to_close) && {
            comparison: sentence('{days} days to close', { days: figures.days_to_close.value }),
          }),
        }
      : undefined,
    known(figures.trailing_12_months) && isPositive(figures.trailing_12_months)
      ? {
          label: sentence('Last twelve months'),
          value: figures.trailing_12_months.value,
          comparison: sentence('won deals'),
        }
      : undefined,
  ];
  return candidates.filter((figure) => figure !== undefined).slice(0, MOST_FIGURES);
}

function isPositive({ value }: Figure): boolean {
  return value.kind === 'amount' && value.amount > 0;
}

function onboardingFigure(values: SlideContext['result']['values']): KeyFigure | undefined {
  const { onboarding_done: done, onboarding_all: all, days_since_signed: days } = values;
  if (done?.kind !== 'count' || all?.kind !== 'count' || days?.kind !== 'count' || done.count >= all.count)
    return undefined;
  return {
    label: sentence('Onboarding'),
    value: { kind: 'text', text: `${done.count} of ${all.count}` },
    comparison: sentence('steps done on day {days}', { days }),
  };
}

/** The partner's own profit comes first, where its slide may speak of it. */
function profitFigure({ input, values }: SlideContext['result']): KeyFigure | undefined {
  const slide = input.storyline.slides.find(({ id }) => id === 'profit');
  const { profit_ytd: earned, profit_vs_plan: toPlan } = values;
  if (!slide || !earned || !isShown(slide, values)) return undefined;
  const known = toPlan?.kind === 'share' ? toPlan : undefined;
  return {
    label: sentence('Your profit with us'),
    value: earned,
    ...(known && {
      comparison: sentence('{share} of your plan', { share: known }),
      status: statusOfPace(known.ratio, input.config.thresholds),
    }),
  };
}

function changeComparison({ value }: Figure): Pick<KeyFigure, 'comparison'> {
  return value.kind === 'change' ? { comparison: sentence('{change} on last year', { change: value }) } : {};
}

function statusOf({ status }: Figure): Pick<KeyFigure, 'status'> {
  return status ? { status } : {};
}

/** One finding a topic, worst first, at most three; when none of these is good, the last gives way to a good one. */
function chooseFindings(rules: NonNullable<StorySlide['findings']>, figures: StoryFigures): NumberedItem[] {
  const topics = new Map<string, { mood: string; item: NumberedItem }>();
  for (const { topic, when, lead, detail, mood } of rules) {
    if (topics.has(topic) || !conditionHolds(when, figures)) continue;
    const [filledLead, filledDetail] = [fillPattern(lead, figures), fillPattern(detail, figures)];
    if (filledLead && filledDetail) topics.set(topic, { mood, item: { lead: filledLead, detail: filledDetail } });
  }
  const order = ['bad', 'watch', 'missing', 'neutral', 'good'];
  const ranked = [...topics.values()].sort((a, b) => order.indexOf(a.mood) - order.indexOf(b.mood));
  const chosen = ranked.slice(0, MOST_FINDINGS);
  const good = ranked.find(({ mood }) => mood === 'good');
  if (good && !chosen.includes(good)) chosen[chosen.length - 1] = good;
  return chosen.map(({ item }) => item);
}

/** What is to be decided; where nothing is confirmed, the deals that close next. */
function sidePanels(context: SlideContext): Panel[] {
  const panels = decisionPanels(context);
  return panels.length > 0 ? panels : closingNext(context);
}

function closingNext({ result }: SlideContext): Panel[] {
  const { performance } = result.scorecard;
  const { pipeline } = performance.review;
  const next = rankedOpenDeals(performance)
    .filter(({ deal, amount }) => deal.close_date !== undefined && deal.close_date >= pipeline && isKnown(amount))
    .filter(({ deal }) => daysBetween(pipeline, deal.close_date!) <= CLOSING_DAYS)
    .slice(0, MOST_DECISIONS)
    .toSorted((a, b) => (a.deal.close_date! < b.deal.close_date! ? -1 : 1));
  if (next.length === 0) return [];
  const items = next.map(({ deal, amount: worth }) => ({
    lead: plainSentence(deal.account ?? deal.name ?? deal.id),
    detail: sentence('{amount}, closes {day}', {
      amount: amount(worth, performance.currency),
      day: date(deal.close_date!),
    }),
  }));
  return [{ kind: 'panel', tone: 'neutral', heading: sentence('What closes next'), items }];
}

function decisionPanels(context: SlideContext): Panel[] {
  const { result, edition } = context;
  const confirmed = confirmedLines(result.file).decisions;
  const panels: Panel[] = [];
  if (confirmed.length > 0) {
    panels.push(decisionPanel('Decisions we seek today', confirmed.slice(0, MOST_DECISIONS).map(decisionItem)));
  }
  if (edition === 'internal' && confirmed.length < MOST_DECISIONS) {
    const waiting = [...waitingLines(result.file).decisions.map(decisionItem), ...proposedDecisions(context)];
    const room = waiting.slice(0, MOST_DECISIONS - confirmed.length);
    if (room.length > 0) panels.push({ ...decisionPanel('Proposals to confirm', room), tone: 'neutral' });
  }
  return panels;
}

function decisionPanel(heading: string, items: Panel['items']): Panel {
  return { kind: 'panel', tone: 'accent', heading: sentence(heading), items };
}

function decisionItem({ text: words, decided_by, by }: QbrFile['decisions'][number]): Panel['items'][number] {
  const detail =
    decided_by && by
      ? sentence('{who} decides by {day}', { who: text(decided_by), day: date(by) })
      : decided_by
        ? sentence('{who} decides', { who: text(decided_by) })
        : by && sentence('by {day}', { day: date(by) });
  return { lead: plainSentence(words), ...(detail && { detail }) };
}

/** The storyline's proposals that fit these figures and are not already in the review's file. */
function proposedDecisions({ result, figures }: SlideContext): Panel['items'] {
  const taken = new Set(result.file?.decisions.map(({ id }) => id));
  return result.input.storyline.decisions.proposals
    .filter(({ id, when }) => !taken.has(id) && conditionHolds(when, figures))
    .flatMap(({ text: pattern }) => {
      const lead = fillPattern(pattern, figures);
      return lead ? [{ lead }] : [];
    });
}
