import { headerKey } from '../../input/import-columns/match-headers.ts';
import type { TextTable } from '../../input/tabular/table-of-text.ts';
import type { ImportMapping } from '../../schema/import-mapping.ts';
import type { StatedReading } from './columns/stated-reading.ts';
import { decideKind, settleKind, type KindSetting } from './decide-kind.ts';
import { understandDeals } from './deals/plan-deals.ts';
import type { MappingUse } from './import-report.ts';
import { statedBy, type ImportRequest, type ImportSetting } from './import-setting.ts';
import { joinedColumns, joinNames, type JoinedTable } from './join-names.ts';
import { matchPartners } from './match-partners.ts';
import { kindOf, recall, type RememberedMapping } from './mapping/remembered-mappings.ts';
import type { MappingQuestion } from './mapping/question.ts';
import { settleTable } from './mapping/settle-table.ts';
import { shapeId, type SourceShape } from './mapping/source-shape.ts';
import type { UnderstoodFile } from './plan-import.ts';
import { readSource, type SourceTable } from './read-source.ts';
import { recordKind } from './records/kinds.ts';
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
  const sources = await readSources(setting);
  const tables = sources.map(({ table }) => table);
  const joined = joinNames(tables);
  const lists = new Set(Array.from(joined.values(), ({ by }) => by));
  const settled: SettledFile[] = [];
  for (const { table, askedSheet } of sources) {
    // A list that names the ids of another file is there for that, unless its rows are partners.
    if (lists.has(table) && !listsPartners(table, setting)) continue;
    const own = { ...setting, request: requestFor(table, tables, setting.request) };
    settled.push(await settleFile(table, { setting: own, earlier: settled, joined: joined.get(table), askedSheet }));
  }
  return settled;
}

/** A column of partners that only some of the files have is meant for those. */
function requestFor(table: TextTable, tables: readonly TextTable[], request: ImportRequest): ImportRequest {
  const { partnerColumn, ...rest } = request;
  if (partnerColumn === undefined) return request;
  const key = headerKey(partnerColumn);
  const has = ({ headers }: TextTable): boolean => headers.some((header) => headerKey(header) === key);
  return has(table) || !tables.some(has) ? request : rest;
}

async function readSources(setting: ImportSetting): Promise<SourceTable[]> {
  const sources: SourceTable[] = [];
  for (const file of setting.request.files) sources.push(await readSource(file, setting));
  return sources;
}

function listsPartners(table: TextTable, { request }: ImportSetting): boolean {
  const decision = decideKind(table, kindSetting(request));
  return 'kind' in decision && decision.kind === 'partners';
}

interface Settling {
  readonly setting: ImportSetting;
  readonly earlier: readonly SettledFile[];
  /** The table with names for ids that another file of the import knows. */
  readonly joined: JoinedTable | undefined;
  /** The sheet a person said it is on. */
  readonly askedSheet: string | undefined;
}

async function settleFile(table: TextTable, { setting, earlier, joined, askedSheet }: Settling): Promise<SettledFile> {
  const { headers, sheet } = table;
  const twin = earlier.find(({ shape }) => shapeId(shape) === shapeId({ kind: shape.kind, headers, sheet }));
  const origin = twin ? twinOrigin(twin, table) : originOf(table, setting);
  const { kind, asked } = twin ? { kind: twin.shape.kind, asked: false } : await kindOfTable(table, origin, setting);
  const shape = { kind, headers, sheet };
  const said = withAnswers(
    { ...statedBy(setting), ...origin.stated },
    { askedKind: asked ? kind : undefined, askedSheet },
  );
  const stated = withJoin(said, joined, setting);
  const understand = (said: StatedReading): UnderstoodFile =>
    understandFile(joined?.table ?? table, said, { kind, setting });
  const first = understand(stated);
  const { ask } = setting;
  const understood = ask ? await settleTable(first, { understand, ask, isPartner: partnersIn(setting) }) : first;
  const before = joined ? stated.mapping : origin.before;
  return { understood, shape, before, recalled: origin.recalled, use: origin.use };
}

/** What the rows are: as was typed, as the mapping says, or by the headers. A mapping of columns without a kind is one of deals. */
async function kindOfTable(
  table: TextTable,
  { before }: Origin,
  { request, ask }: ImportSetting,
): Promise<{ readonly kind: string; readonly asked: boolean }> {
  if (request.importKind !== undefined) return { kind: request.importKind, asked: false };
  if (before.kind !== undefined || Object.keys(before.columns).length > 0)
    return { kind: kindOf(before), asked: false };
  let asked = false;
  const watched = ask && ((question: MappingQuestion) => ((asked = true), ask(question)));
  return { kind: await settleKind(table, kindSetting(request), watched), asked };
}

/** Whether a name is one of a partner, by all the ways an import knows them. */
function partnersIn({ territory }: ImportSetting): (name: string) => boolean {
  const matcher = matchPartners(territory.partners);
  return (name) => matcher.match({ name }) !== undefined;
}

/** Answers to what came before the columns belong into the mapping, as all others do. */
function withAnswers(
  stated: StatedReading,
  { askedKind, askedSheet }: { readonly askedKind: string | undefined; readonly askedSheet: string | undefined },
): StatedReading {
  const answers = {
    ...(askedKind !== undefined && { kind: askedKind }),
    ...(askedSheet !== undefined && { sheet: askedSheet }),
  };
  return { ...stated, mapping: { ...stated.mapping, ...answers } };
}

function kindSetting({ partnerColumn, partner }: ImportSetting['request']): KindSetting {
  return { partnerColumn, wholePartner: partner !== undefined };
}

function withJoin(stated: StatedReading, joined: JoinedTable | undefined, { request }: ImportSetting): StatedReading {
  if (!joined) return stated;
  const { partnerColumn, ...rest } = stated;
  const { partner: said, ...others } = stated.mapping.columns;
  const columns = joinedColumns(joined, request.partnerColumn ?? said ?? undefined);
  // Where a mapping gives the column of ids for the partner, the names beside them are meant, as with the flag.
  const saysIds = said != null && headerKey(said) === headerKey(joined.idHeader);
  const mapping = { ...stated.mapping, columns: { ...columns, ...(saysIds ? others : stated.mapping.columns) } };
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
