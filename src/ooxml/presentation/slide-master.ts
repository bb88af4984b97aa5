import { escapeXml } from '../escape-xml.ts';
import type { ShapeList, SlideLayout } from './presentation.ts';
import { COLOUR_MAP, NAMESPACES, shapeTreeXml, XML } from './shape-tree.ts';
import { textLevelsXml } from './text-levels.ts';

/** Ids of masters and layouts are one series, which begins here by the rules of the format. */
export const FIRST_MASTER_ID = 2_147_483_648;

const BACKGROUND = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';
const TITLE_POINTS = 24;
const BODY_POINTS = 14;
const OTHER_POINTS = 18;

/** The slide master: a white page, the title its layouts start from, and how text looks that says nothing of its own. */
export function slideMasterXml(shapes: ShapeList, layouts: number): string {
  const list = Array.from(
    { length: layouts },
    (_, i) => `<p:sldLayoutId id="${FIRST_MASTER_ID + i + 1}" r:id="rId${i + 1}"/>`,
  );
  return (
    `${XML}<p:sldMaster ${NAMESPACES}><p:cSld>${BACKGROUND}${shapeTreeXml(shapes)}</p:cSld>${COLOUR_MAP}` +
    `<p:sldLayoutIdLst>${list.join('')}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>${titleLevel()}</p:titleStyle>` +
    `<p:bodyStyle>${textLevelsXml(BODY_POINTS)}</p:bodyStyle><p:otherStyle>${textLevelsXml(OTHER_POINTS)}</p:otherStyle>` +
    '</p:txStyles></p:sldMaster>'
  );
}

/** A layout; it takes its background from the master. */
export function slideLayoutXml({ name, shapes }: SlideLayout): string {
  return (
    `${XML}<p:sldLayout ${NAMESPACES} preserve="1" userDrawn="1"><p:cSld name="${escapeXml(name)}">${shapeTreeXml(shapes)}</p:cSld>` +
    '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>'
  );
}

function titleLevel(): string {
  return (
    '<a:lvl1pPr algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:spcBef><a:spcPct val="0"/></a:spcBef>' +
    `<a:buNone/><a:defRPr sz="${TITLE_POINTS * 100}" b="1" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>` +
    '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:defRPr></a:lvl1pPr>'
  );
}
