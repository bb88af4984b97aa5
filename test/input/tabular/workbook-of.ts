import { writeZip } from '../../../src/ooxml/write-zip.ts';

/** A sheet of a workbook written by hand: `rows` is what stands inside `sheetData`, `more` what follows it. */
export interface GivenSheet {
  readonly name?: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly rows?: string;
  readonly more?: string;
  /** Relationships of the sheet: type → path from the sheet's folder. */
  readonly relations?: Readonly<Record<string, string>>;
  readonly kind?: 'worksheet' | 'chartsheet' | 'missing';
}

export interface GivenWorkbook {
  readonly sheets: readonly GivenSheet[];
  /** Inner XML of the shared strings. */
  readonly strings?: string;
  /** Number formats by the style index of the cells that use them: a code, or the number of a built-in one. */
  readonly formats?: readonly (string | number)[];
  readonly from1904?: boolean;
  /** Other parts by path. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  /** Written into every part before it is packed, to make a dialect of it. */
  readonly dialect?: (xml: string, path: string) => string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The bytes of a small workbook with exactly this XML in it. */
export function workbookOf({ sheets, dialect = (xml) => xml, ...given }: GivenWorkbook): Buffer {
  const parts = new Map<string, string | Uint8Array>();
  const add = (path: string, xml: string): void => {
    parts.set(path, dialect(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`, path));
  };
  add('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
  add('_rels/.rels', relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]));
  const listed = sheets.map(({ name = 'Sheet1', state }, index) => {
    return `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`;
  });
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><workbookPr${given.from1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
  );
  const relations: [string, string, string][] = sheets.map(({ kind = 'worksheet' }, index) => {
    return [`rId${index + 1}`, kind === 'missing' ? 'worksheet' : kind, `worksheets/sheet${index + 1}.xml`];
  });
  if (given.strings !== undefined) relations.push(['rIdA', 'sharedStrings', 'sharedStrings.xml']);
  if (given.formats) relations.push(['rIdB', 'styles', 'styles.xml']);
  add('xl/_rels/workbook.xml.rels', relationships(relations));
  sheets.forEach(({ rows = '', more = '', kind, relations = {} }, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    if (kind !== 'missing') add(path, `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${more}</worksheet>`);
    const entries = Object.entries(relations).map(([type, to], at) => [`rId${at + 1}`, type, to] as const);
    if (entries.length > 0) add(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, relationships(entries));
  });
  if (given.strings !== undefined) add('xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${given.strings}</sst>`);
  if (given.formats) add('xl/styles.xml', styles(given.formats));
  for (const [path, xml] of Object.entries(given.parts ?? {})) parts.set(path, xml);
  return writeZip(parts);
}

/** A row of cells as XML: text inline, numbers as they are, `{ xml }` as given, undefined left out. */
export function row(line: number, cells: readonly (string | number | { readonly xml: string } | undefined)[]): string {
  const written = cells.map((cell, index) => {
    if (cell === undefined) return '';
    if (typeof cell === 'object') return cell.xml;
    const reference = `${String.fromCharCode(65 + index)}${line}`;
    if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
    const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  });
  return `<row r="${line}">${written.join('')}</row>`;
}

/** Rows one below the other, the first on line 1; an empty list is an empty row. */
export function rows(...lines: readonly Parameters<typeof row>[1][]): string {
  return lines.map((cells, index) => (cells.length === 0 ? '' : row(index + 1, cells))).join('');
}

/** The element that merges cells. */
export function merges(...references: readonly string[]): string {
  return `<mergeCells>${references.map((reference) => `<mergeCell ref="${reference}"/>`).join('')}</mergeCells>`;
}

function relationships(entries: readonly (readonly [string, string, string])[]): string {
  const written = entries.map(([id, type, target]) => {
    return `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`;
  });
  return `<Relationships xmlns="${PACKAGE}">${written.join('')}</Relationships>`;
}

function styles(formats: readonly (string | number)[]): string {
  const codes = formats.map((format, index) => {
    if (typeof format === 'number') return '';
    const code = format.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    return `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>`;
  });
  const used = formats.map((format, index) => `<xf numFmtId="${typeof format === 'number' ? format : 200 + index}"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${used.join('')}</cellXfs></styleSheet>`;
}
