import { escapeXml, unescapeXml } from './escape-xml.ts';
import type { Parts } from './parts.ts';
import { writeZip } from './write-zip.ts';

interface Cell {
  readonly column: number;
  readonly row: number;
  readonly value: number | string;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * The workbook behind "Edit data", written from the chart's own references and values, so that the two always agree.
 * (The library's own workbook loses zeros, shifts labels after an empty one and carries the time of writing.)
 * @param chartXml a finished chart part.
 */
export function chartWorkbook(chartXml: string): Buffer {
  const cells = chartCells(chartXml);
  const strings = [...new Set(cells.flatMap((cell) => (typeof cell.value === 'string' ? [cell.value] : [])))];
  const parts: Parts = new Map([
    ['[Content_Types].xml', CONTENT_TYPES],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', WORKBOOK],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    ],
    ['xl/worksheets/sheet1.xml', worksheet(cells, strings)],
    ['xl/styles.xml', STYLES],
    ['xl/sharedStrings.xml', sharedStrings(cells, strings)],
  ]);
  // Stored: the presentation deflates it once, as a whole, smaller and sooner than part by part.
  return writeZip(parts, { compress: false });
}

// Every reference of a chart names its cells and caches their values beside them.
function chartCells(xml: string): Cell[] {
  const cells = new Map<string, Cell>();
  for (const [, reference = '', cache = ''] of xml.matchAll(
    /<c:f>([^<]*)<\/c:f>([\s\S]*?)<\/c:(?:str|num|multiLvlStr)Ref>/g,
  )) {
    for (const cell of referencedCells(reference, cache)) cells.set(`${cell.row} ${cell.column}`, cell);
  }
  return [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

function referencedCells(reference: string, cache: string): Cell[] {
  const place = /^Sheet1!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$\d+)?$/.exec(reference);
  if (place === null) return [];
  const [, first = 'A', row = '1', last = first] = place;
  const isNumeric = cache.startsWith('<c:numCache>');
  // Levels are cached from the innermost to the outermost, which stand in the sheet from right to left.
  const levels = cache.includes('<c:lvl>') ? cache.split('<c:lvl>').slice(1) : [cache];
  return levels.flatMap((level, index) =>
    Array.from(level.matchAll(/<c:pt idx="(\d+)"[^>]*><c:v>([^<]*)<\/c:v>/g), ([, point, value = '']) => ({
      column: columnNumber(last) - index,
      row: Number(row) + Number(point),
      value: isNumeric ? Number(value) : unescapeXml(value),
    })),
  );
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

function worksheet(cells: readonly Cell[], strings: readonly string[]): string {
  const position = new Map(strings.map((text, index) => [text, index]));
  const rows = new Map<number, string[]>();
  for (const { column, row, value } of cells) {
    const name = `${columnLetters(column)}${row}`;
    const cell =
      typeof value === 'string'
        ? `<c r="${name}" t="s"><v>${position.get(value)}</v></c>`
        : `<c r="${name}"><v>${value}</v></c>`;
    const written = rows.get(row);
    if (written === undefined) rows.set(row, [cell]);
    else written.push(cell);
  }
  const data = Array.from(rows, ([row, written]) => `<row r="${row}">${written.join('')}</row>`).join('');
  return `${XML}<worksheet xmlns="${SHEET}"><cols><col min="1" max="1" width="24" customWidth="1"/></cols><sheetData>${data}</sheetData></worksheet>`;
}

function sharedStrings(cells: readonly Cell[], strings: readonly string[]): string {
  const uses = cells.filter((cell) => typeof cell.value === 'string').length;
  const items = strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('');
  return `${XML}<sst xmlns="${SHEET}" count="${uses}" uniqueCount="${strings.length}">${items}</sst>`;
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const items = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${RELATIONSHIPS}">${items.join('')}</Relationships>`;
}

const CONTENT_TYPES =
  `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/>` +
  `<Override PartName="/xl/sharedStrings.xml" ContentType="${SPREADSHEET}.sharedStrings+xml"/></Types>`;

const WORKBOOK = `${XML}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`;

const STYLES =
  `${XML}<styleSheet xmlns="${SHEET}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
