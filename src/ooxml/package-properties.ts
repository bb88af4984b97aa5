import { escapeXml } from './escape-xml.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';

/**
 * `docProps/core.xml`.
 * @param properties the day of the last change as YYYY-MM-DD stands for both times, so that the bytes depend on the data alone.
 */
export function coreProperties(properties: {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly modified: string;
}): string {
  const time = `${properties.modified}T00:00:00Z`;
  const author = escapeXml(properties.author);
  return (
    `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(properties.title)}</dc:title><dc:creator>${author}</dc:creator>` +
    `<cp:lastModifiedBy>${author}</cp:lastModifiedBy><cp:revision>1</cp:revision>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>` +
    `<dc:language>${escapeXml(properties.language)}</dc:language></cp:coreProperties>`
  );
}

/** `docProps/app.xml` of a presentation with so many slides and pages of notes. */
export function presentationProperties(
  company: string,
  { slides, notes }: { readonly slides: number; readonly notes: number },
): string {
  return (
    `${XML}<Properties xmlns="${OFFICE}/extended-properties">` +
    `<TotalTime>0</TotalTime><Application>Microsoft Office PowerPoint</Application><PresentationFormat>Widescreen</PresentationFormat>` +
    `<Slides>${slides}</Slides><Notes>${notes}</Notes><HiddenSlides>0</HiddenSlides><ScaleCrop>false</ScaleCrop>` +
    `<Company>${escapeXml(company)}</Company><LinksUpToDate>false</LinksUpToDate><SharedDoc>false</SharedDoc>` +
    '<HyperlinksChanged>false</HyperlinksChanged><AppVersion>16.0000</AppVersion></Properties>'
  );
}

/** `docProps/app.xml` of a workbook. */
export function workbookProperties(company: string): string {
  return (
    `${XML}<Properties xmlns="${OFFICE}/extended-properties"><Application>Microsoft Excel</Application>` +
    `<Company>${escapeXml(company)}</Company><AppVersion>16.0300</AppVersion></Properties>`
  );
}

/** `_rels/.rels`: where a reader finds the main part and the properties. */
export function packageRelationships(main: string): string {
  const targets = [
    [`${OFFICE}/relationships/officeDocument`, main],
    ['http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml'],
    [`${OFFICE}/relationships/extended-properties`, 'docProps/app.xml'],
  ];
  const items = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}
