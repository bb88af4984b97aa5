import { escapeXml } from '../../../ooxml/escape-xml.ts';
import { BORDERS, FILLS, FONTS } from '../theme.ts';

/** How a cell looks and whether it may be changed on a protected sheet. */
export interface CellStyle {
  readonly font?: keyof typeof FONTS;
  readonly fill?: keyof typeof FILLS;
  readonly border?: keyof typeof BORDERS;
  /** Excel's code of the number format, `General` unless told. */
  readonly format?: string;
  readonly align?: 'left' | 'right';
  readonly wrap?: boolean;
  readonly locked?: boolean;
}

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
/** Numbers below are Excel's own. */
const FIRST_OWN_FORMAT = 164;

/** The styles of a workbook, each kept once; cells name them by number. */
export class StyleSheet {
  readonly #cellFormats = new Map<string, number>();
  readonly #numberFormats = new Map<string, number>();
  readonly #conditional = new Map<string, number>();

  constructor() {
    // The first is what cells without a style have.
    this.indexOf({ locked: true });
  }

  /** The number by which a cell names this style. */
  indexOf(style: CellStyle): number {
    return placeOf(this.#cellFormats, this.#formatXml(style));
  }

  /** The number by which a conditional format names this format of numbers. */
  conditionalFormat(code: string): number {
    return placeOf(
      this.#conditional,
      `<dxf><numFmt numFmtId="${this.#numberFormat(code)}" formatCode="${escapeXml(code)}"/></dxf>`,
    );
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

  #formatXml({ font, fill, border, format = 'General', align, wrap, locked = false }: CellStyle): string {
    const [fontId, fillId, borderId] = [placeIn(FONTS, font), placeIn(FILLS, fill), placeIn(BORDERS, border)];
    // Right-aligned figures keep clear of the text that begins in the next column.
    const side = { left: ' horizontal="left"', right: ' horizontal="right" indent="1"', usual: '' }[align ?? 'usual'];
    const alignment = side + (wrap === true ? ' vertical="center" wrapText="1"' : '');
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
