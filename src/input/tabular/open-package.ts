import { openWorkbook, type Workbook } from '../../ooxml/workbook/open-workbook.ts';
import { PackageParts } from '../../ooxml/workbook/package-parts.ts';
import { ZipError, type ZipFault } from '../../ooxml/zip-directory.ts';
import { Failure } from '../../units/failure.ts';
import { firstFew } from '../../units/first-few.ts';

/** What a zip turned out to be. */
export type OpenedPackage =
  { readonly kind: 'workbook'; readonly workbook: Workbook } | { readonly kind: 'text'; readonly bytes: Uint8Array };

/**
 * Opens a zip: a workbook, or an archive that holds exactly one delimited file.
 * @throws Failure for everything else a zip can be, for one that is damaged, encrypted, cut short, or far larger inside than outside
 */
export async function openPackage(bytes: Uint8Array, file: string): Promise<OpenedPackage> {
  return guarded(file, async () => {
    const parts = new PackageParts(bytes);
    await refuseOtherPackages(parts, file);
    const workbook = await openWorkbook(parts);
    if (workbook) return { kind: 'workbook', workbook };
    return { kind: 'text', bytes: await parts.bytesOf(onlyText(parts, file)) };
  });
}

/** Says in a person's words what is wrong with a package. */
export async function guarded<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ZipError) throw new Failure('data', `${file} ${error.message}.`, REMEDIES[error.fault]);
    throw error;
  }
}

const REMEDIES: Readonly<Record<ZipFault, string>> = {
  'not a zip': 'Nothing was imported. Download or export it again.',
  truncated: 'Nothing was imported. Download or export it again.',
  encrypted: 'Nothing was imported. Take the password off and save a copy.',
  damaged: 'Nothing was imported. Open it in Excel, save it under a new name and import that.',
  'too large': 'Nothing was imported. Export fewer rows at a time, or as CSV.',
};

const SAVE_AS = 'Nothing was imported. Open it in its own program and save or export it as .xlsx or CSV.';

/** Packages of other programs, known by a part that only they have. */
const OTHERS: readonly { readonly part: RegExp; readonly is: string }[] = [
  { part: /^xl\/workbook\.bin$/i, is: 'a binary Excel workbook (.xlsb)' },
  { part: /^word\//i, is: 'a Word document, not a spreadsheet' },
  { part: /^ppt\//i, is: 'a PowerPoint deck, not a spreadsheet' },
  { part: /^Index(\/.*\.iwa|\.zip)$/, is: 'a document of Numbers, Pages or Keynote' },
  { part: /^visio\//i, is: 'a Visio drawing, not a spreadsheet' },
];

async function refuseOtherPackages(parts: PackageParts, file: string): Promise<void> {
  if (parts.has('mimetype') && parts.sizeOf('mimetype') < 200) {
    const type = (await parts.bytesOf('mimetype')).toString('latin1');
    if (type.includes('opendocument.spreadsheet')) {
      throw new Failure('data', `${file} is an OpenDocument spreadsheet (.ods).`, SAVE_AS);
    }
    if (type.includes('opendocument'))
      throw new Failure('data', `${file} is an OpenDocument file, not a spreadsheet.`, SAVE_AS);
  }
  const paths = parts.paths();
  const other = OTHERS.find(({ part }) => paths.some((path) => part.test(path)));
  if (other) throw new Failure('data', `${file} is ${other.is}.`, SAVE_AS);
}

const MOST_NAMES = 5;

/** The one delimited file of an archive; what archives of some systems add beside it is left out. */
function onlyText(parts: PackageParts, file: string): string {
  const paths = parts.paths().filter((path) => !/^__MACOSX\/|(^|\/)\.[^/]*$/.test(path));
  const texts = paths.filter((path) => /\.(csv|tsv|tab|txt)$/i.test(path));
  if (texts.length === 1) return texts[0]!;
  const names = firstFew(texts.length > 0 ? texts : paths, MOST_NAMES);
  if (texts.length > 0) {
    throw new Failure(
      'usage',
      `${file} is a zip that holds several files: ${names}.`,
      'Nothing was imported. Unpack it and import the files you mean.',
    );
  }
  throw new Failure(
    'data',
    paths.length === 0 ? `${file} is an empty zip.` : `${file} is a zip without a CSV file; it holds ${names}.`,
    'Nothing was imported. Unpack it and import a CSV file or a workbook.',
  );
}
