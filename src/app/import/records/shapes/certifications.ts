import type { PlacedRow, RecordRow, RefusedRow, RowValues, ShapedRows } from '../record-kind.ts';
import { personName, without } from './person-name.ts';

/** Words in the name of a certification that tell what kind of person it is for. */
const TELLING: readonly (readonly [RegExp, 'sales' | 'technical'])[] = [
  [/technical|engineer|architect|administrat|developer|deploy|install|support|implement|technician/i, 'technical'],
  [/\bsales\b|\bselling\b|\bseller\b|commercial|business/i, 'sales'],
];

/**
 * A row a certificate. Where no column says whether it is for sales or technical people, its name may; otherwise the row is refused, as
 * are courses that nobody passed.
 */
export function shapeCertifications(rows: readonly PlacedRow[]): ShapedRows {
  const records: RecordRow[] = [];
  const rejected: RefusedRow[] = [];
  let told = 0;
  for (const { line, partner, values } of rows) {
    const holder = personName(values, 'holder');
    const role = values['role'] ?? roleInName(String(values['name'] ?? ''));
    const refused = whyNotHeld(values);
    if (refused !== undefined) rejected.push({ line, why: refused });
    else if (holder === undefined) rejected.push({ line, why: 'names no holder' });
    else if (role === undefined)
      rejected.push({ line, why: 'does not say whether it is a sales or a technical certification' });
    else {
      if (values['role'] === undefined) told += 1;
      records.push({
        lines: [line],
        partner,
        values: { ...without(values, 'first_name', 'last_name', 'result'), holder, role },
      });
    }
  }
  const message = `sales or technical was taken from the name of the certification in ${told} ${told === 1 ? 'row' : 'rows'}`;
  return { records, rejected, warnings: told > 0 ? [message] : [] };
}

/** What counts is a certificate somebody holds, or held until a day that is known. */
function whyNotHeld({ result, expires }: RowValues): string | undefined {
  if (result === 'not held') return 'is no certificate by its status: it is not passed, or taken back';
  if (result === 'expired' && expires === undefined) return 'is expired by its status, and no date says since when';
  return undefined;
}

function roleInName(name: string): 'sales' | 'technical' | undefined {
  return TELLING.find(([words]) => words.test(name))?.[1];
}
