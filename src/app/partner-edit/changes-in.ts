import type { Table } from '../tables/table.ts';
import { EDITABLE } from './editable.ts';
import { rowDetails, rowName } from './find-row.ts';
import type { FactChange } from './partner-edit.ts';
import { changedValues, type ChangedRow, type TableDraft } from './table-draft.ts';

/** What is different in a table afterwards, a line a value, or a row that came or went. */
export function changesIn(draft: TableDraft): readonly FactChange[] {
  return draft.changes().flatMap((changed) => changesOf(changed, draft.table));
}

function changesOf({ row, change }: ChangedRow, table: Table): readonly FactChange[] {
  const editable = EDITABLE.find((one) => one.table === table);
  const said = change.kind === 'add' ? row.values : row.before;
  const place = {
    what: editable?.word ?? 'profile',
    row: editable ? rowName(editable, said) : '',
  };
  if (change.kind !== 'set') {
    return [{ kind: change.kind, ...place, values: said, ...(editable && { details: rowDetails(editable, said) }) }];
  }
  return Object.entries(changedValues(row)).map(([column, after]) => ({
    kind: 'set',
    ...place,
    column,
    ...(row.before[column] !== undefined && { before: row.before[column] }),
    ...(after !== undefined && { after }),
  }));
}
