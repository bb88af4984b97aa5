import { extname, join, resolve } from 'node:path';
import { outputPath } from '../../output/output-path.ts';
import { Failure } from '../../units/failure.ts';
import type { PlainDate } from '../../units/plain-date.ts';

/** Where an export goes: a workbook, a folder with a CSV file a table, or one CSV file. */
export interface ExportTarget {
  readonly kind: 'workbook' | 'csv-folder' | 'csv-file';
  /** Absolute. */
  readonly path: string;
}

export interface TargetRequest {
  /** As it was typed; undefined where nothing was. */
  readonly typed?: string;
  /** As `--format` names them. */
  readonly formats?: readonly string[];
  readonly currentFolder: string;
  /** Folder of everything generated, absolute. */
  readonly out: string;
  readonly asOf: PlainDate;
}

const FORMATS = ['xlsx', 'csv'] as const;
type ExportFormat = (typeof FORMATS)[number];
const REMEDY = 'Name a workbook FILE.xlsx, or a folder for CSV files.';

/**
 * Where to write: what was typed, or a name in the output folder.
 * @throws Failure (usage) for a kind of file that is not written, or a name that does not go with `--format`.
 */
export function exportTarget({ typed, formats, currentFolder, out, asOf }: TargetRequest): ExportTarget {
  const format = formatOf(formats);
  const name = { out, artifact: 'territory', period: asOf, edition: 'partner' } as const;
  if (typed === undefined) {
    return format === 'csv'
      ? { kind: 'csv-folder', path: join(out, `territory-${asOf}`) }
      : { kind: 'workbook', path: outputPath({ ...name, extension: 'xlsx' }) };
  }
  const path = resolve(currentFolder, typed);
  const extension = extname(path).toLowerCase();
  if (extension === '.xlsx') return agreeing({ kind: 'workbook', path }, { typed, format, is: 'xlsx' });
  if (extension === '.csv') return agreeing({ kind: 'csv-file', path }, { typed, format, is: 'csv' });
  if (/^\.[a-z][a-z0-9]{1,4}$/.test(extension)) {
    throw new Failure('usage', `cam export does not write ${extension} files.`, REMEDY);
  }
  return format === 'xlsx'
    ? { kind: 'workbook', path: outputPath({ ...name, out: path, extension: 'xlsx' }) }
    : { kind: 'csv-folder', path };
}

function formatOf(formats: readonly string[] | undefined): ExportFormat | undefined {
  if (formats === undefined) return undefined;
  const [format] = FORMATS.filter((known) => formats.length === 1 && formats[0] === known);
  if (format !== undefined) return format;
  throw new Failure(
    'usage',
    `Tables cannot be exported as ${formats.join(', ')}.`,
    'They are exported as xlsx or csv.',
  );
}

function agreeing(
  target: ExportTarget,
  {
    typed,
    format,
    is,
  }: { readonly typed: string; readonly format: ExportFormat | undefined; readonly is: ExportFormat },
): ExportTarget {
  if (format === undefined || format === is) return target;
  throw new Failure('usage', `${typed} is no ${format} file, which --format asks for.`, REMEDY);
}
