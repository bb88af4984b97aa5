import { resolve } from 'node:path';
import { readText } from '../../../input/read-text.ts';
import { readYaml } from '../../../input/read-yaml.ts';
import { editYaml, type YamlEdit } from '../../../output/edit-yaml.ts';
import { importMappingSchema, type ImportMapping } from '../../../schema/import-mapping.ts';
import type { PlainDate } from '../../../units/plain-date.ts';
import type { PlannedFile } from '../write-import.ts';
import { PROPOSAL_HEAD } from './mapping-proposal.ts';
import { mappingText } from './mapping-text.ts';
import { MAPPINGS_FOLDER, MOST_MAPPING_BYTES, type RememberedMapping } from './remembered-mappings.ts';
import { shapeId, type SourceShape } from './source-shape.ts';

/** An export that was read by what a person said. */
export interface SettledSource {
  readonly shape: SourceShape;
  /** Name of the export's file. */
  readonly file: string;
  readonly source: string;
  /** All that was said, answers and flags among it. */
  readonly mapping: ImportMapping;
  /** Text of the file named by --map, and its path relative to the territory where it lies in the folder of mappings. */
  readonly given: { readonly text: string; readonly path: string | undefined } | undefined;
  /** The remembered mapping it was read by, when a person added to it. */
  readonly recalled: RememberedMapping | undefined;
}

export interface Remembering {
  readonly root: string;
  readonly today: PlainDate;
  readonly mappings: readonly RememberedMapping[];
  /** Paths this import writes already. */
  readonly taken: ReadonlySet<string>;
}

/** The file that makes the next export of this shape be read without a question; undefined when it is there already. */
export async function rememberMapping(
  source: SettledSource,
  remembering: Remembering,
): Promise<PlannedFile | undefined> {
  const shape = shapeId(source.shape);
  const present = remembering.mappings.find(({ mapping }) => mapping.shape === shape) ?? source.recalled;
  const mapping: ImportMapping = { ...source.mapping, ...identityOf(source, shape) };
  const path = present?.path ?? ownPath(source, remembering.taken) ?? (await freePath(source.source, remembering));
  const content = contentOf(source, { mapping, present, today: remembering.today });
  return content === present?.text ? undefined : { path, kind: 'mapping', content };
}

/** What a mapping says about the exports it is for. */
function identityOf({ shape: { kind, sheet, headers }, source }: SettledSource, shape: string): Partial<ImportMapping> {
  return {
    ...(kind !== 'deals' && { kind }),
    ...(sheet !== undefined && { sheet }),
    shape,
    headers: headers.filter((header) => header !== ''),
    source,
  };
}

interface Content {
  readonly mapping: ImportMapping;
  readonly present: RememberedMapping | undefined;
  readonly today: PlainDate;
}

/** A file somebody wrote keeps its comments and its order. */
function contentOf({ given, file }: SettledSource, { mapping, present, today }: Content): string {
  const written = given?.text ?? present?.text;
  if (written === undefined) {
    const head = [
      `How to read ${file} and every export with the same columns, as it was answered on ${today}.`,
      'Change it freely. Without this file the questions come again.',
    ];
    return mappingText(head, mapping);
  }
  const text = withoutProposalWords(written);
  const before = readYaml(text, '', importMappingSchema).value!;
  return editYaml(text, editsBetween(before, mapping));
}

/** Once a proposal was used nothing in it is to be checked. */
function withoutProposalWords(text: string): string {
  if (!PROPOSAL_HEAD.test(text)) return text;
  const head = '# How to read this export and every one with the same columns. Change it freely.\n';
  const lines = text.replace(PROPOSAL_HEAD, head).replace(/ {3}# check: [^"\n]*$/gm, '');
  const [before, after] = [text, lines].map((one) => JSON.stringify(readYaml(one, '', importMappingSchema).value));
  return before === after ? lines : text;
}

const SINGLE = [
  'kind',
  'sheet',
  'header',
  'shape',
  'source',
  'partner_type',
  'date_order',
  'decimal',
  'currency',
] as const;
const BLOCKS = ['columns', 'stages', 'types', 'forecast_categories', 'partner_types', 'partners'] as const;

function editsBetween(before: ImportMapping, after: ImportMapping): YamlEdit[] {
  const single = SINGLE.filter((key) => before[key] !== after[key]).map((key) => ({ path: [key], value: after[key] }));
  const lists =
    JSON.stringify(before.headers) === JSON.stringify(after.headers)
      ? []
      : [{ path: ['headers'], value: after.headers }];
  const entries = BLOCKS.flatMap((block) => {
    const [old, now]: Readonly<Record<string, unknown>>[] = [before[block], after[block]];
    return Object.keys(now!)
      .filter((key) => now![key] !== undefined && now![key] !== old![key])
      .map((key) => ({ path: [block, key], value: now![key] }));
  });
  return [...single, ...lists, ...entries];
}

/** The file a person named, where it lies among the mappings and is not the memory of another shape. */
function ownPath({ given, mapping }: SettledSource, taken: ReadonlySet<string>): string | undefined {
  const isFree = given?.path !== undefined && mapping.shape === undefined && !taken.has(given.path);
  return isFree ? given.path : undefined;
}

/** A name for a new mapping that no file has. */
async function freePath(source: string, { root, taken }: Remembering): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = `${MAPPINGS_FOLDER}/${source}${number === 1 ? '' : `-${number}`}.yaml`;
    if (taken.has(path)) continue;
    const { text, problem } = await readText({
      path: resolve(root, path),
      file: path,
      maximumBytes: MOST_MAPPING_BYTES,
    });
    if (text === undefined && problem === undefined) return path;
  }
}
