import { escapeXml } from '../../../ooxml/escape-xml.ts';
import type { CellStyle, ConditionalLook } from '../sheet.ts';
import { BORDERS, FILLS, FONTS } from '../theme.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Formats that every Excel knows by number. */
const BUILT_IN: Readonly<Record<string, number>> = {
  General: 0,
  '0%': 9,
  '#,##0': 3,
  '#,##0.00': 4,
  '0.00%': 10,
  '@': 49,
};
/** Objects that are remembered for themselves. */
const MOST_OBJECTS = 1_000;
/** Numbers below are Excel's own. */
const FIRST_OWN_FORMAT = 164;

/** The styles of a workbook, each kept once; cells name them by number. */
export class StyleSheet {
  readonly #cellFormats = new Map<string, number>();
  readonly #numberFormats = new Map<string, number>();
  readonly #conditional = new Map<string, number>();
  // Some sheets hand in the same few objects for thousands of cells, others a new object for each.
  readonly #sameObject = new Map<CellStyle, number>();
  readonly #sameLook = new Map<string, number>();

  constructor() {
    // The first is what cells without a style have.
    this.indexOf({ locked: true });
  }

  /** The number by which a cell names this style. */
  indexOf(style: CellStyle): number {
    const same = this.#sameObject.get(style);
    if (same !== undefined) return same;
    const look = lookOf(style);
    const place = this.#sameLook.get(look) ?? placeOf(this.#cellFormats, this.#formatXml(style));
    this.#sameLook.set(look, place);
    if (this.#sameObject.size < MOST_OBJECTS) this.#sameObject.set(style, place);
    return place;
  }

  /** The number by which a conditional format names this look. */
  conditionalLook({ colour, fill, format }: ConditionalLook): number {
    const font = colour === undefined ? '' : `<font><color rgb="FF${colour}"/></font>`;
    const code =
      format === undefined
        ? ''
        : `<numFmt numFmtId="${this.#numberFormat(format)}" formatCode="${escapeXml(format)}"/>`;
    // Here Excel takes the background for the colour of a plain fill.
    const ground =
      fill === undefined
        ? ''
        : `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor rgb="FF${fill}"/></patternFill></fill>`;
    return placeOf(this.#conditional, `<dxf>${font}${code}${ground}</dxf>`);
  }

  /** The part that holds them all. */
  xml(): string {
    const formats = Array.from(
      this.#numberFormats,
      ([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`,
    );
    const fonts = Object.values(FONTS).map(
      (font) => `<font>${font}<name val="Calibri"/><family val="2"/><scheme val="minor"/></font>`,
    );
    const fills = Object.values(FILLS).map((fill) => `<fill>${fill}</fill>`);
    const borders = Object.values(BORDERS).map((border) => `<border>${border}</border>`);
    return (
      `${XML}<styleSheet xmlns="${SHEET}">${formats.length > 0 ? listed('numFmts', formats) : ''}` +
      listed('fonts', fonts) +
      listed('fills', fills) +
      listed('borders', borders) +
      listed('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
      listed('cellXfs', [...this.#cellFormats.keys()]) +
      listed('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
      `${listed('dxfs', [...this.#conditional.keys()])}</styleSheet>`
    );
  }

  #formatXml(style: CellStyle): string {
    const { font, fill, border, format = 'General', locked = false } = style;
    const [fontId, fillId, borderId] = [placeIn(FONTS, font), placeIn(FILLS, fill), placeIn(BORDERS, border)];
    const alignment = alignmentOf(style);
    return (
      `<xf numFmtId="${this.#numberFormat(format)}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0"` +
      ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"' +
      `${alignment === '' ? '' : ' applyAlignment="1"'} applyProtection="1">` +
      `${alignment === '' ? '' : `<alignment${alignment}/>`}<protection locked="${locked ? 1 : 0}"/></xf>`
    );
  }

  #numberFormat(code: string): number {
    const known = BUILT_IN[code] ?? this.#numberFormats.get(code);
    if (known !== undefined) return known;
    const next = FIRST_OWN_FORMAT + this.#numberFormats.size;
    this.#numberFormats.set(code, next);
    return next;
  }
}

/** Everything a style says, in one word. */
function lookOf({ font, fill, border, format, align, indent, vertical, wrap, locked }: CellStyle): string {
  return `${font} ${fill} ${border} ${align} ${indent} ${vertical} ${wrap} ${locked} ${format}`;
}

function alignmentOf({ align, indent, wrap = false, vertical }: CellStyle): string {
  // Right-aligned figures keep clear of the text that begins in the next column.
  const steps = indent ?? (align === 'right' ? 1 : 0);
  return [
    align === undefined ? '' : ` horizontal="${align}"`,
    vertical !== undefined || wrap ? ` vertical="${vertical ?? 'center'}"` : '',
    wrap ? ' wrapText="1"' : '',
    steps > 0 && align !== undefined ? ` indent="${steps}"` : '',
  ].join('');
}

function placeOf(known: Map<string, number>, xml: string): number {
  const place = known.get(xml) ?? known.size;
  known.set(xml, place);
  return place;
}

function placeIn(table: Readonly<Record<string, string>>, name: string | undefined): number {
  return name === undefined ? 0 : Object.keys(table).indexOf(name);
}

function listed(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}
