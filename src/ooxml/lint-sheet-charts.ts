import type { Document, Element } from '@xmldom/xmldom';
import type { LintProblem, LintRule, OpenPackage } from './lint-problem.ts';
import { areaOf } from './workbook/cell-reference.ts';
import { child, descendants } from './xml-elements.ts';

const CHART = /^xl\/charts\/[^/]+\.xml$/;
const DRAWING = /^xl\/drawings\/[^/]+\.xml$/;

/** Rules about charts that stand on sheets: they draw cells that are there, and remember what stands in them. */
export const SHEET_CHART_RULES: readonly LintRule[] = [referenceProblems, drawingProblems];

function referenceProblems(opened: OpenPackage): LintProblem[] {
  const charts = [...opened.documents].filter(([part]) => CHART.test(part));
  if (charts.length === 0) return [];
  const sheets = sheetsByName(opened);
  const texts = sharedTexts(opened);
  return charts.flatMap(([part, chart]) =>
    descendants(chart, 'c:f').flatMap((formula) => {
      const written = formula.textContent ?? '';
      const report = (message: string): LintProblem[] => [{ part, rule: 'chart-cells', message }];
      const [, quoted, plain, range = ''] = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(written) ?? [];
      const sheet = sheets.get((quoted?.replaceAll("''", "'") ?? plain ?? '').toLowerCase());
      if (!sheet) return report(`draws ${written}, a sheet that is not there`);
      const area = areaOf(range);
      if (!area) return report(`draws ${written}, which is no range`);
      const width = area.right - area.left + 1;
      const cells = Array.from({ length: width * (area.bottom - area.top + 1) }, (_, index) =>
        contentOf(sheet.get(`${area.top + Math.floor(index / width)} ${area.left + (index % width)}`), texts),
      );
      const remembered = rememberedBy(formula, cells.length);
      if (typeof remembered === 'string') return report(`${remembered} of ${written}`);
      return cells.some((content, index) => !isSame(content, remembered[index]!))
        ? report(`remembers other values than stand in ${written}`)
        : [];
    }),
  );
}

/** What a chart keeps of a range, point by point, or what is wrong with it. */
function rememberedBy(formula: Element, count: number): string[] | string {
  const reference = formula.parentNode as Element;
  const cache = child(reference, 'c:strCache') ?? child(reference, 'c:numCache');
  if (!cache) return 'keeps no values';
  const points = Number(child(cache, 'c:ptCount')?.getAttribute('val'));
  if (points !== count) return `keeps ${points} values`;
  const values = Array.from({ length: count }, () => '');
  for (const point of descendants(cache, 'c:pt')) {
    values[Number(point.getAttribute('idx'))] = child(point, 'c:v')?.textContent ?? '';
  }
  return values;
}

function isSame(content: string, remembered: string): boolean {
  if (content === remembered) return true;
  // Words among numbers, such as n/a, are a gap.
  if (remembered === '') return Number.isNaN(Number(content));
  return content !== '' && Number(content) === Number(remembered);
}

type Cells = ReadonlyMap<string, Element>;

/** The cells of each sheet by row and column, from 0; sheets by their names in small letters. */
function sheetsByName({ documents }: OpenPackage): Map<string, Cells> {
  const workbook = documents.get('xl/workbook.xml');
  const names = workbook === undefined ? [] : descendants(workbook, 's:sheet');
  return new Map(
    names.map((entry, index) => {
      const sheet = documents.get(`xl/worksheets/sheet${index + 1}.xml`);
      return [(entry.getAttribute('name') ?? '').toLowerCase(), sheet ? cellsOf(sheet) : new Map()];
    }),
  );
}

function cellsOf(sheet: Document): Cells {
  return new Map(
    descendants(sheet, 's:c').flatMap((cell) => {
      const place = areaOf(cell.getAttribute('r') ?? '');
      return place ? [[`${place.top} ${place.left}`, cell] as const] : [];
    }),
  );
}

function contentOf(cell: Element | undefined, texts: readonly string[]): string {
  const value = cell && child(cell, 's:v')?.textContent;
  if (!cell || !value) return '';
  return cell.getAttribute('t') === 's' ? (texts[Number(value)] ?? '') : value;
}

function sharedTexts({ documents }: OpenPackage): string[] {
  const strings = documents.get('xl/sharedStrings.xml');
  return strings === undefined ? [] : descendants(strings, 's:si').map((item) => item.textContent ?? '');
}

function drawingProblems({ documents, parts }: OpenPackage): LintProblem[] {
  return [...documents.keys()]
    .filter((part) => DRAWING.test(part))
    .flatMap((part) => {
      const xml = new TextDecoder().decode(parts.get(part));
      const shapes = [...xml.matchAll(/<xdr:cNvPr ([^>]*)>/g)].map(([, attributes = '']) => attributes);
      const ids = shapes.map((attributes) => / ?\bid="(\d+)"/.exec(attributes)?.[1]);
      const report = (rule: string, message: string): LintProblem => ({ part, rule, message });
      return [
        ...ids
          .filter((id, index) => ids.indexOf(id) !== index)
          .map((id) => report('shape-ids', `uses the id ${id} twice`)),
        ...shapes
          .filter((attributes) => !/\bdescr="[^"]+"/.test(attributes))
          .map((attributes) => report('alt-text', `does not say what ${/name="([^"]*)"/.exec(attributes)?.[1]} shows`)),
      ];
    });
}
