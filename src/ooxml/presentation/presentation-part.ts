import { NOTES_PAGE } from './notes-master.ts';
import type { Presentation } from './presentation.ts';
import { NAMESPACES, XML } from './shape-tree.ts';
import { FIRST_MASTER_ID } from './slide-master.ts';
import { textLevelsXml } from './text-levels.ts';

/** Below this, ids are not for slides. */
const FIRST_SLIDE_ID = 256;
const TEXT_POINTS = 18;

/** The relationships of the main part: the same few, then its slides. */
export const MAIN_RELATIONSHIPS = {
  master: 'rId1',
  notesMaster: 'rId2',
  theme: 'rId3',
  tableStyles: 'rId4',
  properties: 'rId5',
  view: 'rId6',
  slide: (index: number) => `rId${index + 7}`,
} as const;

/** The part `ppt/presentation.xml`: masters before notes masters before slides, or PowerPoint repairs the file. */
export function presentationXml({ page, slides }: Presentation): string {
  const list = slides.map((_, i) => `<p:sldId id="${FIRST_SLIDE_ID + i}" r:id="${MAIN_RELATIONSHIPS.slide(i)}"/>`);
  return (
    `${XML}<p:presentation ${NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0">` +
    `<p:sldMasterIdLst><p:sldMasterId id="${FIRST_MASTER_ID}" r:id="${MAIN_RELATIONSHIPS.master}"/></p:sldMasterIdLst>` +
    `<p:notesMasterIdLst><p:notesMasterId r:id="${MAIN_RELATIONSHIPS.notesMaster}"/></p:notesMasterIdLst>` +
    `<p:sldIdLst>${list.join('')}</p:sldIdLst><p:sldSz cx="${page.width}" cy="${page.height}"/>` +
    `<p:notesSz cx="${NOTES_PAGE.width}" cy="${NOTES_PAGE.height}"/>` +
    `<p:defaultTextStyle>${textLevelsXml(TEXT_POINTS)}</p:defaultTextStyle></p:presentation>`
  );
}

/** `ppt/presProps.xml` and `ppt/viewProps.xml`: nothing that is not usual. */
export const PRESENTATION_PROPERTIES = `${XML}<p:presentationPr ${NAMESPACES}/>`;
export const VIEW_PROPERTIES = `${XML}<p:viewPr ${NAMESPACES}><p:gridSpacing cx="76200" cy="76200"/></p:viewPr>`;
