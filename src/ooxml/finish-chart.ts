import { AXIS_ORDER, labelPositions, SERIES_ORDER } from './chart-schema.ts';
import { escapeBareXml, escapeFontNames, escapeXml } from './escape-xml.ts';
import { repairColours } from './repair-colours.ts';
import { inSchemaOrder, withoutIndentation } from './xml-children.ts';

const EMU_PER_POINT = 12_700;
// Thinner than a hundredth of a point: the number is points that were never turned into English metric units.
const THINNEST_LINE = 127;

/**
 * Mends a chart as pptxgenjs writes it: element order, axes, groupings, points without a value, label positions, colours.
 * @param xml the chart part.
 * @param language the language of its text, as `en-GB`.
 */
export function finishChart(xml: string, language: string): string {
  const tidy = withoutIndentation(escapeFontNames(xml)).replace(
    /<c:formatCode>([\s\S]*?)<\/c:formatCode>/g,
    (_, code: string) => `<c:formatCode>${escapeBareXml(code)}</c:formatCode>`,
  );
  const axes = new Set(
    Array.from(tidy.matchAll(/<c:(?:cat|val|date|ser)Ax><c:axId val="(\d+)"/g), (match) => match[1]),
  );
  return repairColours(flatCategories(dropUnusablePoints(tidy)))
    .replace(/<c:(\w+)Chart>([\s\S]*?)<\/c:\1Chart>/g, (_, kind: string, inner: string) =>
      finishGroup(kind, inner, axes),
    )
    .replace(/<c:crossesAt val="autoZero"\/>/g, '<c:crosses val="autoZero"/>')
    .replace(/<(c:(?:cat|val|date|ser)Ax)>([\s\S]*?)<\/\1>/g, (_, name: string, inner: string) => {
      return `<${name}>${inSchemaOrder(inner, AXIS_ORDER[name] ?? [])}</${name}>`;
    })
    .replace(/ lang="[^"]*"/g, ` lang="${escapeXml(language)}"`);
}

// A point without a finite number is a gap, and a gap is written by leaving the point out.
function dropUnusablePoints(xml: string): string {
  return xml
    .replace(/<c:numCache>[\s\S]*?<\/c:numCache>/g, (cache) => {
      const count = Number(/<c:ptCount val="(\d+)"/.exec(cache)?.[1] ?? 0);
      return cache.replace(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v><\/c:pt>/g, (point, index: string, value: string) => {
        const isUsable = value.trim() !== '' && Number.isFinite(Number(value)) && Number(index) < count;
        return isUsable ? point : '';
      });
    })
    .replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, '');
}

function flatCategories(xml: string): string {
  return xml.replace(
    /<c:multiLvlStrRef>(<c:f>[^<]*<\/c:f>)<c:multiLvlStrCache>(<c:ptCount [^>]*>)<c:lvl>((?:(?!<c:lvl>)[\s\S])*?)<\/c:lvl><\/c:multiLvlStrCache><\/c:multiLvlStrRef>/g,
    '<c:strRef>$1<c:strCache>$2$3</c:strCache></c:strRef>',
  );
}

function finishGroup(kind: string, inner: string, axes: ReadonlySet<string | undefined>): string {
  const isStacked = /<c:grouping val="(?:stacked|percentStacked)"/.test(inner);
  const allowed = labelPositions(kind, isStacked);
  const needsGrouping = (kind === 'line' || kind === 'area') && !inner.includes('<c:grouping ');
  const finished = inner
    .replace(/<c:ser>([\s\S]*?)<\/c:ser>/g, (_, series: string) => `<c:ser>${finishSeries(kind, series)}</c:ser>`)
    .replace(/<c:dLblPos val="([^"]*)"\/>/g, (element, position: string) => (allowed.includes(position) ? element : ''))
    .replace(/<c:axId val="(\d+)"\/>/g, (element, axis: string) => (axes.has(axis) ? element : ''));
  return `<c:${kind}Chart>${needsGrouping ? '<c:grouping val="standard"/>' : ''}${finished}</c:${kind}Chart>`;
}

function finishSeries(kind: string, series: string): string {
  const order = SERIES_ORDER[kind];
  const ordered = order === undefined ? series : inSchemaOrder(series, order);
  const colour = /<c:spPr>(<a:solidFill>[\s\S]*?<\/a:solidFill>)/.exec(ordered)?.[1];
  return ordered.replace(/<c:marker>[\s\S]*?<\/c:marker>/, (marker) => finishMarker(marker, colour));
}

// Where colours run out the library draws a marker's colour by lot: a marker has the colour of its line.
function finishMarker(marker: string, colour: string | undefined): string {
  const coloured =
    colour === undefined ? marker : marker.replace(/(<c:spPr>)<a:solidFill>[\s\S]*?<\/a:solidFill>/, `$1${colour}`);
  return coloured.replace(/<a:ln w="([^"]*)"/, (_, width: string) => {
    const given = Number(width);
    const points = Number.isFinite(given) && given > 0 ? given : 0.75;
    return `<a:ln w="${Math.round(points < THINNEST_LINE ? points * EMU_PER_POINT : points)}"`;
  });
}
