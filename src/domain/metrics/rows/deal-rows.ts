import type { Deal } from '../../../schema/deal.ts';
import { isKnown, missing, type Known } from '../../../units/missing.ts';
import { dealsAt, type DealAt } from '../../deals-at.ts';
import { cellOf, type MetricRow, type MetricTable, type RowSource, type SeenOn } from './metric-table.ts';

const MONEY = ['annual_value'] as const satisfies readonly (keyof Deal)[];

/** What a deal says of itself today and did not keep: on an earlier day nobody knows it. */
const TODAY_ONLY = [
  'stage',
  'stage_position',
  'next_step',
  'last_activity',
  'forecast_category',
  'probability_percent',
  'contacts_at_customer',
  'close_date_moves',
];

/** The partner's deals as they stood on a day, those that existed by then. */
export function dealRows(source: RowSource, { day, isPast }: SeenOn): Known<MetricTable> {
  const { deals, files, config, currency } = source;
  if (!deals) return missing('no deals imported');
  const standing = dealsAt(deals, { on: day, currency, config }).filter(({ state }) => state !== 'not yet created');
  const firsts = firstOfEachAccount(standing);
  const positions = stagePositions(source);
  const columns = files.deals?.columns;
  return {
    what: 'deals',
    file: files.deals?.path ?? `partners/${files.id}/deals.csv`,
    ...(columns && { columns: loadedColumns(columns) }),
    unrecorded: isPast ? TODAY_ONLY : [],
    rows: standing.map((deal) => rowOf(deal, { source, on: day, positions, isFirst: firsts.has(deal) })),
  };
}

function rowOf(
  standing: DealAt,
  {
    source,
    on,
    positions,
    isFirst,
  }: {
    readonly source: RowSource;
    readonly on: SeenOn['day'];
    readonly positions: ReadonlyMap<string, number>;
    readonly isFirst: boolean;
  },
): MetricRow {
  const { deal, state, amount, counts } = standing;
  const written = cellOf(deal, MONEY, { source, on });
  return {
    name: deal.account ?? deal.name ?? `${deal.source}:${deal.id}`,
    deal: standing,
    cell: (field) => {
      switch (field) {
        case 'status':
          return state;
        case 'amount':
          return isKnown(amount) ? amount : undefined;
        case 'is_booking':
          return counts;
        case 'stage_position':
          return deal.stage === undefined ? undefined : positions.get(deal.stage);
        case 'first_of_account':
          return deal.account === undefined ? undefined : isFirst;
        default:
          return written(field);
      }
    },
  };
}

/** The columns of the file and what is worked out from them. */
function loadedColumns(columns: ReadonlySet<keyof Deal>): ReadonlySet<string> {
  return new Set<string>([
    ...columns,
    'is_booking',
    ...(columns.has('stage') ? ['stage_position'] : []),
    ...(columns.has('account') ? ['first_of_account'] : []),
  ]);
}

/** From just above 0 to 1 through the open stages in their order: of four stages the third is at 0.75. */
function stagePositions({ config }: RowSource): ReadonlyMap<string, number> {
  const open = config.stages.filter(({ status }) => status === 'open');
  return new Map(open.map(({ name }, index) => [name, (index + 1) / open.length]));
}

/** The earliest won deal of each account; of two on one day the first in the file. */
function firstOfEachAccount(deals: readonly DealAt[]): ReadonlySet<DealAt> {
  const first = new Map<string, DealAt>();
  for (const deal of deals) {
    const { account, close_date: closed } = deal.deal;
    if (deal.state !== 'won' || account === undefined || closed === undefined) continue;
    const known = first.get(account);
    if (!known || closed < known.deal.close_date!) first.set(account, deal);
  }
  return new Set(first.values());
}
