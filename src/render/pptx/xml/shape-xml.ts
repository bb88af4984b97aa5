import { escapeXml } from '../../../ooxml/escape-xml.ts';
import { fillXml } from '../../../ooxml/fill-xml.ts';
import type { Paragraph } from '../fit-text.ts';
import type { Box } from '../grid.ts';
import { SIZE } from '../theme.ts';
import { placeXml } from './geometry-xml.ts';
import { paragraphXml } from './text-xml.ts';

/** A text box or a drawn shape, as the slide holds it. */
export interface Shape {
  /** Unique on its slide, from 1. */
  readonly id: number;
  readonly name: string;
  readonly box: Box;
  readonly geometry: 'rect' | 'roundRect' | 'ellipse' | 'line';
  readonly fill?: string;
  readonly line?: { readonly colour: string; readonly points: number };
  readonly text?: { readonly paragraphs: readonly Paragraph[]; readonly anchor: 'top' | 'middle' | 'bottom' };
}

/** Corner radius of chips, in inches. */
const CORNER = 0.06;
const ANCHOR = { top: 't', middle: 'ctr', bottom: 'b' } as const;
const EMU_PER_POINT = 12_700;

/**
 * A shape of PresentationML.
 * @param language the language of its text, as `en-GB`.
 */
export function shapeXml(shape: Shape, language: string): string {
  // Words without a ground of their own are a text box to PowerPoint, anything else a shape.
  const kind = shape.text && !shape.fill ? '<p:cNvSpPr txBox="1"/>' : '<p:cNvSpPr/>';
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${shape.id}" name="${escapeXml(shape.name)}"/>${kind}<p:nvPr/></p:nvSpPr>` +
    `<p:spPr><a:xfrm>${placeXml(shape.box)}</a:xfrm>${geometryXml(shape)}` +
    `${shape.fill ? fillXml(shape.fill) : '<a:noFill/>'}${lineXml(shape.line)}</p:spPr>` +
    `<p:txBody>${bodyXml(shape.text, language)}</p:txBody></p:sp>`
  );
}

function geometryXml({ geometry, box }: Shape): string {
  const share = Math.min(50_000, Math.round((CORNER / Math.min(box.w, box.h)) * 100_000));
  const corner = geometry === 'roundRect' ? `<a:gd name="adj" fmla="val ${share}"/>` : '';
  return `<a:prstGeom prst="${geometry}"><a:avLst>${corner}</a:avLst></a:prstGeom>`;
}

function lineXml(line: Shape['line']): string {
  return line ? `<a:ln w="${Math.round(line.points * EMU_PER_POINT)}">${fillXml(line.colour)}</a:ln>` : '';
}

function bodyXml(text: Shape['text'], language: string): string {
  const paragraphs = text && text.paragraphs.length > 0 ? text.paragraphs : [{ runs: [] }];
  const anchor = text ? ` anchor="${ANCHOR[text.anchor]}"` : '';
  return (
    `<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"${anchor}/><a:lstStyle/>` +
    paragraphs.map((paragraph) => paragraphXml(paragraph, { language }, SIZE.detail)).join('')
  );
}
