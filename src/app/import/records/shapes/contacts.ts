import type { PlacedRow, RecordRow, RefusedRow, ShapedRows } from '../record-kind.ts';
import { personName, without } from './person-name.ts';

/** A row a person; somebody of whom only the address is known goes by it. */
export function shapeContacts(rows: readonly PlacedRow[]): ShapedRows {
  const records: RecordRow[] = [];
  const rejected: RefusedRow[] = [];
  for (const { line, partner, values } of rows) {
    const name = personName(values, 'name') ?? values['email'];
    if (name === undefined) rejected.push({ line, why: 'names nobody' });
    else records.push({ lines: [line], partner, values: { ...without(values, 'first_name', 'last_name'), name } });
  }
  return { records, rejected, warnings: [] };
}

/** A row a lead; the person's name may stand in two columns. */
export function shapeLeads(rows: readonly PlacedRow[]): ShapedRows {
  const records = rows.map(({ line, partner, values }): RecordRow => {
    const contact = personName(values, 'contact');
    const kept = without(values, 'first_name', 'last_name');
    return { lines: [line], partner, values: contact === undefined ? kept : { ...kept, contact } };
  });
  return { records, rejected: [], warnings: [] };
}
