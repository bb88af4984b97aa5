const OFFICE = 'application/vnd.openxmlformats-officedocument';
const SPREADSHEET = `${OFFICE}.spreadsheetml`;
const PACKAGE = 'application/vnd.openxmlformats-package';

const DEFAULTS: Readonly<Record<string, string>> = {
  rels: `${PACKAGE}.relationships+xml`,
  xml: 'application/xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  mp3: 'audio/mpeg',
  vml: `${OFFICE}.vmlDrawing`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
};

const OVERRIDES: readonly (readonly [path: RegExp, type: string])[] = [
  [/^ppt\/presentation\.xml$/, `${OFFICE}.presentationml.presentation.main+xml`],
  [/^ppt\/slideMasters\/[^/]+\.xml$/, `${OFFICE}.presentationml.slideMaster+xml`],
  [/^ppt\/slideLayouts\/[^/]+\.xml$/, `${OFFICE}.presentationml.slideLayout+xml`],
  [/^ppt\/slides\/[^/]+\.xml$/, `${OFFICE}.presentationml.slide+xml`],
  [/^ppt\/notesMasters\/[^/]+\.xml$/, `${OFFICE}.presentationml.notesMaster+xml`],
  [/^ppt\/notesSlides\/[^/]+\.xml$/, `${OFFICE}.presentationml.notesSlide+xml`],
  [/^(?:ppt|xl)\/charts\/[^/]+\.xml$/, `${OFFICE}.drawingml.chart+xml`],
  [/^ppt\/theme\/[^/]+\.xml$/, `${OFFICE}.theme+xml`],
  [/^ppt\/presProps\.xml$/, `${OFFICE}.presentationml.presProps+xml`],
  [/^ppt\/viewProps\.xml$/, `${OFFICE}.presentationml.viewProps+xml`],
  [/^ppt\/tableStyles\.xml$/, `${OFFICE}.presentationml.tableStyles+xml`],
  [/^xl\/workbook\.xml$/, `${SPREADSHEET}.sheet.main+xml`],
  [/^xl\/worksheets\/[^/]+\.xml$/, `${SPREADSHEET}.worksheet+xml`],
  [/^xl\/styles\.xml$/, `${SPREADSHEET}.styles+xml`],
  [/^xl\/sharedStrings\.xml$/, `${SPREADSHEET}.sharedStrings+xml`],
  [/^xl\/drawings\/[^/]+\.xml$/, `${OFFICE}.drawing+xml`],
  [/^xl\/comments\d+\.xml$/, `${SPREADSHEET}.comments+xml`],
  [/^xl\/theme\/[^/]+\.xml$/, `${OFFICE}.theme+xml`],
  [/^docProps\/core\.xml$/, `${PACKAGE}.core-properties+xml`],
  [/^docProps\/app\.xml$/, `${OFFICE}.extended-properties+xml`],
  [/^docProps\/custom\.xml$/, `${OFFICE}.custom-properties+xml`],
];

/**
 * The `[Content_Types].xml` of a presentation or a workbook, derived from the parts that are there: nothing missing, nothing dangling.
 * @throws Error for a part whose type is not known.
 */
export function contentTypes(parts: Pick<ReadonlyMap<string, unknown>, 'keys'>): string {
  const defaults = new Map<string, string>();
  const overrides: string[] = [];
  for (const path of [...parts.keys()].filter((name) => name !== '[Content_Types].xml').sort()) {
    const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
    const override = OVERRIDES.find(([pattern]) => pattern.test(path));
    const type = DEFAULTS[extension];
    if (override !== undefined) overrides.push(`<Override PartName="/${path}" ContentType="${override[1]}"/>`);
    else if (type !== undefined) defaults.set(extension, type);
    else throw new Error(`The part ${path} is of no kind that a presentation may hold`);
  }
  defaults.set('rels', DEFAULTS['rels'] ?? '').set('xml', DEFAULTS['xml'] ?? '');
  const entries = Array.from(
    defaults,
    ([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    `${entries.sort().join('')}${overrides.join('')}</Types>`
  );
}
