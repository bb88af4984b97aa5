import { Failure } from '../../units/failure.ts';

/** A kind of file people rename, or hand over by mistake, with what to do about it. */
interface OtherKind {
  readonly is: string;
  readonly remedy: string;
}

const AS_CSV = 'Export the table itself as CSV or .xlsx from its source.';
const SAVE_AS = 'Nothing was imported. Open it in Excel and save it as "Excel Workbook (.xlsx)" or "CSV UTF-8".';

/** Known by their first bytes. */
const BY_BYTES: readonly (OtherKind & { readonly magic: string })[] = [
  { magic: '%PDF', is: 'a PDF', remedy: AS_CSV },
  { magic: '\u001f\u008b', is: 'a gzip archive', remedy: 'Unpack it first, then import what is inside.' },
  { magic: '7z\u00bc\u00af\u0027\u001c', is: 'a 7z archive', remedy: 'Unpack it first, then import what is inside.' },
  { magic: 'Rar!', is: 'a RAR archive', remedy: 'Unpack it first, then import what is inside.' },
  { magic: '\u0089PNG', is: 'a picture', remedy: AS_CSV },
  { magic: '\u00ff\u00d8\u00ff', is: 'a picture', remedy: AS_CSV },
  { magic: '{\\rtf', is: 'a text document (RTF)', remedy: AS_CSV },
  { magic: 'SQLite format 3', is: 'a database', remedy: AS_CSV },
  { magic: 'PAR1', is: 'a Parquet file', remedy: AS_CSV },
];

/** What an OLE file, the form of Office 97 to 2003 and of encrypted Office files, can be: a name inside tells. */
const BY_OLE_NAME: readonly (OtherKind & { readonly name: string })[] = [
  {
    name: 'EncryptedPackage',
    is: 'protected with a password',
    remedy:
      'Nothing was imported. Open it in Excel, take the password off (File > Info > Protect Workbook) and save a copy.',
  },
  { name: 'Workbook', is: 'an old Excel workbook (.xls)', remedy: SAVE_AS },
  { name: 'Book', is: 'an old Excel workbook (.xls)', remedy: SAVE_AS },
  { name: 'WordDocument', is: 'an old Word document (.doc), not a spreadsheet', remedy: AS_CSV },
  { name: 'PowerPoint Document', is: 'an old PowerPoint deck (.ppt), not a spreadsheet', remedy: AS_CSV },
];

/** @throws Failure when the bytes are of a kind that holds no table we read */
export function refuseOtherBytes(bytes: Uint8Array, file: string): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) throw oleFailure(buffer, file);
  const start = buffer.toString('latin1', 0, 20);
  const other = BY_BYTES.find(({ magic }) => start.startsWith(magic));
  if (other) throw failure(file, { ...other, is: `${other.is}, not a spreadsheet` });
}

/** Spreadsheets that are written as text. A CSV file may well begin with `ID;Partner`, as SYLK does. */
const BY_TEXT: readonly (OtherKind & { readonly start: RegExp })[] = [
  { start: /^ID;P[^\n]*\n(?:[BCFOP]|NN);/, is: 'a SYLK spreadsheet (.slk)', remedy: SAVE_AS },
  { start: /^TABLE\r?\n0,1\r?\n/, is: 'a DIF spreadsheet (.dif)', remedy: SAVE_AS },
  {
    start: /^<\?xml[^>]*>\s*<office:document/i,
    is: 'an OpenDocument spreadsheet (.fods)',
    remedy: 'Nothing was imported. Open it in its own program and save or export it as .xlsx or CSV.',
  },
];

/** @throws Failure when a text is a web page, XML, JSON, or bytes of no text at all */
export function refuseOtherText(text: string, file: string): void {
  const start = text.slice(0, 1000).trimStart();
  if (/^(<!doctype html|<html|<head|<body|<table|<meta)/i.test(start)) {
    throw failure(file, {
      is: 'a web page, whatever its name says',
      remedy: 'Open it in Excel and save it as .xlsx, or export again: a log-in page is saved like this too.',
    });
  }
  const known = BY_TEXT.find(({ start: begins }) => begins.test(start));
  if (known) throw failure(file, known);
  if (/^<\?xml/i.test(start)) {
    const isSheet = /urn:schemas-microsoft-com:office:spreadsheet|mso-application progid="Excel/i.test(start);
    throw failure(
      file,
      isSheet ? { is: 'an XML spreadsheet of Excel 2003', remedy: SAVE_AS } : { is: 'XML', remedy: AS_CSV },
    );
  }
  if (/^(\{\s*"|\[\s*[{[])/.test(start)) throw failure(file, { is: 'JSON, not a table', remedy: AS_CSV });
  const strange = start.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  if (strange > start.length / 20) throw failure(file, { is: 'neither text nor a workbook', remedy: AS_CSV });
}

function oleFailure(buffer: Buffer, file: string): Failure {
  const found = BY_OLE_NAME.find(({ name }) => buffer.includes(Buffer.from(`${name}\0`, 'utf16le')));
  return failure(file, found ?? { is: 'in a format of Office 97 to 2003', remedy: SAVE_AS });
}

function failure(file: string, { is, remedy }: OtherKind): Failure {
  return new Failure('data', `${file} is ${is}.`, remedy);
}
