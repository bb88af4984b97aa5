import { resolve } from 'node:path';
import { nearest } from '../../input/nearest.ts';
import { readTable } from '../../input/tabular/read-table.ts';
import type { TextTable } from '../../input/tabular/table-of-text.ts';
import type { ImportMapping } from '../../schema/import-mapping.ts';
import { Failure } from '../../units/failure.ts';
import type { StatedReading } from './columns/stated-reading.ts';
import { decideKind, settleKind, type KindSetting } from './decide-kind.ts';
import { understandDeals } from './deals/plan-deals.ts';
import type { MappingUse } from './import-report.ts';
import { statedBy, type ImportSetting } from './import-setting.ts';
import { joinedColumns, joinNames, type JoinedTable } from './join-names.ts';
import { refuseDocuments } from './refuse-documents.ts';
import { kindOf, recall, type RememberedMapping } from './mapping/remembered-mappings.ts';
import { settleTable } from './mapping/settle-table.ts';
import { shapeId, type SourceShape } from './mapping/source-shape.ts';
import type { UnderstoodFile } from './plan-import.ts';
import { IMPORT_KINDS, recordKind } from './records/kinds.ts';
import { understandRecords } from './records/understand-records.ts';

/** A file of an import, understood as far as it can be, with the mapping that reads it. */
export interface SettledFile {
  readonly understood: UnderstoodFile;
  readonly shape: SourceShape;
  /** The mapping before anybody was asked. */
  readonly before: ImportMapping;
  /** The remembered mapping it is read by. */
  readonly recalled: RememberedMapping | undefined;
  readonly use: MappingUse | undefined;
}

/** Reads the files of an import, each by the mapping that is named, remembered or answered; two files of one shape are asked about once. */
export async function settleFiles(setting: ImportSetting): Promise<SettledFile[]> {
  const tables = await readTables(setting);
  const joined = joinNames(tables);
  const lists = new Set(Array.from(joined.values(), ({ by }) => by));
  const settled: SettledFile[] = [];
  for (const table of tables) {
    // A list that names the ids of another file is imported itself only where it is clear what its rows are.
    if (lists.has(table) && !isOfItsOwn(table, setting)) continue;
    settled.push(await settleFile(table, { setting, earlier: settled, joined: joined.get(table) }));
  }
  return settled;
}

async function readTables({ request, effects, mapping }: ImportSetting): Promise<TextTable[]> {
  const tables: TextTable[] = [];
  for (const file of request.files) {
    refuseDocuments(file);
    effects.progress(`Reading ${file}`);
    const options = { sheet: request.sheet ?? mapping.sheet, header: mapping.header };
    tables.push(await readTable(resolve(effects.currentFolder, file), options));
  }
  return tables;
}

function isOfItsOwn(table: TextTable, { request }: ImportSetting): boolean {
  const decision = decideKind(table, kindSetting(request));
  return 'kind' in decision && decision.kind !== 'deals' && (request.importKind ?? decision.kind) === decision.kind;
}

interface Settling {
  readonly setting: ImportSetting;
  readonly earlier: readonly SettledFile[];
  /** The table with names for ids that another file of the import knows. */
  readonly joined: JoinedTable | undefined;
}

async function settleFile(table: TextTable, { setting, earlier, joined }: Settling): Promise<SettledFile> {
  const { headers, sheet } = table;
  const twin = earlier.find(({ shape }) => shapeId(shape) === shapeId({ kind: shape.kind, headers, sheet }));
  const origin = twin ? twinOrigin(twin, table) : originOf(table, setting);
  const kind = twin?.shape.kind ?? (await kindOfTable(table, origin, setting));
  const shape = { kind, headers, sheet };
  const stated = withJoin({ ...statedBy(setting), ...origin.stated }, joined, setting);
  const understand = (said: StatedReading): UnderstoodFile =>
    understandFile(joined?.table ?? table, said, { kind, setting });
  const first = understand(stated);
  const understood = setting.ask ? await settleTable(first, understand, setting.ask) : first;
  const before = joined ? stated.mapping : origin.before;
  return { understood, shape, before, recalled: origin.recalled, use: origin.use };
}

/** What the rows are: as was typed, as the mapping says, or by the headers. A mapping of columns without a kind is one of deals. */
async function kindOfTable(table: TextTable, { before }: Origin, { request, ask }: ImportSetting): Promise<string> {
  if (request.importKind !== undefined) return request.importKind;
  if (before.kind !== undefined || Object.keys(before.columns).length > 0) return checkedKind(kindOf(before));
  return settleKind(table, kindSetting(request), ask);
}

function checkedKind(kind: string): string {
  if (IMPORT_KINDS.includes(kind)) return kind;
  const near = nearest(kind, IMPORT_KINDS);
  const hint = near === undefined ? '' : `Did you mean "${near}"? `;
  throw new Failure(
    'data',
    `The mapping says kind: ${kind}, which is no kind of import.`,
    `${hint}The kinds: ${IMPORT_KINDS.join(', ')}.`,
  );
}

function kindSetting({ partnerColumn, partner }: ImportSetting['request']): KindSetting {
  return { partnerColumn, wholePartner: partner !== undefined };
}

function withJoin(stated: StatedReading, joined: JoinedTable | undefined, { request }: ImportSetting): StatedReading {
  if (!joined) return stated;
  const { partnerColumn, ...rest } = stated;
  const columns = joinedColumns(joined, request.partnerColumn);
  const mapping = { ...stated.mapping, columns: { ...columns, ...stated.mapping.columns } };
  // The flag named the column of ids; the names beside them say the same.
  const isNamed = 'partner' in columns;
  return { ...rest, ...(partnerColumn !== undefined && !isNamed && { partnerColumn }), mapping };
}

function understandFile(
  table: TextTable,
  stated: StatedReading,
  { kind, setting: { request, territory } }: { readonly kind: string; readonly setting: ImportSetting },
): UnderstoodFile {
  const { partner } = request;
  const records = recordKind(kind);
  if (records) return understandRecords(table, stated, { kind: records, wholePartner: partner !== undefined });
  return understandDeals(table, stated, { config: territory.config, partner });
}

/** Where the mapping of a file comes from. */
interface Origin extends Pick<SettledFile, 'before' | 'recalled' | 'use'> {
  readonly stated: Pick<StatedReading, 'mapping' | 'mappingFile'>;
}

function twinOrigin({ understood, before, recalled, use }: SettledFile, { file }: TextTable): Origin {
  return { stated: understood.stated, before, recalled, use: use && { ...use, file } };
}

function originOf({ file, headers, sheet }: TextTable, { request, mapping, remembered }: ImportSetting): Origin {
  if (request.mapFile !== undefined) {
    const use = { file, path: request.mapFile, how: 'named', newHeaders: [] } as const;
    return { stated: { mapping, mappingFile: request.mapFile }, before: mapping, recalled: undefined, use };
  }
  const found = recall(remembered, { headers, sheet, kind: request.importKind });
  if (!found) return { stated: { mapping }, before: mapping, recalled: undefined, use: undefined };
  const { path, mapping: known } = found.remembered;
  return {
    stated: { mapping: known, mappingFile: path },
    before: known,
    recalled: found.remembered,
    use: { file, path, how: 'remembered', newHeaders: found.newHeaders },
  };
}
