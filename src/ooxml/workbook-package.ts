import { type SheetChart, sheetCharts } from './charts/sheet-charts.ts';
import { contentTypes } from './content-types.ts';
import { escapeXml } from './escape-xml.ts';
import { coreProperties, packageRelationships, workbookProperties } from './package-properties.ts';
import type { OutgoingParts, PartContent } from './parts.ts';
import { type Relationship, relationshipsXml } from './relationships.ts';
import { type OfficeTheme, themeXml } from './theme.ts';

/** A sheet of a workbook: its XML and what hangs on it. */
export interface SheetPart {
  readonly name: string;
  /** A very hidden sheet is not offered by "Unhide". */
  readonly state: 'visible' | 'veryHidden';
  readonly xml: PartContent;
  /** The notes of its cells and the boxes they are shown in. The sheet refers to them as `rId1`. */
  readonly notes?: { readonly comments: string; readonly drawing: string };
  /** Its charts. The sheet refers to the drawing that holds them as `rId3`. */
  readonly charts?: readonly SheetChart[];
}

/** What a workbook is made of, but for what ties its parts together. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly styles: string;
  readonly sharedStrings: PartContent;
  readonly definedNames: readonly DefinedName[];
  readonly theme: OfficeTheme;
  readonly properties: WorkbookProperties;
  /** Whether it is calculated anew when it is opened. */
  readonly hasFormulas?: boolean;
}

/** A name for cells: one that formulas use, or one that Excel gives a meaning to. */
export interface DefinedName {
  readonly name: string;
  /** Place of the only sheet that knows it, from 0; every sheet unless told. */
  readonly sheet?: number;
  readonly isHidden?: boolean;
  readonly reference: string;
}

/** What a workbook says about itself. */
export interface WorkbookProperties {
  readonly title: string;
  readonly company: string;
  /** A language tag such as `en-GB`. */
  readonly language: string;
  /** The day of the last change as YYYY-MM-DD. */
  readonly modified: string;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The parts of a workbook as they go into its package: nothing in them depends on the moment of writing. */
export function workbookPackage(workbook: WorkbookParts): OutgoingParts {
  const { title, company, language, modified } = workbook.properties;
  const parts: OutgoingParts = new Map<string, PartContent>([
    ['_rels/.rels', packageRelationships('xl/workbook.xml')],
    ['docProps/core.xml', coreProperties({ title, author: company, language, modified })],
    ['docProps/app.xml', workbookProperties(company)],
    ['xl/workbook.xml', workbookXml(workbook)],
    ['xl/_rels/workbook.xml.rels', workbookRelationships(workbook.sheets.length)],
    ['xl/styles.xml', workbook.styles],
    ['xl/sharedStrings.xml', workbook.sharedStrings],
    ['xl/theme/theme1.xml', themeXml(workbook.theme)],
  ]);
  let charts = 0;
  for (const [index, sheet] of workbook.sheets.entries()) {
    addSheet(parts, sheet, { number: index + 1, firstChart: charts + 1 });
    charts += sheet.charts?.length ?? 0;
  }
  return parts.set('[Content_Types].xml', contentTypes(parts));
}

function addSheet(
  parts: OutgoingParts,
  { xml, notes, charts = [] }: SheetPart,
  { number, firstChart }: { readonly number: number; readonly firstChart: number },
): void {
  parts.set(`xl/worksheets/sheet${number}.xml`, xml);
  const targets: Relationship[] = [];
  if (notes) {
    parts.set(`xl/comments${number}.xml`, notes.comments);
    parts.set(`xl/drawings/vmlDrawing${number}.vml`, notes.drawing);
    targets.push(['vmlDrawing', `../drawings/vmlDrawing${number}.vml`], ['comments', `../comments${number}.xml`]);
  }
  if (charts.length > 0) {
    for (const [path, part] of sheetCharts(charts, { drawing: number, firstChart })) parts.set(path, part);
    targets.push(['drawing', `../drawings/drawing${number}.xml`, 'rId3']);
  }
  if (targets.length > 0) parts.set(`xl/worksheets/_rels/sheet${number}.xml.rels`, relationshipsXml(targets));
}

function workbookXml({ sheets, definedNames, hasFormulas = false }: WorkbookParts): string {
  const entries = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state === 'visible' ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
  );
  const names = definedNames.map(({ name, sheet, isHidden = false, reference }) => {
    const scope = sheet === undefined ? '' : ` localSheetId="${sheet}"`;
    return `<definedName name="${escapeXml(name)}"${scope}${isHidden ? ' hidden="1"' : ''}>${escapeXml(reference)}</definedName>`;
  });
  return (
    `${XML}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><workbookPr defaultThemeVersion="124226"/>` +
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000" tabRatio="850"/></bookViews>' +
    `<sheets>${entries.join('')}</sheets>` +
    `${names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''}` +
    `${hasFormulas ? '<calcPr calcId="191029" fullCalcOnLoad="1"/>' : ''}</workbook>`
  );
}

function workbookRelationships(sheets: number): string {
  const worksheets = Array.from({ length: sheets }, (_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const);
  return relationshipsXml([
    ...worksheets,
    ['styles', 'styles.xml'],
    ['theme', 'theme/theme1.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ]);
}
