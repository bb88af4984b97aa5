import { escapeXml } from '../../../ooxml/escape-xml.ts';
import { fillXml } from '../../../ooxml/fill-xml.ts';
import { BULLET_INDENT, type Paragraph, type Run } from '../fit-text.ts';
import { COLOUR } from '../theme.ts';
import { emu } from './geometry-xml.ts';

/** How paragraphs are set beyond what each says of itself. */
export interface TextSetting {
  /** A language tag such as `en-GB`, for proofing and for screen readers. */
  readonly language: string;
  /** Exact line spacing, in points; the typeface's own when left out. */
  readonly linePoints?: number;
}

const ALIGNMENT = { left: '', center: ' algn="ctr"', right: ' algn="r"' } as const;
/** Any fixed identifier will do, as long as it has the form of one. */
const FIELD_ID = '{5A0C4F2E-3B1D-4C8A-9E57-6D2B7F10C3A1}';

/** A paragraph of DrawingML. One without words keeps the height of a line of `emptySize` points. */
export function paragraphXml(paragraph: Paragraph, setting: TextSetting, emptySize: number): string {
  const runs = paragraph.runs.map((run) => runXml(run, setting.language)).join('');
  const end = runs === '' ? `<a:endParaRPr lang="${escapeXml(setting.language)}" sz="${emptySize * 100}"/>` : '';
  return `<a:p>${propertiesXml(paragraph, setting.linePoints)}${runs}${end}</a:p>`;
}

function propertiesXml({ align, bullet, spaceBefore }: Paragraph, linePoints: number | undefined): string {
  const indent = emu(BULLET_INDENT / 72);
  const attributes = ALIGNMENT[align ?? 'left'] + (bullet ? ` marL="${indent}" indent="-${indent}"` : '');
  const parts =
    (linePoints ? `<a:lnSpc>${pointsXml(linePoints)}</a:lnSpc>` : '') +
    (spaceBefore ? `<a:spcBef>${pointsXml(spaceBefore)}</a:spcBef>` : '') +
    (bullet ? '<a:buChar char="•"/>' : '');
  if (parts) return `<a:pPr${attributes}>${parts}</a:pPr>`;
  return attributes && `<a:pPr${attributes}/>`;
}

function pointsXml(points: number): string {
  return `<a:spcPts val="${Math.round(points * 100)}"/>`;
}

function runXml({ text, size, bold, colour, isPageNumber }: Run, language: string): string {
  // Ink is what text is set in unless it says otherwise.
  const fill = colour === COLOUR.ink ? '' : fillXml(colour);
  const attributes = `lang="${escapeXml(language)}" sz="${size * 100}"${bold ? ' b="1"' : ''}`;
  const look = fill ? `<a:rPr ${attributes}>${fill}</a:rPr>` : `<a:rPr ${attributes}/>`;
  const words = `${look}<a:t>${escapeXml(text)}</a:t>`;
  return isPageNumber ? `<a:fld id="${FIELD_ID}" type="slidenum">${words}</a:fld>` : `<a:r>${words}</a:r>`;
}
