import type { PlacedRow, RecordRow, RefusedRow, ShapedRows } from '../record-kind.ts';
import { personName, without } from './person-name.ts';

/** Words in the name of a certification that tell what kind of person it is for. */
const TELLING: readonly (readonly [RegExp, 'sales' | 'technical'])[] = [
  [/technical|engineer|architect|administrat|developer|deploy|install|support|implement|technician/i, 'technical'],
  [/\bsales\b|\bselling\b|\bseller\b|commercial|business/i, 'sales'],
];

/** A row a certificate. Where no column says whether it is for sales or technical people, its name may; otherwise the row is refused. */
export function shapeCertifications(rows: readonly PlacedRow[]): ShapedRows {
  const records: RecordRow[] = [];
  const rejected: RefusedRow[] = [];
  let told = 0;
  for (const { line, partner, values } of rows) {
    const holder = personName(values, 'holder');
    const role = values['role'] ?? roleInName(String(values['name'] ?? ''));
    if (holder === undefined) rejected.push({ line, why: 'names no holder' });
    else if (role === undefined)
      rejected.push({ line, why: 'does not say whether it is a sales or a technical certification' });
    else {
      if (values['role'] === undefined) told += 1;
      records.push({
        lines: [line],
        partner,
        values: { ...without(values, 'first_name', 'last_name'), holder, role },
      });
    }
  }
  const message = `sales or technical was taken from the name of the certification in ${told} ${told === 1 ? 'row' : 'rows'}`;
  return { records, rejected, warnings: told > 0 ? [message] : [] };
}

function roleInName(name: string): 'sales' | 'technical' | undefined {
  return TELLING.find(([words]) => words.test(name))?.[1];
}
