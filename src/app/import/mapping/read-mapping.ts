import { nearest } from '../../../input/nearest.ts';
import type { Problem } from '../../../input/problem.ts';
import { readYaml, type FileReading } from '../../../input/read-yaml.ts';
import { importMappingSchema, type ImportMapping } from '../../../schema/import-mapping.ts';
import { IMPORT_KINDS, recordKind } from '../records/kinds.ts';

/** A mapping file's text as it is meant, or everything that is wrong with it, from top to bottom. */
export function readMapping(text: string, file: string): FileReading<ImportMapping> {
  const reading = readYaml(text, file, importMappingSchema);
  const wrong = reading.value ? unknownWords(reading.value, reading) : [];
  // Unknown fields are found after everything else.
  const problems = [...reading.problems, ...wrong].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const { value, problemAt } = reading;
  return { ...(value && wrong.length === 0 && { value }), problems, problemAt };
}

/** Kinds, and fields of kinds other than deals, which the schema does not know. */
function unknownWords(
  { kind = 'deals', columns }: ImportMapping,
  { problemAt }: Pick<FileReading<ImportMapping>, 'problemAt'>,
): Problem[] {
  const said = (path: readonly string[], written: string, what: string, allowed: readonly string[]): Problem => {
    const suggestion = nearest(written, allowed);
    const message = `"${written}" is no ${what}`;
    return problemAt(path, { message, written, allowed, ...(suggestion !== undefined && { suggestion }) });
  };
  if (!IMPORT_KINDS.includes(kind)) return [said(['kind'], kind, 'kind of import', IMPORT_KINDS)];
  const records = recordKind(kind);
  if (!records) return [];
  const fields = Object.keys(records.fields);
  const unknown = Object.keys(columns).filter((field) => !fields.includes(field));
  return unknown.map((field) => said(['columns', field], field, `field of ${kind}`, fields));
}
