import { chartWorkbook } from './chart-workbook.ts';
import { contentTypes } from './content-types.ts';
import { escapeBareXml, escapeXml, legalXml, unescapeXml } from './escape-xml.ts';
import { finishChart } from './finish-chart.ts';
import { finishNotes } from './finish-notes.ts';
import { type Descriptions, finishShapes } from './finish-shapes.ts';
import { finishTheme, type PresentationTheme } from './finish-theme.ts';
import { NOTES_PAGE, notesMaster } from './notes-master.ts';
import { numberCharts } from './number-charts.ts';
import { coreProperties, customProperties, extendedProperties, packageRelationships } from './package-properties.ts';
import type { Parts } from './parts.ts';

/** What a finished presentation says about itself and looks like, beyond what its slides hold. */
export interface PresentationFinish {
  readonly title: string;
  readonly company: string;
  /** A language tag such as `en-GB`, for proofing and for screen readers. */
  readonly language: string;
  /** The day of the last change as YYYY-MM-DD. */
  readonly modified: string;
  readonly theme: PresentationTheme;
  /** User-defined document properties by name. */
  readonly customProperties?: Readonly<Record<string, string>>;
  /** For each slide in order: alt text by the name of the shape, table, chart or picture. */
  readonly descriptions?: readonly Descriptions[];
}

const SLIDE = /^ppt\/slides\/slide(\d+)\.xml$/;
const SLIDE_MASTER_THEME = 'ppt/theme/theme1.xml';
const NOTES_MASTER_THEME = 'ppt/theme/theme2.xml';

/**
 * The parts of a sound presentation from those that pptxgenjs 4 writes, whose faults make PowerPoint offer a repair.
 * Works on the text of each part, without trees, because every deck of a batch passes through here.
 * @param parts what `pptx.write({ outputType: 'parts' })` gives; it is left as it is.
 * @throws Error when the day or a theme colour is malformed, or a part is of no kind that a presentation may hold.
 */
export function finishPresentation(parts: Readonly<Parts>, options: PresentationFinish): Parts {
  if (!/^\d{4}-\d\d-\d\d$/.test(options.modified))
    throw new Error(`"${options.modified}" is not a day such as 2026-02-28`);
  const finished: Parts = new Map();
  for (const [path, content] of numberCharts(parts)) {
    finished.set(path, typeof content === 'string' ? finishPart(path, legalXml(content), options) : content);
  }
  addWorkbooks(finished);
  addNotesMaster(finished, options);
  addProperties(finished, options);
  finished.set('[Content_Types].xml', contentTypes(finished));
  return finished;
}

function finishPart(path: string, xml: string, options: PresentationFinish): string {
  const { language } = options;
  const slide = SLIDE.exec(path)?.[1];
  if (slide !== undefined)
    return finishShapes(xml, { language, descriptions: options.descriptions?.[Number(slide) - 1] });
  if (/^ppt\/slide(?:Layouts|Masters)\/[^/]+\.xml$/.test(path)) return finishShapes(xml, { language });
  if (/^ppt\/charts\/[^/]+\.xml$/.test(path)) return finishChart(xml, language);
  if (/^ppt\/notesSlides\/[^/]+\.xml$/.test(path)) return finishNotes(xml, escapeXml(language));
  if (path === SLIDE_MASTER_THEME) return finishTheme(xml, options.theme);
  if (path === 'ppt/presentation.xml') return finishOutline(xml);
  return path.endsWith('.rels') ? escapeTargets(xml) : xml;
}

function finishOutline(xml: string): string {
  let section = 0;
  return (
    xml
      .replace(/(<p:sldIdLst>[\s\S]*?<\/p:sldIdLst>)(<p:notesMasterIdLst>[\s\S]*?<\/p:notesMasterIdLst>)/, '$2$1')
      .replace(/<p:notesSz [^>]*>/, `<p:notesSz cx="${NOTES_PAGE.width}" cy="${NOTES_PAGE.height}"/>`)
      // The library draws section ids by lot.
      .replace(/(<p14:section name="[^"]*" id=")[^"]*"/g, (_, start: string) => {
        section += 1;
        return `${start}{00000000-0000-4000-8000-${section.toString(16).toUpperCase().padStart(12, '0')}}"`;
      })
  );
}

function escapeTargets(xml: string): string {
  // A target must not run on into the next relationship, which may be the external one.
  return xml.replace(/Target="((?:(?!<Relationship )[\s\S])*?)" TargetMode="External"/g, (_, target: string) => {
    return `Target="${escapeBareXml(target)}" TargetMode="External"`;
  });
}

function addWorkbooks(parts: Parts): void {
  for (const path of parts.keys()) {
    const number = /^ppt\/embeddings\/Microsoft_Excel_Worksheet(\d+)\.xlsx$/.exec(path)?.[1];
    const chart = number === undefined ? undefined : parts.get(`ppt/charts/chart${number}.xml`);
    if (typeof chart === 'string') parts.set(path, chartWorkbook(chart));
  }
}

// A theme belongs to one master: where two share it PowerPoint repairs the file.
function addNotesMaster(parts: Parts, options: PresentationFinish): void {
  const theme = parts.get(SLIDE_MASTER_THEME);
  const relationships = 'ppt/notesMasters/_rels/notesMaster1.xml.rels';
  const references = parts.get(relationships);
  if (theme === undefined || typeof references !== 'string') return;
  parts.set(NOTES_MASTER_THEME, theme);
  parts.set(relationships, references.replace('../theme/theme1.xml', '../theme/theme2.xml'));
  parts.set('ppt/notesMasters/notesMaster1.xml', notesMaster(options.language));
}

function addProperties(parts: Parts, options: PresentationFinish): void {
  const { title, company, language, modified } = options;
  const custom = options.customProperties ?? {};
  const hasCustom = Object.keys(custom).length > 0;
  const slides = [...parts.keys()].filter((path) => SLIDE.test(path)).length;
  const author = authorOf(parts.get('docProps/core.xml')) ?? company;
  parts.set('docProps/core.xml', coreProperties({ title, author, language, modified }));
  parts.set('docProps/app.xml', extendedProperties(company, slides));
  if (hasCustom) parts.set('docProps/custom.xml', customProperties(custom));
  parts.set('_rels/.rels', packageRelationships(hasCustom));
}

function authorOf(core: string | Uint8Array | undefined): string | undefined {
  const author = typeof core === 'string' ? /<dc:creator>([^<]*)<\/dc:creator>/.exec(core)?.[1] : undefined;
  return author === undefined || author === '' || author === 'PptxGenJS' ? undefined : unescapeXml(author);
}
