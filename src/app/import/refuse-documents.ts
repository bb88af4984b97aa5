import { basename } from 'node:path';
import { Failure } from '../../units/failure.ts';

/** Files people write themselves, by the ends of their names: each line of them could be taken for a row. */
const DOCUMENTS: readonly { readonly ends: RegExp; readonly is: string }[] = [
  { ends: /\.ya?ml$/i, is: 'YAML' },
  { ends: /\.(md|markdown)$/i, is: 'Markdown' },
  { ends: /\.(json|jsonl|ndjson)$/i, is: 'JSON' },
  { ends: /\.toml$/i, is: 'TOML' },
];

/**
 * Refuses a file whose name says that it is no table, before anything in it is taken for one.
 * @throws Failure naming what is imported instead
 */
export function refuseDocuments(path: string): void {
  const document = DOCUMENTS.find(({ ends }) => ends.test(path));
  if (!document) return;
  const isMapping = document.is === 'YAML';
  throw new Failure(
    'data',
    `${basename(path)} is ${document.is}, not a table of rows.`,
    `Nothing was imported. Import CSV files and workbooks that another system exported${
      isMapping ? '; a mapping is named beside them: --map FILE. Files of the territory are read as they stand' : ''
    }.`,
  );
}
