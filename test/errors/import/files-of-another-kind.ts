import { writeZip } from '../../../src/ooxml/write-zip.ts';
import { CAM_YAML } from '../../app/import/import-on-disk.ts';
import { NOTHING, refusals, type ImportCase } from './import-case.ts';

const zip = (parts: Readonly<Record<string, string>>): Buffer => writeZip(new Map(Object.entries(parts)));

/** An OLE file as far as it is looked at: its signature and the names of its streams. */
function ole(...names: readonly string[]): Buffer {
  const streams = names.map((name) => Buffer.from(`${name}\0`.padEnd(32, '\0'), 'utf16le'));
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), ...streams]);
}

const SAVE = `${NOTHING} Open it in Excel and save it as "Excel Workbook (.xlsx)" or "CSV UTF-8".`;
const OWN_PROGRAM = `${NOTHING} Open it in its own program and save or export it as .xlsx or CSV.`;
const FROM_SOURCE = 'Export the table itself as CSV or .xlsx from its source.';
const FOREIGN = `${NOTHING} Import CSV files and workbooks that another system exported.`;

/** Files that are known by their name or their first bytes. */
export const KIND_CASES: readonly ImportCase[] = refusals([
  ['an old workbook', 'old.xls', ole('Root Entry', 'Workbook'), 'data: old.xls is an old Excel workbook (.xls).', SAVE],
  ['an older one', 'old.xls', ole('Root Entry', 'Book'), 'data: old.xls is an old Excel workbook (.xls).', SAVE],
  [
    'a workbook with a password',
    'secret.xlsx',
    ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage'),
    'data: secret.xlsx is protected with a password.',
    `${NOTHING} Open it in Excel, take the password off (File > Info > Protect Workbook) and save a copy.`,
  ],
  [
    'a letter of Word 97',
    'letter.doc',
    ole('Root Entry', 'WordDocument'),
    'data: letter.doc is an old Word document (.doc), not a spreadsheet.',
    FROM_SOURCE,
  ],
  ['an e-mail', 'mail.msg', ole('__substg1.0'), 'data: mail.msg is in a format of Office 97 to 2003.', SAVE],
  [
    'a spreadsheet of LibreOffice',
    'deals.ods',
    zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
    'data: deals.ods is an OpenDocument spreadsheet (.ods).',
    OWN_PROGRAM,
  ],
  [
    'a text of LibreOffice',
    'deals.odt',
    zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
    'data: deals.odt is an OpenDocument file, not a spreadsheet.',
    OWN_PROGRAM,
  ],
  [
    'a binary workbook',
    'deals.xlsb',
    zip({ '[Content_Types].xml': '<x/>', 'xl/workbook.bin': 'bin' }),
    'data: deals.xlsb is a binary Excel workbook (.xlsb).',
    OWN_PROGRAM,
  ],
  [
    'a letter',
    'letter.docx',
    zip({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>' }),
    'data: letter.docx is a Word document, not a spreadsheet.',
    OWN_PROGRAM,
  ],
  [
    'a deck',
    'qbr.pptx',
    zip({ '[Content_Types].xml': '<x/>', 'ppt/presentation.xml': '<x/>' }),
    'data: qbr.pptx is a PowerPoint deck, not a spreadsheet.',
    OWN_PROGRAM,
  ],
  [
    'a table of Numbers',
    'deals.numbers',
    zip({ 'Index/Document.iwa': 'x', 'Metadata/Properties.plist': 'x' }),
    'data: deals.numbers is a document of Numbers, Pages or Keynote.',
    OWN_PROGRAM,
  ],
  [
    'a web page called .xls',
    'report.xls',
    '\n<html xmlns:o="urn:schemas-microsoft-com:office:office"><table><tr><td>id</td></tr></table></html>',
    'data: report.xls is a web page, whatever its name says.',
    'Open it in Excel and save it as .xlsx, or export again: a log-in page is saved like this too.',
  ],
  [
    'an XML spreadsheet of 2003',
    'report.xls',
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
    'data: report.xls is an XML spreadsheet of Excel 2003.',
    SAVE,
  ],
  [
    'a spreadsheet of LibreOffice in one text',
    'deals.fods',
    '<?xml version="1.0"?>\n<office:document office:version="1.2"/>',
    'data: deals.fods is an OpenDocument spreadsheet (.fods).',
    OWN_PROGRAM,
  ],
  [
    'a SYLK spreadsheet',
    'deals.slk',
    'ID;PWXL;N;E\nP;PGeneral\nC;Y1;X1;K"id"\nE\n',
    'data: deals.slk is a SYLK spreadsheet (.slk).',
    SAVE,
  ],
  [
    'a DIF spreadsheet',
    'deals.dif',
    'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,2\r\n""\r\n',
    'data: deals.dif is a DIF spreadsheet (.dif).',
    SAVE,
  ],
  ['other XML', 'report.xml', '<?xml version="1.0"?><deals/>', 'data: report.xml is XML.', FROM_SOURCE],
  ['JSON called .csv', 'deals.csv', '[\n  {"id": 1}\n]', 'data: deals.csv is JSON, not a table.', FROM_SOURCE],
  ['a PDF', 'deals.pdf', '%PDF-1.7\n', 'data: deals.pdf is a PDF, not a spreadsheet.', FROM_SOURCE],
  [
    'a picture',
    'deals.png',
    Buffer.from('89504e470d0a1a0a', 'hex'),
    'data: deals.png is a picture, not a spreadsheet.',
    FROM_SOURCE,
  ],
  [
    'a gzip archive',
    'deals.csv.gz',
    Buffer.from([0x1f, 0x8b, 8, 0]),
    'data: deals.csv.gz is a gzip archive, not a spreadsheet.',
    'Unpack it first, then import what is inside.',
  ],
  [
    'a program',
    'setup.csv',
    Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 37) % 251)),
    'data: setup.csv is neither text nor a workbook.',
    FROM_SOURCE,
  ],
  [
    'a file of the territory',
    'cam.yaml',
    CAM_YAML,
    'data: cam.yaml is YAML, not a table of rows.',
    `${NOTHING} Import CSV files and workbooks that another system exported; a mapping is named beside them: --map FILE. Files of the territory are read as they stand.`,
  ],
  ['Markdown', 'notes.MD', '# a, b\n', 'data: notes.MD is Markdown, not a table of rows.', FOREIGN],
  ['JSON', 'deals.json', '[1, 2]\n', 'data: deals.json is JSON, not a table of rows.', FOREIGN],
  ['TOML', 'book.toml', 'a = 1\n', 'data: book.toml is TOML, not a table of rows.', FOREIGN],
  [
    'a PDF in a zip, called .csv',
    'export.zip',
    zip({ 'deals.csv': '%PDF-1.7' }),
    'data: export.zip is a PDF, not a spreadsheet.',
    FROM_SOURCE,
  ],
]);
