import { escapeXml } from '../../../ooxml/escape-xml.ts';
import type { Box } from '../grid.ts';
import { placeXml } from './geometry-xml.ts';

const NO_MARGINS = 'lIns="0" tIns="0" rIns="0" bIns="0"';

/**
 * The title of a layout, from which those of its slides take place and look.
 * @param title its size in points; `anchor` is the side of its box that its words keep to.
 */
export function titlePlaceholderXml(
  {
    id,
    box,
    size,
    anchor,
  }: { readonly id: number; readonly box: Box; readonly size: number; readonly anchor: 't' | 'b' },
  language: string,
): string {
  return (
    `<p:sp>${identityXml(id, 'headline')}<p:spPr><a:xfrm>${placeXml(box)}</a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>' +
    `<p:txBody><a:bodyPr vert="horz" wrap="square" ${NO_MARGINS} rtlCol="0" anchor="${anchor}"/>` +
    `<a:lstStyle><a:lvl1pPr><a:defRPr sz="${size * 100}"/></a:lvl1pPr></a:lstStyle>` +
    `<a:p><a:r><a:rPr lang="${escapeXml(language)}"/><a:t>Headline</a:t></a:r></a:p></p:txBody></p:sp>`
  );
}

/**
 * The title of a slide; its lines are joined by line breaks, so that it stays one paragraph.
 * @param title its size in points where it is not that of its layout.
 */
export function titleXml(
  {
    id,
    name,
    lines,
    size,
  }: { readonly id: number; readonly name: string; readonly lines: readonly string[]; readonly size?: number },
  language: string,
): string {
  const look = `<a:rPr lang="${escapeXml(language)}"${size ? ` sz="${size * 100}"` : ''}/>`;
  const runs = lines.map((line) => `<a:r>${look}<a:t>${escapeXml(line)}</a:t></a:r>`);
  return (
    `<p:sp>${identityXml(id, name)}<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>` +
    `<a:p>${runs.join(`<a:br>${look}</a:br>`)}</a:p></p:txBody></p:sp>`
  );
}

function identityXml(id: number, name: string): string {
  return (
    `<p:nvSpPr><p:cNvPr id="${id}" name="${escapeXml(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>` +
    '<p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>'
  );
}
