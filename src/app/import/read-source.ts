import { resolve } from 'node:path';
import { readTable } from '../../input/tabular/read-table.ts';
import { SeveralSheets } from '../../input/tabular/several-sheets.ts';
import type { TextTable } from '../../input/tabular/table-of-text.ts';
import type { ImportSetting } from './import-setting.ts';
import { recall } from './mapping/remembered-mappings.ts';
import { refuseDocuments } from './refuse-documents.ts';

/** The table of one file of an import. */
export interface SourceTable {
  readonly table: TextTable;
  /** Set when a person was asked which sheet is meant. */
  readonly askedSheet?: string;
}

/**
 * Reads one file of an import. Which of several sheets is meant says --sheet, the mapping, a remembered mapping that fits one of them, or
 * a person at a terminal.
 * @throws Failure for a file that is no table, and for several sheets where nobody can be asked
 */
export async function readSource(file: string, setting: ImportSetting): Promise<SourceTable> {
  const { request, effects, mapping, ask } = setting;
  refuseDocuments(file);
  effects.progress(`Reading ${file}`);
  const path = resolve(effects.currentFolder, file);
  const read = async (sheet: string | undefined): Promise<TextTable> => {
    const table = await readTable(path, { sheet, header: mapping.header });
    return isWithoutHeader(table, setting) ? readTable(path, { sheet, header: 'none' }) : table;
  };
  try {
    return { table: await read(request.sheet ?? mapping.sheet) };
  } catch (error) {
    if (!(error instanceof SeveralSheets)) throw error;
    const known = await rememberedSheet(error.sheets, read, setting);
    if (known) return { table: known };
    if (!ask) throw error;
    const choices = error.sheets.map((sheet) => ({ value: sheet, name: sheet }));
    const sheet = await ask({ message: `${file}: which sheet is meant?`, choices, proposal: error.sheets[0]! });
    return { table: await read(sheet), askedSheet: sheet };
  }
}

/**
 * Whether what was taken for headers is the first row of a file that has none: a remembered mapping reads such files of as many columns,
 * and no header is a bare number.
 */
function isWithoutHeader({ headers, sheet }: TextTable, { request, remembered }: ImportSetting): boolean {
  if (request.mapFile !== undefined || !headers.some((header) => /^[\d.,\s]+$/.test(header))) return false;
  const fitting = remembered.filter(({ mapping }) => {
    return mapping.header === 'none' && mapping.headers?.length === headers.length;
  });
  return fitting.length === 1 && !recall(remembered, { headers, sheet, kind: request.importKind });
}

/** The table of the only sheet that a remembered mapping was made for. */
async function rememberedSheet(
  sheets: readonly string[],
  read: (sheet: string) => Promise<TextTable>,
  { request, remembered }: ImportSetting,
): Promise<TextTable | undefined> {
  if (request.mapFile !== undefined) return undefined;
  const named = sheets.filter((sheet) => remembered.some(({ mapping }) => mapping.sheet === sheet));
  const [sheet] = named;
  if (sheet === undefined || named.length > 1) return undefined;
  const table = await read(sheet);
  const { headers } = table;
  const found = recall(remembered, { headers, sheet, kind: request.importKind });
  return found?.remembered.mapping.sheet === sheet ? table : undefined;
}
