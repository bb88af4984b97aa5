import { nearest } from '../../input/nearest.ts';
import { PARTNER_ID_PATTERN } from '../../schema/values.ts';
import type { Territory } from '../../schema/territory.ts';
import { partnerIdFromName } from '../partners/partner-id.ts';
import type { CellValue, RowProblem, Table, TableRow } from '../tables/table.ts';
import { withId } from './new-row-ids.ts';
import type { ReadRow } from './read-rows.ts';

/** Partners as rows may name them: by id, or by name. */
export interface KnownPartners {
  readonly ids: ReadonlySet<string>;
  /** Ids by the name in lower case; undefined for a name that several have. */
  readonly byName: ReadonlyMap<string, string | undefined>;
}

/** Rows with what they do without, and those that cannot be new ones, each with the reason. */
export interface PreparedRows {
  readonly rows: readonly ReadRow[];
  readonly refused: ReadonlyMap<ReadRow, RowProblem>;
}

/** The partners there are, and those that are about to be. */
export function knownPartners(partners: Iterable<{ readonly id: string; readonly name: string }>): KnownPartners {
  const ids = new Set<string>();
  const byName = new Map<string, string | undefined>();
  for (const { id, name } of partners) {
    ids.add(id);
    const key = name.toLowerCase();
    byName.set(key, byName.has(key) && byName.get(key) !== id ? undefined : id);
  }
  return { ids, byName };
}

/** Rows of the sheet of partners: one without an id is the partner of its name; a new one gets its id from it. */
export function preparePartners(rows: readonly ReadRow[], known: KnownPartners): PreparedRows {
  const written = new Set(rows.flatMap(({ partner }) => (partner ? [partner] : [])));
  const taken = new Set([...known.ids, ...written]);
  const refused = new Map<ReadRow, RowProblem>();
  const prepared = rows.map((row): ReadRow => {
    const name = String(row.values['name'] ?? '').trim();
    if (row.partner) {
      if (!known.ids.has(row.partner) && !PARTNER_ID_PATTERN.test(row.partner)) {
        refused.set(row, {
          column: 'partner',
          why: `"${row.partner}" cannot be an id; leave it empty and it is made from the name`,
        });
      }
      return row;
    }
    const namesake = known.byName.get(name.toLowerCase());
    if (namesake !== undefined && !written.has(namesake)) return { ...row, partner: namesake };
    if (namesake !== undefined) {
      const why = `there is a partner of this name: ${namesake}; give this one another name`;
      refused.set(row, { column: 'name', why });
      return row;
    }
    const id = partnerIdFromName(name, taken);
    taken.add(id);
    return { ...row, partner: id };
  });
  return { rows: prepared, refused };
}

/** Rows of partners whose parent is named by its id, also where somebody wrote its name. */
export function withParents({ rows, refused }: PreparedRows, known: KnownPartners): PreparedRows {
  const changed = new Map(rows.map((row) => [row, withParent(row, known)]));
  return {
    rows: [...changed.values()],
    refused: new Map([...refused].map(([row, problem]) => [changed.get(row) ?? row, problem])),
  };
}

function withParent(row: ReadRow, known: KnownPartners): ReadRow {
  const parent = row.values['parent'];
  return parent === undefined ? row : { ...row, values: { ...row.values, parent: partnerId(String(parent), known) } };
}

interface RowSetting {
  readonly known: KnownPartners;
  readonly territory: Territory;
  /** The table's rows in the territory. */
  readonly standing: readonly TableRow[];
}

/** Rows of any other sheet: the partner by its id, a deal's status by its stage, an id where there is none. */
export function prepareRows(
  table: Table,
  rows: readonly ReadRow[],
  { known, territory, standing }: RowSetting,
): PreparedRows {
  const refused = new Map<ReadRow, RowProblem>();
  const shelves = new Map<string | undefined, TableRow[]>();
  for (const row of standing) shelf(shelves, row.partner).push(row);
  const plain = table.plain?.(territory);
  const prepared = rows.map((row): ReadRow => {
    const partner = row.partner === undefined ? undefined : partnerId(row.partner, known);
    const own = shelf(shelves, partner);
    const said = plain?.(row.values) ?? row.values;
    const values = withId(table, withStatus(table, withPartnerId(table, said, known), territory), own);
    if (values['id'] !== row.values['id']) own.push({ values });
    // Nearly every row is as it should be: of a hundred thousand no copy is made.
    const isSame = values === row.values && partner === row.partner;
    const changed = isSame ? row : { ...row, values, ...(partner !== undefined && { partner }) };
    const problem = partner === undefined ? undefined : partnerProblem(partner, known);
    if (problem) refused.set(changed, problem);
    return changed;
  });
  return { rows: prepared, refused };
}

function shelf(rows: Map<string | undefined, TableRow[]>, partner: string | undefined): TableRow[] {
  const known = rows.get(partner);
  if (known) return known;
  const empty: TableRow[] = [];
  rows.set(partner, empty);
  return empty;
}

/** Words about a partner that is none; undefined for one that is there. */
export function partnerProblem(
  partner: string,
  { ids, byName }: KnownPartners,
  column = 'partner',
): RowProblem | undefined {
  if (ids.has(partner)) return undefined;
  if (partner === '') return { column, why: 'the row names no partner' };
  if (byName.has(partner.toLowerCase()))
    return { column, why: `several partners are called "${partner}"; write the id` };
  const near = nearest(partner, [...ids]);
  return { column, why: `there is no partner "${partner}"${near === undefined ? '' : `; did you mean ${near}?`}` };
}

function partnerId(written: string, { ids, byName }: KnownPartners): string {
  return ids.has(written) ? written : (byName.get(written.toLowerCase()) ?? written);
}

function withPartnerId({ storage }: Table, values: Values, known: KnownPartners): Values {
  const named = values['partner'];
  return storage.of === 'territory' && named !== undefined
    ? { ...values, partner: partnerId(String(named), known) }
    : values;
}

/** A deal whose stage is known needs no status. */
function withStatus({ id }: Table, values: Values, { config }: Territory): Values {
  const stage = id === 'deals' && values['status'] === undefined ? values['stage'] : undefined;
  const known = config.stages.find(({ name }) => name.toLowerCase() === String(stage).toLowerCase());
  return known ? { ...values, status: known.status } : values;
}

type Values = Readonly<Record<string, CellValue>>;

/** Ids and names of the partners that the sheet of partners adds. */
export function namesOf(rows: readonly { readonly partner?: string | undefined; readonly values: Values }[]) {
  return rows.flatMap(({ partner, values }) =>
    partner ? [{ id: partner, name: String(values['name'] ?? partner) }] : [],
  );
}
