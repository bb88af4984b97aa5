import { ownCells } from '../charts/chart-cells.ts';
import { chartXml } from '../charts/chart-xml.ts';
import type { Chart } from '../charts/chart.ts';
import { ownWorkbook } from '../charts/own-workbook.ts';
import { contentTypes } from '../content-types.ts';
import { coreProperties, packageRelationships, presentationProperties } from '../package-properties.ts';
import type { Parts } from '../parts.ts';
import { type Relationship, relationshipsXml } from '../relationships.ts';
import { themeXml } from '../theme.ts';
import { notesMasterXml } from './notes-master.ts';
import { notesPageXml } from './notes-page.ts';
import { MAIN_RELATIONSHIPS, PRESENTATION_PROPERTIES, presentationXml, VIEW_PROPERTIES } from './presentation-part.ts';
import type { Presentation, Slide } from './presentation.ts';
import { NAMESPACES, shapeTreeXml, XML } from './shape-tree.ts';
import { slideLayoutXml, slideMasterXml } from './slide-master.ts';

/**
 * The parts of a deck as they go into its package: nothing in them depends on the moment of writing.
 * @throws Error when the day or a theme colour is malformed.
 */
export function presentationPackage(presentation: Presentation): Parts {
  const { title, company, language, modified } = presentation.properties;
  if (!/^\d{4}-\d\d-\d\d$/.test(modified)) throw new Error(`"${modified}" is not a day such as 2026-02-28`);
  const notes = presentation.slides.filter((slide) => slide.notes.length > 0).length;
  const parts: Parts = new Map([
    ['_rels/.rels', packageRelationships('ppt/presentation.xml')],
    ['docProps/core.xml', coreProperties({ title, author: company, language, modified })],
    ['docProps/app.xml', presentationProperties(company, { slides: presentation.slides.length, notes })],
    ['ppt/presentation.xml', presentationXml(presentation)],
    ['ppt/_rels/presentation.xml.rels', mainRelationships(presentation)],
    ['ppt/presProps.xml', PRESENTATION_PROPERTIES],
    ['ppt/viewProps.xml', VIEW_PROPERTIES],
    ['ppt/tableStyles.xml', presentation.tableStyles],
  ]);
  addMasters(parts, presentation);
  let charts = 0;
  for (const [index, slide] of presentation.slides.entries()) {
    addSlide(parts, slide, { number: index + 1, firstChart: charts + 1, language });
    charts += slide.charts.length;
  }
  return parts.set('[Content_Types].xml', contentTypes(parts));
}

function mainRelationships({ slides }: Presentation): string {
  const { master, notesMaster, theme, tableStyles, properties, view, slide } = MAIN_RELATIONSHIPS;
  return relationshipsXml([
    ['slideMaster', 'slideMasters/slideMaster1.xml', master],
    ['notesMaster', 'notesMasters/notesMaster1.xml', notesMaster],
    ['theme', 'theme/theme1.xml', theme],
    ['tableStyles', 'tableStyles.xml', tableStyles],
    ['presProps', 'presProps.xml', properties],
    ['viewProps', 'viewProps.xml', view],
    ...slides.map((_, i): Relationship => ['slide', `slides/slide${i + 1}.xml`, slide(i)]),
  ]);
}

/** A theme belongs to one master: where two share it PowerPoint repairs the file, so the notes master has its own. */
function addMasters(parts: Parts, { master, layouts, theme, properties }: Presentation): void {
  const themePart = themeXml(theme);
  const toLayouts = layouts.map((_, i): Relationship => ['slideLayout', `../slideLayouts/slideLayout${i + 1}.xml`]);
  const toMaster = relationshipsXml([['slideMaster', '../slideMasters/slideMaster1.xml']]);
  parts
    .set('ppt/theme/theme1.xml', themePart)
    .set('ppt/theme/theme2.xml', themePart)
    .set('ppt/slideMasters/slideMaster1.xml', slideMasterXml(master, layouts.length))
    .set(
      'ppt/slideMasters/_rels/slideMaster1.xml.rels',
      relationshipsXml([...toLayouts, ['theme', '../theme/theme1.xml']]),
    )
    .set('ppt/notesMasters/notesMaster1.xml', notesMasterXml(properties.language))
    .set('ppt/notesMasters/_rels/notesMaster1.xml.rels', relationshipsXml([['theme', '../theme/theme2.xml']]));
  layouts.forEach((layout, i) => {
    parts
      .set(`ppt/slideLayouts/slideLayout${i + 1}.xml`, slideLayoutXml(layout))
      .set(`ppt/slideLayouts/_rels/slideLayout${i + 1}.xml.rels`, toMaster);
  });
}

interface SlidePlace {
  readonly number: number;
  readonly firstChart: number;
  readonly language: string;
}

function addSlide(parts: Parts, slide: Slide, { number, firstChart, language }: SlidePlace): void {
  slide.charts.forEach((chart, i) => addChart(parts, chart, firstChart + i));
  const charts = slide.charts.map((_, i): Relationship => ['chart', `../charts/chart${firstChart + i}.xml`]);
  const layout: Relationship = ['slideLayout', `../slideLayouts/slideLayout${slide.layout + 1}.xml`];
  const notes: Relationship = ['notesSlide', `../notesSlides/notesSlide${number}.xml`];
  const hasNotes = slide.notes.length > 0;
  parts
    .set(`ppt/slides/slide${number}.xml`, slideXml(slide))
    .set(
      `ppt/slides/_rels/slide${number}.xml.rels`,
      relationshipsXml([...charts, layout, ...(hasNotes ? [notes] : [])]),
    );
  if (!hasNotes) return;
  parts.set(`ppt/notesSlides/notesSlide${number}.xml`, notesPageXml(slide.notes, { number, language })).set(
    `ppt/notesSlides/_rels/notesSlide${number}.xml.rels`,
    relationshipsXml([
      ['notesMaster', '../notesMasters/notesMaster1.xml'],
      ['slide', `../slides/slide${number}.xml`],
    ]),
  );
}

function slideXml({ shapes }: Slide): string {
  return (
    `${XML}<p:sld ${NAMESPACES}><p:cSld>${shapeTreeXml(shapes)}</p:cSld>` +
    '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>'
  );
}

function addChart(parts: Parts, chart: Chart, number: number): void {
  const workbook = `Microsoft_Excel_Worksheet${number}.xlsx`;
  parts
    .set(`ppt/charts/chart${number}.xml`, chartXml({ chart, cells: ownCells(chart) }, 'rId1'))
    .set(`ppt/charts/_rels/chart${number}.xml.rels`, relationshipsXml([['package', `../embeddings/${workbook}`]]))
    .set(`ppt/embeddings/${workbook}`, ownWorkbook(chart));
}
