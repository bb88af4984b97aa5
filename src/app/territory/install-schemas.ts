import { join } from 'node:path';
import { nearest } from '../../input/nearest.ts';
import { jsonSchemaOf, SCHEMAS, type FileSchema, type SchemaName } from '../../input/json-schemas.ts';
import { writeFileAtomically } from '../../output/write-file.ts';
import { Failure } from '../../units/failure.ts';

/** Where editors find the schemas: named in the first line of each file the tool makes. */
const SCHEMA_FOLDER = '.cam/schemas';

/** A kind of file that people write, and where such files are. */
export interface SchemaEntry {
  readonly name: SchemaName;
  readonly title: string;
  readonly files: string;
}

/** Every kind of file that has a schema. */
export function schemaEntries(): readonly SchemaEntry[] {
  return schemaNames().map((name) => {
    const { title, files }: FileSchema = SCHEMAS[name];
    return { name, title, files };
  });
}

/**
 * The JSON Schema of one kind of file.
 * @throws Failure (usage) when there is no such kind.
 */
export function schemaNamed(typed: string): {
  readonly name: SchemaName;
  readonly schema: Readonly<Record<string, unknown>>;
} {
  const name = schemaNames().find((known) => known === typed);
  if (name) return { name, schema: jsonSchemaOf(name) };
  const suggestion = nearest(typed, schemaNames());
  const remedy = suggestion ? `Did you mean ${suggestion}?` : `There are: ${schemaNames().join(', ')}.`;
  throw new Failure('usage', `There is no schema "${typed}".`, remedy);
}

/** The schemas as files of a territory. */
export function schemaFiles(): readonly { readonly path: string; readonly content: string; readonly kind: 'schema' }[] {
  return schemaNames().map((name) => ({
    path: `${SCHEMA_FOLDER}/${name}.json`,
    content: `${JSON.stringify(jsonSchemaOf(name), undefined, 2)}\n`,
    kind: 'schema',
  }));
}

/** Writes the schemas into a territory, for editors; returns their paths. */
export async function installSchemas(root: string): Promise<readonly string[]> {
  const files = schemaFiles();
  for (const { path, content } of files) await writeFileAtomically(join(root, path), content);
  return files.map(({ path }) => path);
}

function schemaNames(): SchemaName[] {
  return Object.keys(SCHEMAS) as SchemaName[];
}
