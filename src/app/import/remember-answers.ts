import { dirname, relative, resolve } from 'node:path';
import type { ImportMapping } from '../../schema/import-mapping.ts';
import type { StatedReading } from './columns/stated-reading.ts';
import type { ImportSetting } from './import-setting.ts';
import { rememberMapping } from './mapping/remember-mapping.ts';
import { MAPPINGS_FOLDER } from './mapping/remembered-mappings.ts';
import { shapeId } from './mapping/source-shape.ts';
import type { SettledFile } from './settle-files.ts';
import type { PlannedFile } from './write-import.ts';

/**
 * The mappings that make the next exports of the same shapes be read without a question: what was answered, and what a mapping named
 * by --map said. A file that was clear by itself needs none.
 */
export async function rememberAnswers(setting: ImportSetting, settled: readonly SettledFile[]): Promise<PlannedFile[]> {
  const { request, effects, remembered, mappingText } = setting;
  // The last of several files of one shape holds the answers to all of them.
  const byShape = new Map(settled.map((file) => [shapeId(file.shape), file]));
  const planned: PlannedFile[] = [];
  for (const { understood, shape, before, recalled } of byShape.values()) {
    const { stated, table, source } = understood;
    const isAnswered = JSON.stringify(stated.mapping) !== JSON.stringify(before);
    if (!isAnswered && request.mapFile === undefined) continue;
    const taken = new Set(planned.map(({ path }) => path));
    const file = await rememberMapping(
      {
        shape,
        file: table.file,
        source,
        mapping: isAnswered ? withFlags(stated) : stated.mapping,
        given: mappingText === undefined ? undefined : { text: mappingText, path: pathInFolder(setting) },
        recalled,
      },
      { root: request.root, today: effects.today, mappings: remembered, taken },
    );
    if (file) planned.push(file);
  }
  return planned;
}

/** Answers are only complete with what the flags of the same command said. */
function withFlags({ mapping, partnerColumn, dateOrder, decimal }: StatedReading): ImportMapping {
  return {
    ...mapping,
    ...(partnerColumn !== undefined && { columns: { ...mapping.columns, partner: partnerColumn } }),
    ...(dateOrder !== undefined && { date_order: dateOrder }),
    ...(decimal !== undefined && { decimal }),
  };
}

/** The path of the mapping named by --map where it lies in the territory's own folder for them. */
function pathInFolder({ request: { root, mapFile }, effects }: ImportSetting): string | undefined {
  const path = resolve(effects.currentFolder, mapFile!);
  const isOurs = dirname(path) === resolve(root, MAPPINGS_FOLDER) && /\.ya?ml$/.test(path);
  return isOurs ? relative(root, path).replaceAll('\\', '/') : undefined;
}
