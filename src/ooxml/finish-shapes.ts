import { escapeBareXml, escapeFontNames, escapeXml, unescapeXml } from './escape-xml.ts';
import { presetShape } from './preset-shapes.ts';
import { repairColours } from './repair-colours.ts';

/** Alt text by the name of the shape, table, chart or picture it describes. */
export type Descriptions = Readonly<Record<string, string>>;

const ANCHORS: ReadonlyMap<string, string> = new Map([
  ['t', 't'],
  ['m', 'ctr'],
  ['c', 'ctr'],
  ['b', 'b'],
]);
// Attributes that an element cannot do without; any other that holds no number is left out.
const REQUIRED_NUMBERS: ReadonlySet<string> = new Set(['x', 'y', 'cx', 'cy', 'w', 'h']);
const PARAGRAPH_PROPERTIES = '<a:pPr\\b(?:[^>]*/>|[^>]*>[\\s\\S]*?</a:pPr>)';
const FRAME =
  /<([ap]):xfrm([^>]*)>\s*<a:off x="([^"]*)" y="([^"]*)"\/>\s*<a:ext cx="([^"]*)" cy="([^"]*)"\/>\s*<\/[ap]:xfrm>(<a:prstGeom prst="line")?/g;
const REPEATED_PROPERTIES = new RegExp(`(</a:r>|</a:pPr>|<a:br/>|</a:fld>)(?:${PARAGRAPH_PROPERTIES})+`, 'g');

/**
 * Mends the shape tree of a slide, layout or master as pptxgenjs writes it.
 * @param xml the part.
 * @param options the language of its text and the alt text of its shapes by name.
 */
export function finishShapes(
  xml: string,
  options: { readonly language: string; readonly descriptions?: Descriptions | undefined },
): string {
  const steps = [
    escapeFontNames,
    finishText,
    finishGeometry,
    finishTables,
    repairColours,
    (part: string) => nameShapes(part, options.descriptions ?? {}),
    // The library marks text as American, which PowerPoint would then proof it as.
    (part: string) => part.replace(/ lang="[^"]*"(?: altLang="[^"]*")?/g, ` lang="${escapeXml(options.language)}"`),
  ];
  return steps.reduce((part, step) => step(part), xml);
}

function finishText(xml: string): string {
  return xml
    .replace(REPEATED_PROPERTIES, '$1')
    .replace(/<p:ph\s+([^>]*?)\s*\/>/g, (_, attributes: string) => `<p:ph ${attributes.replace(/\s+/g, ' ')}/>`)
    .replace(
      /<p:cSld name="([\s\S]*?)">(?=<p:(?:bg|spTree)>)/,
      (_, name: string) => `<p:cSld name="${escapeBareXml(name)}">`,
    )
    .replace(
      /<\/p:spPr>\s*<\/p:sp>/g,
      '</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang=""/></a:p></p:txBody></p:sp>',
    )
    .replace(/ anchor="([^"]*)"/g, (attribute, value: string) => {
      if (value === 't' || value === 'ctr' || value === 'b') return attribute;
      const anchor = ANCHORS.get(value.charAt(0).toLowerCase());
      return anchor === undefined ? '' : ` anchor="${anchor}"`;
    });
}

function finishGeometry(xml: string): string {
  return closeShadows(withRealNumbers(xml))
    .replace(/<a:ln>\s*<\/a:ln>|<a:ln\/>/g, '')
    .replace(/<a:prstGeom prst="([^"]*)"/g, (_, name: string) => `<a:prstGeom prst="${presetShape(name)}"`)
    .replace(FRAME, finishFrame)
    .replace(/(<p:bgPr>(?:(?!<\/p:bgPr>|<a:effectLst)[\s\S])*)<\/p:bgPr>/g, '$1<a:effectLst/></p:bgPr>');
}

function finishFrame(_frame: string, ...groups: readonly (string | undefined)[]): string {
  const [prefix = 'a', turns = '', x, y, width, height, line] = groups;
  const box = { x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
  return `${placed(box, prefix, line === undefined ? turns : mirrored(box, turns))}${line ?? ''}`;
}

// The library closes an inner shadow as if it were an outer one.
function closeShadows(xml: string): string {
  if (!xml.includes('<a:innerShdw')) return xml;
  return xml.replace(/(<a:innerShdw\b(?:(?!Shdw>)[\s\S])*<\/a:)outerShdw>/g, '$1innerShdw>');
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

// English metric units are whole numbers, and an extent runs to the right and down.
function placed(box: Box, prefix: string, turns: string): string {
  const x = Math.round(box.x + Math.min(box.width, 0));
  const y = Math.round(box.y + Math.min(box.height, 0));
  const width = Math.round(Math.abs(box.width));
  const height = Math.round(Math.abs(box.height));
  return `<${prefix}:xfrm${turns}><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></${prefix}:xfrm>`;
}

// A line that runs to the left or upwards is a mirrored one; any other shape looks the same in the box turned round.
function mirrored(box: Box, turns: string): string {
  const flips = [box.width < 0 ? ' flipH="1"' : '', box.height < 0 ? ' flipV="1"' : ''];
  return flips.filter((flip) => !turns.includes(flip)).join('') + turns;
}

function withRealNumbers(xml: string): string {
  if (!/="(?:val )?(?:NaN|-?Infinity|undefined|null)"/.test(xml)) return xml;
  return xml
    .replace(/fmla="val (?:NaN|-?Infinity|undefined|null)"/g, 'fmla="val 0"')
    .replace(/ (\w+)="(?:NaN|-?Infinity|undefined|null)"/g, (attribute, name: string) => {
      if (name === 'name' || name === 'descr' || name === 'prst' || name === 'val') return attribute;
      return REQUIRED_NUMBERS.has(name) ? ` ${name}="0"` : '';
    });
}

function finishTables(xml: string): string {
  if (!xml.includes('<a:tbl>')) return xml;
  return xml
    .replace(/<a:tblPr\/>/g, '<a:tblPr firstRow="1" bandRow="1"/>')
    .replace(
      /(<a:tc(?: [^>]*)?>)<a:tcPr\/>/g,
      '$1<a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang=""/></a:p></a:txBody><a:tcPr/>',
    );
}

// Ids count up in reading order; the library gives every table the slide's number and so repeats them.
function nameShapes(xml: string, descriptions: Descriptions): string {
  let id = 0;
  return xml.replace(/<p:cNvPr id="[^"]*" name="([^"]*)"(?: descr="([^"]*)")?/g, (_, name: string, written = '') => {
    id += 1;
    const plainName = unescapeXml(name);
    const described = Object.hasOwn(descriptions, plainName) ? escapeXml(descriptions[plainName] ?? '') : written;
    // A picture without alt text is given its file name, which tells a listener nothing.
    const isFileName = /^[^\s]*preencoded\.\w+$/.test(described);
    const description = described === '' || isFileName ? '' : ` descr="${described}"`;
    return `<p:cNvPr id="${id}" name="${name}"${description}`;
  });
}
