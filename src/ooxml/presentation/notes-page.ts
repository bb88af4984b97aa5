import { escapeXml } from '../escape-xml.ts';
import { NAMESPACES, shapeTreeXml, XML } from './shape-tree.ts';

/** The notes page of a slide: its picture, the notes with a paragraph each, and its number. */
export function notesPageXml(
  notes: readonly string[],
  { number, language }: { readonly number: number; readonly language: string },
): string {
  const lang = ` lang="${escapeXml(language)}"`;
  const paragraphs = notes.map((note) => `<a:p><a:r><a:rPr${lang}/><a:t>${escapeXml(note)}</a:t></a:r></a:p>`);
  const shapes = [
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image Placeholder 1"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1"' +
      ' noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>',
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes Placeholder 2"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' +
      '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>' +
      `<p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs.join('')}</p:txBody></p:sp>`,
    '<p:sp><p:nvSpPr><p:cNvPr id="4" name="Slide Number Placeholder 3"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' +
      '<p:nvPr><p:ph type="sldNum" sz="quarter" idx="10"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>' +
      `<a:p><a:fld id="{F7021451-1387-4CA6-816F-3879F97B5CBC}" type="slidenum"><a:rPr${lang}/><a:t>${number}</a:t></a:fld>` +
      `<a:endParaRPr${lang}/></a:p></p:txBody></p:sp>`,
  ];
  return `${XML}<p:notes ${NAMESPACES}><p:cSld>${shapeTreeXml(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;
}
