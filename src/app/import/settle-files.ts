import { resolve } from 'node:path';
import { readTable } from '../../input/tabular/read-table.ts';
import type { TextTable } from '../../input/tabular/table-of-text.ts';
import type { ImportMapping } from '../../schema/import-mapping.ts';
import type { StatedReading } from './columns/stated-reading.ts';
import { understandDeals, type UnderstoodTable } from './deals/plan-deals.ts';
import type { MappingUse } from './import-report.ts';
import { statedBy, type ImportSetting } from './import-setting.ts';
import { recall, type RememberedMapping } from './mapping/remembered-mappings.ts';
import { settleTable } from './mapping/settle-table.ts';
import { shapeId, type SourceShape } from './mapping/source-shape.ts';

/** A file of an import, understood as far as it can be, with the mapping that reads it. */
export interface SettledFile {
  readonly understood: UnderstoodTable;
  readonly shape: SourceShape;
  /** The mapping before anybody was asked. */
  readonly before: ImportMapping;
  /** The remembered mapping it is read by. */
  readonly recalled: RememberedMapping | undefined;
  readonly use: MappingUse | undefined;
}

/** Reads the files of an import, each by the mapping that is named, remembered or answered; two files of one shape are asked about once. */
export async function settleFiles(setting: ImportSetting): Promise<SettledFile[]> {
  const settled: SettledFile[] = [];
  const { request, effects, mapping } = setting;
  for (const file of request.files) {
    effects.progress(`Reading ${file}`);
    const options = { sheet: request.sheet ?? mapping.sheet, header: mapping.header };
    const table = await readTable(resolve(effects.currentFolder, file), options);
    settled.push(await settleFile(table, setting, settled));
  }
  return settled;
}

async function settleFile(
  table: TextTable,
  setting: ImportSetting,
  earlier: readonly SettledFile[],
): Promise<SettledFile> {
  const shape = { kind: 'deals', headers: table.headers, sheet: table.sheet };
  const twin = earlier.find((other) => shapeId(other.shape) === shapeId(shape));
  const origin = twin ? twinOrigin(twin, table) : originOf(shape, table, setting);
  const stated = { ...statedBy(setting), ...origin.stated };
  const understand = (said: StatedReading): UnderstoodTable => understandFile(table, said, setting);
  const first = understand(stated);
  const understood = setting.ask ? await settleTable(first, understand, setting.ask) : first;
  return { understood, shape, before: origin.before, recalled: origin.recalled, use: origin.use };
}

function understandFile(
  table: TextTable,
  stated: StatedReading,
  { request, territory }: ImportSetting,
): UnderstoodTable {
  return understandDeals(table, stated, { config: territory.config, partner: request.partner });
}

/** Where the mapping of a file comes from. */
interface Origin extends Pick<SettledFile, 'before' | 'recalled' | 'use'> {
  readonly stated: Pick<StatedReading, 'mapping' | 'mappingFile'>;
}

function twinOrigin({ understood, before, recalled, use }: SettledFile, { file }: TextTable): Origin {
  return { stated: understood.stated, before, recalled, use: use && { ...use, file } };
}

function originOf(shape: SourceShape, { file }: TextTable, { request, mapping, remembered }: ImportSetting): Origin {
  if (request.mapFile !== undefined) {
    const use = { file, path: request.mapFile, how: 'named', newHeaders: [] } as const;
    return { stated: { mapping, mappingFile: request.mapFile }, before: mapping, recalled: undefined, use };
  }
  const found = recall(remembered, shape);
  if (!found) return { stated: { mapping }, before: mapping, recalled: undefined, use: undefined };
  const { path, mapping: known } = found.remembered;
  return {
    stated: { mapping: known, mappingFile: path },
    before: known,
    recalled: found.remembered,
    use: { file, path, how: 'remembered', newHeaders: found.newHeaders },
  };
}
