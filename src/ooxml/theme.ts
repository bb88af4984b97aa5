import { escapeXml } from './escape-xml.ts';

const SLOTS = [
  ...(['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'] as const),
  ...(['hlink', 'folHlink'] as const),
] as const;

/** One of the twelve colours of an Office theme. */
type ThemeSlot = (typeof SLOTS)[number];

/** The name, fonts and colours (six hex digits) of a deck or a workbook, which Office offers wherever a font or a colour is chosen. */
export interface OfficeTheme {
  readonly name: string;
  readonly fonts: { readonly major: string; readonly minor: string };
  readonly colours: Readonly<Record<ThemeSlot, string>>;
}

/** Typefaces of scripts that the Latin font does not have, as Office itself sets them. */
const OTHER_SCRIPTS = Object.entries({
  ...{ Jpan: '游ゴシック', Hang: '맑은 고딕', Hans: '等线', Hant: '新細明體' },
  ...{ Arab: 'Arial', Hebr: 'Arial', Thai: 'Cordia New', Deva: 'Mangal', Viet: 'Arial' },
})
  .map(([script, font]) => `<a:font script="${script}" typeface="${font}"/>`)
  .join('');

const SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
// The schema wants three fills, lines, effects and backgrounds, from subtle to intense.
const PLAIN_FORMATS =
  `<a:fmtScheme name="Plain"><a:fillStyleLst>${SOLID.repeat(3)}</a:fillStyleLst>` +
  `<a:lnStyleLst>${[6350, 12700, 19050].map(lineXml).join('')}</a:lnStyleLst>` +
  `<a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst>` +
  `<a:bgFillStyleLst>${SOLID.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`;

/**
 * A theme part: the twelve colours and two fonts given, with plain fills, lines and no effects.
 * @throws Error for a colour that is not six hex digits.
 */
export function themeXml({ name, fonts, colours }: OfficeTheme): string {
  const title = escapeXml(name);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${title}"><a:themeElements>` +
    `<a:clrScheme name="${title}">${SLOTS.map((slot) => colourXml(slot, colours[slot])).join('')}</a:clrScheme>` +
    `<a:fontScheme name="${title}"><a:majorFont>${fontXml(fonts.major)}</a:majorFont>` +
    `<a:minorFont>${fontXml(fonts.minor)}</a:minorFont></a:fontScheme>` +
    `${PLAIN_FORMATS}</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>`
  );
}

function colourXml(slot: ThemeSlot, colour: string): string {
  if (!/^[0-9a-fA-F]{6}$/.test(colour))
    throw new Error(`The theme colour ${slot} is "${colour}": six hex digits are needed`);
  return `<a:${slot}><a:srgbClr val="${colour.toUpperCase()}"/></a:${slot}>`;
}

function fontXml(name: string): string {
  return `<a:latin typeface="${escapeXml(name)}"/><a:ea typeface=""/><a:cs typeface=""/>${OTHER_SCRIPTS}`;
}

function lineXml(width: number): string {
  return `<a:ln w="${width}">${SOLID}<a:prstDash val="solid"/></a:ln>`;
}
