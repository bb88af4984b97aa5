import { directory64, place64 } from './zip64.ts';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const OLE_SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Why a file cannot be read as a package. */
export type ZipFault = 'not a zip' | 'truncated' | 'encrypted' | 'damaged' | 'too large';

/** A package that cannot or must not be opened; the message says why in a sentence part ("is …"). */
export class ZipError extends Error {
  readonly fault: ZipFault;

  constructor(fault: ZipFault, message: string) {
    super(message);
    this.name = 'ZipError';
    this.fault = fault;
  }
}

/** What the directory at the end of a zip says about one of its entries. */
export interface ZipEntry {
  readonly path: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  /** The DOS date and time as written. */
  readonly date: number;
  readonly time: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * The entries of a zip as its directory declares them; nothing is unpacked.
 * @throws ZipError when the bytes are no zip, break off, or are a password-protected Office file.
 */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] {
  const buffer = asBuffer(bytes);
  const end = endOfDirectory(buffer);
  const large = directory64(buffer, end);
  const count = large?.count ?? buffer.readUInt16LE(end + 10);
  const start = large?.start ?? buffer.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || buffer.readUInt32LE(at) !== CENTRAL_HEADER)
      throw new ZipError('truncated', 'is cut short or damaged: its directory is incomplete');
    const entry = entryAt(buffer, at);
    entries.push(entry);
    at += 46 + buffer.readUInt16LE(at + 28) + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  // Parts behind the stated number would be lost in silence, such as the styles that make dates of numbers.
  if (at + 4 <= end && buffer.readUInt32LE(at) === CENTRAL_HEADER)
    throw new ZipError('damaged', 'is damaged: its directory lists more parts than it says');
  return entries;
}

/**
 * The packed bytes of an entry.
 * @throws ZipError when they are not where the directory says.
 */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Buffer {
  const buffer = asBuffer(bytes);
  const { offset } = entry;
  if (offset + 30 > buffer.length || buffer.readUInt32LE(offset) !== LOCAL_HEADER)
    throw new ZipError('damaged', `is damaged: ${entry.path} is not where its directory says`);
  const nameEnd = offset + 30 + buffer.readUInt16LE(offset + 26);
  if (buffer.toString('utf8', offset + 30, nameEnd) !== entry.path)
    throw new ZipError('damaged', `is damaged: what its directory calls ${entry.path} has another name`);
  const start = nameEnd + buffer.readUInt16LE(offset + 28);
  if (start + entry.packedSize > buffer.length)
    throw new ZipError('truncated', `is cut short in the middle of ${entry.path}`);
  return buffer.subarray(start, start + entry.packedSize);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function entryAt(buffer: Buffer, at: number): ZipEntry {
  const nameEnd = at + 46 + buffer.readUInt16LE(at + 28);
  return {
    path: buffer.toString('utf8', at + 46, nameEnd),
    method: buffer.readUInt16LE(at + 10),
    isEncrypted: (buffer.readUInt16LE(at + 8) & 1) === 1,
    time: buffer.readUInt16LE(at + 12),
    date: buffer.readUInt16LE(at + 14),
    checksum: buffer.readUInt32LE(at + 16),
    ...place64(buffer.subarray(nameEnd, nameEnd + buffer.readUInt16LE(at + 30)), {
      packedSize: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    }),
  };
}

function endOfDirectory(buffer: Buffer): number {
  if (buffer.subarray(0, OLE_SIGNATURE.length).equals(OLE_SIGNATURE)) throw oleProblem(buffer);
  const earliest = Math.max(0, buffer.length - END_LENGTH - LONGEST_COMMENT);
  let last: number | undefined;
  for (let at = buffer.length - END_LENGTH; at >= earliest; at -= 1) {
    if (buffer.readUInt32LE(at) !== END_OF_DIRECTORY) continue;
    if (endsDirectory(buffer, at)) return at;
    last ??= at;
  }
  if (last !== undefined) return last;
  const startsAsZip = buffer.length >= 4 && buffer.readUInt32LE(0) === LOCAL_HEADER;
  if (startsAsZip) throw new ZipError('truncated', 'is cut short: the end of the file is missing');
  throw new ZipError(
    'not a zip',
    buffer.length === 0 ? 'is empty' : 'is not a zip package, which every .pptx and .xlsx is',
  );
}

/** Whether a directory stands where this end record says: the comment behind the record may hold the same four bytes. */
function endsDirectory(buffer: Buffer, at: number): boolean {
  if (at + END_LENGTH + buffer.readUInt16LE(at + 20) > buffer.length) return false;
  const large = directory64(buffer, at);
  const start = large?.start ?? buffer.readUInt32LE(at + 16);
  if ((large?.count ?? buffer.readUInt16LE(at + 10)) === 0) return start === at;
  return start + 46 <= at && buffer.readUInt32LE(start) === CENTRAL_HEADER;
}

// A password-protected Office file is an OLE file that holds the encrypted package; so is any file of Office 97 to 2003.
function oleProblem(buffer: Buffer): ZipError {
  return buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? new ZipError('encrypted', 'is protected with a password')
    : new ZipError('not a zip', 'is in the format of Office 97 to 2003: save it as .xlsx or .pptx');
}
