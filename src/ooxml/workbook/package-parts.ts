import { crc32, createInflateRaw } from 'node:zlib';
import { refuseExcess } from '../read-zip.ts';
import { packedBytes, zipDirectory, type ZipEntry, ZipError } from '../zip-directory.ts';
import { decodeXml } from './decode-xml.ts';
import { XmlError, XmlScanner, type XmlListener } from './xml-scanner.ts';

/** How one part refers to another. */
export interface Relationship {
  readonly id: string;
  /** Last word of the type's address, which is the same in both dialects of the format: `worksheet`. */
  readonly type: string;
  /** Path of the part inside the package. */
  readonly path: string;
}

const PIECE = 64 * 1024;

/**
 * The parts of a zip package, unpacked piece by piece as they are read: the largest sheet never stands in memory as a whole. What the
 * directory declares is checked before anything is unpacked: sizes, and that each part stands where it says and once only, since nobody
 * could tell which of two to believe. Paths are found whatever their case and slashes.
 */
export class PackageParts {
  private readonly entries = new Map<string, ZipEntry>();

  /** @throws ZipError when the bytes are no zip that may be opened, or its directory does not fit its parts */
  constructor(private readonly bytes: Uint8Array) {
    const entries = zipDirectory(bytes);
    refuseExcess(entries);
    for (const entry of entries) {
      if (/[/\\]$/.test(entry.path)) continue;
      const key = keyOf(entry.path);
      if (this.entries.has(key)) throw new ZipError('damaged', `is damaged: it holds ${entry.path} twice`);
      packedBytes(bytes, entry);
      this.entries.set(key, entry);
    }
  }

  /** The paths in the order of the package, folders left out. */
  paths(): string[] {
    return Array.from(this.entries.values(), ({ path }) => path);
  }

  has(path: string): boolean {
    return this.entries.has(keyOf(path));
  }

  /** Declared size of a part in bytes; 0 when it is not there. */
  sizeOf(path: string): number {
    return this.entries.get(keyOf(path))?.size ?? 0;
  }

  /** @throws ZipError when the part is not there, is encrypted, or is not what the directory declares */
  async *read(path: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(keyOf(path));
    if (!entry) throw new ZipError('damaged', `is damaged: ${path} is missing`);
    if (entry.isEncrypted) throw new ZipError('encrypted', 'is protected with a password');
    let [size, checksum] = [0, 0];
    for await (const piece of unpacked(packedBytes(this.bytes, entry), entry)) {
      size += piece.length;
      if (size > entry.size) throw notAsDeclared(entry);
      checksum = crc32(piece, checksum);
      yield piece;
    }
    if (size !== entry.size || checksum !== entry.checksum) throw notAsDeclared(entry);
  }

  /** The whole of a part. */
  async bytesOf(path: string): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.read(path)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /**
   * Tells a listener what stands in an XML part.
   * @param enough asked after each piece: true ends the reading early
   * @throws ZipError when the part is missing or damaged
   */
  async scan(path: string, listener: XmlListener, enough?: () => boolean): Promise<void> {
    const scanner = new XmlScanner(listener);
    try {
      for await (const text of decodeXml(this.read(path))) {
        scanner.write(text);
        if (enough?.()) return;
      }
      scanner.end();
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      // A part that was damaged on its way says so by its checksum; only one that is whole was written wrongly.
      await this.bytesOf(path);
      throw new ZipError('damaged', `cannot be read: ${path} ${error.message}`);
    }
  }

  /** The parts a part refers to; none when it refers to nothing. `''` stands for the package itself. */
  async relationshipsOf(path: string): Promise<Relationship[]> {
    const [, folder = '', name = ''] = /^(.*\/)?([^/]*)$/.exec(path)!;
    const rels = `${folder}_rels/${name}.rels`;
    const found: Relationship[] = [];
    if (!this.has(rels)) return found;
    await this.scan(rels, {
      open(element, tag) {
        const [id, type, target] = ['Id', 'Type', 'Target'].map((attribute) => tag.attribute(attribute));
        if (element !== 'Relationship' || target === undefined || tag.attribute('TargetMode') === 'External') return;
        found.push({ id: id ?? '', type: type?.split('/').at(-1) ?? '', path: resolved(target, folder) });
      },
      close() {},
      text() {},
    });
    return found;
  }
}

async function* unpacked(packed: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.method === 0) {
    for (let at = 0; at < packed.length; at += PIECE) yield packed.subarray(at, at + PIECE);
    return;
  }
  if (entry.method !== 8) {
    throw new ZipError('damaged', `packs ${entry.path} in a way that spreadsheet programs do not use`);
  }
  const inflate = createInflateRaw({ chunkSize: PIECE });
  inflate.end(packed);
  try {
    yield* inflate as AsyncIterable<Buffer>;
  } catch {
    // Whatever zlib says here, the part is not what the directory declares.
    throw notAsDeclared(entry);
  }
}

function notAsDeclared({ path }: ZipEntry): ZipError {
  return new ZipError('damaged', `is damaged: ${path} is not what its directory declares`);
}

function keyOf(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function resolved(target: string, folder: string): string {
  const steps: string[] = [];
  const whole = /^[/\\]/.test(target) ? target : folder + target;
  for (const step of whole.split(/[/\\]/)) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  const path = steps.join('/');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
