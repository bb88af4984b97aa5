import { escapeXml } from '../escape-xml.ts';
import { COLOUR_MAP, NAMESPACES, shapeTreeXml, XML } from './shape-tree.ts';
import { textLevelsXml } from './text-levels.ts';

/** The size of a notes page in English metric units: 7.5 by 10 inches, upright, which the master's boxes are laid out for. */
export const NOTES_PAGE = { width: 6_858_000, height: 9_144_000 } as const;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const IMAGE_BOX: Box = { x: 685_800, y: 1_143_000, width: 5_486_400, height: 3_086_100 };
const TEXT_BOX: Box = { x: 685_800, y: 4_400_550, width: 5_486_400, height: 3_600_450 };
const NUMBER_BOX: Box = { x: 3_884_613, y: 8_685_213, width: 2_971_800, height: 458_787 };

/** A notes master with the three placeholders that the notes pages use: picture of the slide, text, page number. */
export function notesMasterXml(language: string): string {
  const lang = ` lang="${escapeXml(language)}"`;
  const shapes = [imagePlaceholder(), textPlaceholder(lang), numberPlaceholder(lang)];
  return (
    `${XML}<p:notesMaster ${NAMESPACES}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>` +
    `${shapeTreeXml(shapes)}</p:cSld>${COLOUR_MAP}<p:notesStyle>${textLevelsXml(12)}</p:notesStyle></p:notesMaster>`
  );
}

function imagePlaceholder(): string {
  return (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image Placeholder 1"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1"' +
    ' noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>' +
    `${placed(IMAGE_BOX)}<a:noFill/><a:ln w="12700"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></p:spPr></p:sp>`
  );
}

function textPlaceholder(lang: string): string {
  return (
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes Placeholder 2"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' +
    `<p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>${placed(TEXT_BOX)}</p:spPr>` +
    '<p:txBody><a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0"/><a:lstStyle/>' +
    `<a:p><a:pPr lvl="0"/><a:r><a:rPr${lang}/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp>`
  );
}

function numberPlaceholder(lang: string): string {
  return (
    '<p:sp><p:nvSpPr><p:cNvPr id="4" name="Slide Number Placeholder 3"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' +
    `<p:nvPr><p:ph type="sldNum" sz="quarter" idx="5"/></p:nvPr></p:nvSpPr><p:spPr>${placed(NUMBER_BOX)}</p:spPr>` +
    '<p:txBody><a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0" anchor="b"/>' +
    '<a:lstStyle><a:lvl1pPr algn="r"><a:defRPr sz="1200"/></a:lvl1pPr></a:lstStyle><a:p>' +
    `<a:fld id="{CE5E9CC1-C706-4F49-92D6-E571CC5EEA8F}" type="slidenum"><a:rPr${lang}/><a:t>‹#›</a:t></a:fld>` +
    `<a:endParaRPr${lang}/></a:p></p:txBody></p:sp>`
  );
}

function placed({ x, y, width, height }: Box): string {
  return (
    `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
  );
}
