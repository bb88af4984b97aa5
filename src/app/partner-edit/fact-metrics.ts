import { nearest } from '../../input/nearest.ts';
import { Failure } from '../../units/failure.ts';
import { monthOf } from '../../units/year-month.ts';
import type { EditNote, EditSetting } from './edit-setting.ts';
import type { Pair } from './partner-edit.ts';
import type { DraftRow } from './table-draft.ts';

/** The fact of a month that stands in for deals. */
const BOOKINGS = 'bookings';
/** No share of the trade is ten times the whole: who types more means percent. */
const MOST_OF_A_SHARE = 10;
const YES_OR_NO: ReadonlyMap<string, string> = new Map([
  ['yes', '1'],
  ['no', '0'],
]);

/** A fact as it is typed: of a metric that is met or not, yes and no are 1 and 0. */
export function withYesAsOne(pairs: readonly Pair[], setting: EditSetting): readonly Pair[] {
  const metric = pairs.find(({ key }) => key === 'metric')?.value ?? '';
  if (unitOf(metric, setting) !== 'yes-no') return pairs;
  const valueOf = ({ key, value }: Pair) =>
    key === 'value' ? (YES_OR_NO.get(value.trim().toLowerCase()) ?? value) : value;
  return pairs.map((pair) => ({ ...pair, value: valueOf(pair) }));
}

/**
 * What there is to say of a fact that its own row does not tell: whether anything reads it, and whether its value can be.
 * @throws Failure (usage) for a metric that is nearly one that is known, unless it is forced, and for a value outside its unit
 */
export function judgeFact({ values }: DraftRow, setting: EditSetting): readonly EditNote[] {
  const [metric, period, value] = [String(values['metric']), String(values['period']), Number(values['value'])];
  const problem = outsideUnit(metric, value, setting);
  if (problem !== undefined) throw new Failure('usage', `fact: ${metric} ${problem}; ${value} is not.`);
  const notes: EditNote[] = [];
  const known = knownMetrics(setting);
  if (!known.includes(metric)) {
    const near = nearest(metric, known);
    if (near !== undefined && !setting.force) {
      const remedy = `A metric of your own: say it again with --force. Known so far: ${known.join(', ')}.`;
      throw new Failure('usage', `There is no metric "${metric}" yet. Did you mean ${near}?`, remedy);
    }
    notes.push({
      what: metric,
      message: 'a new metric; pages show it once templates/metrics.yaml or tiers.yaml reads it',
    });
  }
  if (metric === BOOKINGS && hasWonDeals(period, setting)) {
    notes.push({
      what: period,
      message: 'deals are won in this month, and they win over a fact: the figure is not used',
    });
  }
  return notes;
}

/** Metrics that the program and the scorecard read, that plans are written in, and that somebody's facts hold already. */
export function knownMetrics({ territory: { tiers, metrics, partners } }: EditSetting): readonly string[] {
  const planned = Object.values(tiers.rates).map(({ applies_to: base }) => `planned_${base}`);
  const held = partners.flatMap(({ facts }) => facts?.rows.map(({ metric }) => metric) ?? []);
  const measured = metrics.metrics.flatMap(({ read, target }) => [factOf(read), factOf(target)]);
  const read = measured.filter((name) => name !== undefined);
  return [...new Set([BOOKINGS, ...Object.keys(tiers.metrics), ...read, ...planned, ...held])];
}

/** In what the program counts a metric, or else the scorecard that reads it or measures against it. */
function unitOf(metric: string, { territory: { tiers, metrics } }: EditSetting): string | undefined {
  const reading = metrics.metrics.find(({ read, target }) => factOf(read) === metric || factOf(target) === metric);
  return tiers.metrics[metric]?.unit ?? reading?.unit;
}

function factOf(asked: object | undefined): string | undefined {
  return asked && 'fact' in asked && typeof asked.fact === 'string' ? asked.fact : undefined;
}

function outsideUnit(metric: string, value: number, setting: EditSetting): string | undefined {
  const unit = unitOf(metric, setting);
  if (unit === 'yes-no' && value !== 0 && value !== 1) return 'is yes or no';
  if (unit === 'score-100' && (value < 0 || value > 100)) return 'is a score from 0 to 100';
  if (unit === 'ratio' && Math.abs(value) > MOST_OF_A_SHARE) return 'is a share, 0.45 for 45 %';
  if ((unit === 'count' || unit === 'days') && value < 0) return 'is counted from 0';
  return undefined;
}

function hasWonDeals(period: string, { files }: EditSetting): boolean {
  return (files.deals?.rows ?? []).some(
    ({ status, close_date: day }) => status === 'won' && day !== undefined && monthOf(day) === period,
  );
}
