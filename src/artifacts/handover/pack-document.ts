import type { Cell, Column, Row } from '../../document/block.ts';
import type { Document } from '../../document/document.ts';
import type { Figure } from '../../domain/figure.ts';
import { shortName } from '../../domain/short-name.ts';
import type { CamConfig } from '../../schema/cam-config.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { sentence } from '../../units/sentence.ts';
import { count, shortDate, text } from '../../units/value.ts';
import { pageFrame } from '../page-frame.ts';
import type { HandoverResult } from './compute.ts';
import { handoverTitle } from './title.ts';

/** One partner's line on the page that lists the pack. */
export interface PackLine {
  readonly row: Row;
  readonly needsLook: boolean;
  readonly period: Document['period'];
  readonly dates: Document['dates'];
}

const COLUMNS: readonly Column[] = [
  { key: 'partner', label: 'Partner', align: 'left', weight: 2.4, cut: 'name', tone: 'strong' },
  { key: 'tier', label: 'Tier', align: 'left', weight: 0.8, cut: 'text', tone: 'soft' },
  { key: 'won', label: 'Won', align: 'right', weight: 0.6, cut: 'fixed' },
  { key: 'pace', label: 'Pace', align: 'left', weight: 0.6, cut: 'fixed' },
  { key: 'open', label: 'Open', align: 'right', weight: 0.6, cut: 'fixed' },
  { key: 'coverage', label: 'Coverage', align: 'left', weight: 0.6, cut: 'fixed' },
  { key: 'commitments', label: 'Commitments', align: 'right', weight: 0.4, cut: 'fixed' },
  { key: 'overdue', label: 'Overdue', align: 'right', weight: 0.4, cut: 'fixed' },
  { key: 'next', label: 'Next date', align: 'right', weight: 0.5, cut: 'fixed' },
];

/** What the list says of one partner: the very figures of its page. */
export function packLine(result: HandoverResult): PackLine {
  const { input, performance, commitments, due } = result;
  const { partner } = input.files;
  const { figures, review } = performance;
  const frame = pageFrame(input);
  const late = (commitments ?? []).filter((commitment) => commitment.due < review.asOf).length;
  const overdue = due.filter(({ isOverdue }) => isOverdue).length + late;
  const next = due.find(({ isOverdue, day }) => !isOverdue && day >= review.asOf);
  const tier = input.tiers.tiers.find(({ id }) => id === partner.tier)?.title;
  const cells: Record<string, Cell> = {
    partner: { value: text(partner.name) },
    ...(tier !== undefined && { tier: { value: text(tier) } }),
    won: { value: figures.bookings_ytd.value },
    pace: judged(figures.pace),
    open: { value: figures.open_pipeline.value },
    coverage: judged(figures.coverage),
    ...(commitments && { commitments: { value: count(commitments.length) } }),
    ...(overdue > 0 && { overdue: { value: count(overdue), meaning: 'bad' } }),
    ...(next && { next: { value: shortDate(next.day) } }),
  };
  const isBad = [figures.pace, figures.coverage].some(({ status }) => status?.meaning === 'bad');
  return { row: { cells }, needsLook: isBad || overdue > 0, period: frame.period, dates: frame.dates };
}

/** The page on top of the pack: every partner with one line, none left out. */
export function packDocument(
  lines: readonly PackLine[],
  { config, colleague }: { readonly config: CamConfig; readonly colleague?: string },
): Document {
  const [first] = lines;
  if (!first) throw new Error('A pack without a partner has no list.');
  const looks = lines.filter(({ needsLook }) => needsLook).length;
  const values = { partners: count(lines.length), looks: count(looks) };
  const words = looks === 0 ? '' : ', {looks|needs|need} a look first';
  const accent = config.brand.accent?.replace('#', '').toUpperCase();
  const rows = lines.map(({ row }) => row);
  return {
    id: 'handover',
    title: handoverTitle(config.cam.name, colleague),
    edition: 'internal',
    format: { locale: config.locale },
    language: config.locale,
    vendor: shortName(config.vendor),
    ...(accent && { accent }),
    subject: {
      id: 'territory',
      name: `Partners of ${config.cam.name}`,
      shortName: `${lines.length} ${lines.length === 1 ? 'partner' : 'partners'}`,
      description: 'each has a page of its own',
    },
    period: first.period,
    dates: {
      results: newest(lines.map(({ dates }) => dates.results)),
      pipeline: newest(lines.map(({ dates }) => dates.pipeline)),
    },
    sections: [
      {
        id: 'partners',
        kicker: { number: '', name: 'Partners' },
        headline: sentence(`{partners|partner|partners} to take over${words}`, values),
        notes: [],
        source: 'deals, targets, commitments, partner.yaml',
        layout: 'table',
        main: [{ kind: 'table', id: 'partners', isWhole: true, columns: COLUMNS, rows }],
      },
    ],
    figures: {},
  };
}

/** A figure with its status; what is unknown has none. */
function judged({ value, status }: Figure): Cell {
  return status && value.kind !== 'missing' ? { value, status } : { value };
}

function newest(days: readonly PlainDate[]): PlainDate {
  return days.toSorted().at(-1)!;
}
