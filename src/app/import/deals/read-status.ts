import { labelKey, readYesNo, statusOfLabel, withoutPipeline } from '../../../input/import-columns/stage-words.ts';
import { cellError } from '../../../input/tabular/cell-error.ts';
import { cellText } from '../../../input/tabular/cell-text.ts';
import type { Cell } from '../../../input/tabular/table-of-text.ts';
import type { CamConfig } from '../../../schema/cam-config.ts';
import type { Deal } from '../../../schema/deal.ts';
import type { ImportMapping } from '../../../schema/import-mapping.ts';
import { singleLine } from '../../../units/clean-text.ts';
import type { ColumnReading } from './understand-table.ts';

/** Where a deal stands, or the label nobody has explained, or nothing said at all. */
export type StatusReading = { readonly status: Deal['status'] } | { readonly label: string } | undefined;

/**
 * Tells open, won and lost apart. A status column comes first, then the CRM's own won and closed flags, then the stage: as the mapping
 * says, as `cam.yaml` says, or by the usual words. A label is never guessed.
 */
export function statusReader(
  { columns }: ColumnReading,
  mapping: ImportMapping,
  config: CamConfig,
): (cells: readonly Cell[]) => StatusReading {
  const stated = new Map(Object.entries(mapping.stages).map(([label, status]) => [labelKey(label), status]));
  const stages = new Map(config.stages.map(({ name, status }) => [labelKey(name), status]));
  const [status, stage, won, closed] = (['status', 'stage', 'is_won', 'is_closed'] as const).map((field) =>
    columns.get(field),
  );
  const known = new Map<string, StatusReading>();
  const ofLabel = (label: string, ownWords: ReadonlyMap<string, Deal['status']>): StatusReading => {
    const key = labelKey(singleLine(label));
    const bare = withoutPipeline(label);
    const meant = stated.get(key) ?? ownWords.get(key) ?? ownWords.get(labelKey(bare)) ?? statusOfLabel(bare);
    return meant === undefined ? { label: singleLine(label) } : { status: meant };
  };
  return (cells) => {
    const statusLabel = status ? labelIn(cells[status.index]!) : '';
    if (statusLabel !== '') return remembered(known, `status ${statusLabel}`, () => ofLabel(statusLabel, NO_WORDS));
    const [isWon, isClosed] = [won, closed].map((flag) => (flag ? readYesNo(cellText(cells[flag.index]!)) : undefined));
    if (isWon) return { status: 'won' };
    if (isClosed !== undefined) return { status: isClosed ? 'lost' : 'open' };
    const stageLabel = stage ? labelIn(cells[stage.index]!) : '';
    if (stageLabel !== '') return remembered(known, `stage ${stageLabel}`, () => ofLabel(stageLabel, stages));
    // Exports leave a flag that is "no" empty.
    return won && !stage && !status ? { status: 'open' } : undefined;
  };
}

const NO_WORDS: ReadonlyMap<string, Deal['status']> = new Map();

/** A failed formula is no label to ask about. */
function labelIn(cell: Cell): string {
  return cellError(cell) === undefined ? cellText(cell).trim() : '';
}

function remembered(known: Map<string, StatusReading>, key: string, read: () => StatusReading): StatusReading {
  const before = known.get(key);
  if (before) return before;
  const reading = read();
  known.set(key, reading);
  return reading;
}
