import { fillXml } from '../fill-xml.ts';
import type { Stroke, TextLook } from './chart.ts';

const EMU_PER_POINT = 12_700;
const NO_LINE = '<a:ln><a:noFill/></a:ln>';

/** A line, or none. */
export function strokeXml(stroke: Stroke | undefined): string {
  if (!stroke) return NO_LINE;
  const dash = `<a:prstDash val="${stroke.dash ?? 'solid'}"/>`;
  return `<a:ln w="${Math.round(stroke.points * EMU_PER_POINT)}" cap="flat">${fillXml(stroke.colour)}${dash}<a:round/></a:ln>`;
}

/** How text looks that a chart writes itself, in the theme's typeface; the program may turn it where it is not to stay level. */
export function textXml(look: TextLook, { isLevel = false } = {}): string {
  return `<c:txPr><a:bodyPr${isLevel ? ' rot="0" vert="horz"' : ''}/><a:lstStyle/><a:p><a:pPr>${lookXml(look)}</a:pPr><a:endParaRPr/></a:p></c:txPr>`;
}

/** The default look of a paragraph's runs. */
export function lookXml({ size, bold = false, colour }: TextLook): string {
  const face = '<a:latin typeface="+mn-lt"/>';
  return `<a:defRPr sz="${Math.round(size * 100)}" b="${bold ? 1 : 0}">${fillXml(colour)}${face}</a:defRPr>`;
}
