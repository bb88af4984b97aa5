import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { headerKey } from '../../../input/import-columns/match-headers.ts';
import type { Problem } from '../../../input/problem.ts';
import { readText } from '../../../input/read-text.ts';
import type { ImportMapping } from '../../../schema/import-mapping.ts';
import { readMapping } from './read-mapping.ts';
import { likeness, newHeaders, shapeId, sheetKey, type SourceShape } from './source-shape.ts';

/** Where mappings lie in a territory. */
export const MAPPINGS_FOLDER = 'mappings';

/** A mapping of the territory that reads every export of one shape. */
export interface RememberedMapping {
  /** Relative to the territory, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly mapping: ImportMapping;
}

/** A remembered mapping that fits an export. */
export interface Recollection {
  readonly remembered: RememberedMapping;
  /** Headers of the export that were not there when it was made. */
  readonly newHeaders: readonly string[];
}

/** The largest mapping that is read, in bytes. */
export const MOST_MAPPING_BYTES = 4_000_000;

/** Exports that have less in common are not taken for the same: a mapping names the source of the deals. */
const LIKE_ENOUGH = 0.6;

/**
 * The mappings a territory remembers: files in its `mappings` folder that name the shape they are for. Others lie there until
 * somebody names them with --map.
 */
export async function loadRememberedMappings(
  root: string,
): Promise<{ readonly mappings: readonly RememberedMapping[]; readonly problems: readonly Problem[] }> {
  const names = await readdir(join(root, MAPPINGS_FOLDER)).catch((): string[] => []);
  const mappings: RememberedMapping[] = [];
  const problems: Problem[] = [];
  for (const name of names.filter((one) => /\.ya?ml$/.test(one)).sort()) {
    const path = `${MAPPINGS_FOLDER}/${name}`;
    const { text, problem } = await readText({ path: join(root, path), file: path, maximumBytes: MOST_MAPPING_BYTES });
    if (problem) problems.push(problem);
    if (text === undefined || !/^shape\s*:/m.test(text)) continue;
    const reading = readMapping(text, path);
    problems.push(...reading.problems);
    if (!reading.value) continue;
    const twin = mappings.find(({ mapping }) => mapping.shape === reading.value!.shape);
    if (twin) problems.push(reading.problemAt(['shape'], sameShapeAs(twin)));
    else mappings.push({ path, text, mapping: reading.value });
  }
  return { mappings, problems };
}

function sameShapeAs({ path }: RememberedMapping): { readonly message: string; readonly remedy: string } {
  return {
    message: `stands in ${path} too, and only one file can say how such exports are read`,
    remedy: 'Delete one of the two files, or this line.',
  };
}

/**
 * The mapping that was made for such an export: of the same shape, otherwise the one with the most headers in common that finds
 * every header it maps.
 * @param source without a kind, one of any kind
 */
export function recall(
  mappings: readonly RememberedMapping[],
  source: Omit<SourceShape, 'kind'> & { readonly kind?: string | undefined },
): Recollection | undefined {
  const { headers, sheet } = source;
  const ofKind = mappings.filter(({ mapping }) => source.kind === undefined || kindOf(mapping) === source.kind);
  const same = ofKind.find(({ mapping }) => shapeId({ kind: kindOf(mapping), headers, sheet }) === mapping.shape);
  if (same) return { remembered: same, newHeaders: [] };
  const has = new Set(headers.map(headerKey));
  const near = ofKind
    .filter(({ mapping }) => Object.values(mapping.columns).every((header) => !header || has.has(headerKey(header))))
    .map((remembered) => ({
      remembered,
      alike: likeness(headers, remembered.mapping.headers ?? []),
      sameSheet: Number(sheetKey(remembered.mapping.sheet) === sheetKey(sheet)),
    }))
    .filter(({ alike }) => alike >= LIKE_ENOUGH)
    .sort((a, b) => b.alike - a.alike || b.sameSheet - a.sameSheet);
  const nearest = near[0]?.remembered;
  return nearest && { remembered: nearest, newHeaders: newHeaders(headers, nearest.mapping.headers ?? []) };
}

/** The kind of rows a mapping is for. */
export function kindOf({ kind = 'deals' }: Pick<ImportMapping, 'kind'>): string {
  return kind;
}
