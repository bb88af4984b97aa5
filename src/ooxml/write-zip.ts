import { crc32, deflateRawSync } from 'node:zlib';
import type { PartContent } from './parts.ts';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;
const VERSION_NEEDED = 20;
const UTF8_NAMES = 0x0800;
// 1980-01-01 00:00, the first moment a zip can hold: the same parts give the same bytes at any time and in any zone.
const DOS_DATE = (1 << 5) | 1;
const DOS_TIME = 0;
const LARGEST_ENTRY = 0xffffffff;
const MOST_ENTRIES = 0xffff;

interface Content {
  readonly data: Uint8Array;
  /** How it is packed, its sizes and its checksum, as headers say it. */
  readonly description: Buffer;
}

interface Entry extends Content {
  readonly name: Buffer;
}

/**
 * An Office package from its parts: deflated, without folders, with one fixed time, in one fixed order.
 * @param parts the parts by path; a part that deflating does not shrink is stored.
 * @param options `compress: false` stores every part, for a package inside another one, which deflates it as a whole.
 * @throws RangeError when the package would need the 64-bit zip format.
 */
export function writeZip(
  parts: ReadonlyMap<string, PartContent>,
  options: { readonly compress?: boolean } = {},
): Buffer {
  if (parts.size > MOST_ENTRIES) throw new RangeError(`A package of ${parts.size} parts is too large for a zip file`);
  const chunks: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const path of inPackageOrder(parts)) {
    const entry = toEntry(path, parts.get(path) ?? '', options.compress ?? true);
    const header = localHeader(entry);
    directory.push(centralHeader(entry, offset));
    chunks.push(header, entry.data);
    offset += header.length + entry.data.length;
    if (offset > LARGEST_ENTRY) throw new RangeError('A package of more than 4 GB is too large for a zip file');
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...chunks, central, endOfDirectory(parts.size, central.length, offset)]);
}

// Readers sniff the kind of package from the first entry, so the content types lead.
function inPackageOrder(parts: ReadonlyMap<string, PartContent>): string[] {
  const leading = ['[Content_Types].xml', '_rels/.rels'].filter((path) => parts.has(path));
  const rest = [...parts.keys()].filter((path) => !leading.includes(path)).sort();
  return [...leading, ...rest];
}

function toEntry(path: string, content: PartContent, compress: boolean): Entry {
  const name = Buffer.from(path, 'utf8');
  if (typeof content !== 'string' && 'packed' in content) {
    const { packed: data, size, checksum } = content;
    return { name, data, description: describe(DEFLATED, { packed: data.length, whole: size }, checksum) };
  }
  const isSmall = typeof content === 'string' && content.length <= LONGEST_REMEMBERED;
  return {
    name,
    ...(compress && isSmall ? deflatedOnce(content) : packed(content, compress)),
  };
}

/** Themes, masters, layouts and most relationships are alike in every deck of a batch: three of four parts. */
const LONGEST_REMEMBERED = 8192;
const MOST_REMEMBERED = 500;
const remembered = new Map<string, Content>();

function deflatedOnce(text: string): Content {
  const known = remembered.get(text);
  if (known) return known;
  const content = packed(text, true);
  if (remembered.size < MOST_REMEMBERED) remembered.set(text, content);
  return content;
}

function packed(content: string | Uint8Array, compress: boolean): Content {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  // One chunk that holds it all: node's own are allotted 16 KB each, for parts of which most have a few hundred bytes.
  const deflated = compress ? deflateRawSync(bytes, { level: 6, chunkSize: bytes.length + 64 }) : bytes;
  const gains = deflated.length < bytes.length;
  const data = gains ? deflated : bytes;
  const sizes = { packed: data.length, whole: bytes.length };
  return { data, description: describe(gains ? DEFLATED : STORED, sizes, crc32(bytes)) };
}

function localHeader({ name, description }: Entry): Buffer {
  const header = emptyBytes(30 + name.length);
  header.writeUInt32LE(LOCAL_HEADER, 0);
  header.set(description, 4);
  header.writeUInt16LE(name.length, 26);
  header.set(name, 30);
  return header;
}

function centralHeader({ name, description }: Entry, offset: number): Buffer {
  const header = emptyBytes(46 + name.length);
  header.writeUInt32LE(CENTRAL_HEADER, 0);
  header.writeUInt16LE(VERSION_NEEDED, 4);
  header.set(description, 6);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  header.set(name, 46);
  return header;
}

/** The fields that the local and the central header share, in the same order. */
function describe(
  method: number,
  sizes: { readonly packed: number; readonly whole: number },
  checksum: number,
): Buffer {
  const description = emptyBytes(22);
  description.writeUInt16LE(VERSION_NEEDED, 0);
  description.writeUInt16LE(UTF8_NAMES, 2);
  description.writeUInt16LE(method, 4);
  description.writeUInt16LE(DOS_TIME, 6);
  description.writeUInt16LE(DOS_DATE, 8);
  description.writeUInt32LE(checksum, 10);
  description.writeUInt32LE(sizes.packed, 14);
  description.writeUInt32LE(sizes.whole, 18);
  return description;
}

/** From node's pool: allotting each of a deck's hundred headers on its own takes longer than filling it. */
function emptyBytes(length: number): Buffer {
  return Buffer.allocUnsafe(length).fill(0);
}

function endOfDirectory(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
