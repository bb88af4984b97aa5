import { crc32, inflateRawSync } from 'node:zlib';
import { packedBytes, zipDirectory, type ZipEntry, ZipError } from './zip-directory.ts';

/** How much a package may hold before it is taken for an attack. */
export interface ZipLimits {
  readonly entries: number;
  /** All parts together, unpacked, in bytes. */
  readonly totalSize: number;
  /** How many times its packed size a large part may unpack to. */
  readonly ratio: number;
}

// A workbook of 100,000 rows unpacks to some 40 MB, at a ratio of about 15.
const DEFAULT_LIMITS: ZipLimits = { entries: 10_000, totalSize: 300 * 1024 * 1024, ratio: 200 };
// Small parts of nothing but spaces pack well and harm nobody.
const HARMLESS_SIZE = 1024 * 1024;

/**
 * The parts of a package by path. What the directory declares is checked before anything is unpacked, and no part may
 * unpack to more than it declares.
 * @param bytes the whole file; @param limits what to allow, where it differs from the usual.
 * @throws ZipError with the fault `not a zip`, `truncated`, `encrypted`, `damaged` or `too large`.
 */
export function readZip(bytes: Uint8Array, limits: Partial<ZipLimits> = {}): Map<string, Uint8Array> {
  const entries = zipDirectory(bytes);
  refuseExcess(entries, limits);
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (entry.path.endsWith('/')) continue;
    if (parts.has(entry.path)) throw new ZipError('damaged', `is damaged: it holds ${entry.path} twice`);
    parts.set(entry.path, unpacked(bytes, entry));
  }
  return parts;
}

/** @throws ZipError with the fault `too large` when a package declares more than any honest one holds */
export function refuseExcess(entries: readonly ZipEntry[], allowed: Partial<ZipLimits> = {}): void {
  const limits = { ...DEFAULT_LIMITS, ...allowed };
  if (entries.length > limits.entries) {
    throw new ZipError('too large', `holds ${entries.length} parts, more than the ${limits.entries} that are read`);
  }
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > limits.totalSize) {
    throw new ZipError(
      'too large',
      `unpacks to ${megabytes(total)}, more than the ${megabytes(limits.totalSize)} that are read`,
    );
  }
  const bomb = entries.find((entry) => entry.size > HARMLESS_SIZE && entry.size > entry.packedSize * limits.ratio);
  if (bomb !== undefined) {
    throw new ZipError(
      'too large',
      `packs ${megabytes(bomb.size)} of ${bomb.path} into ${bomb.packedSize} bytes, as no honest file does`,
    );
  }
}

function unpacked(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.isEncrypted) throw new ZipError('encrypted', 'is protected with a password');
  const packed = packedBytes(bytes, entry);
  const content = entry.method === 0 ? packed : inflated(packed, entry);
  if (content.length !== entry.size || crc32(content) !== entry.checksum) throw damaged(entry);
  return content;
}

function inflated(packed: Buffer, entry: ZipEntry): Buffer {
  if (entry.method !== 8) throw new ZipError('damaged', `packs ${entry.path} in a way that Office does not use`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) });
  } catch {
    // Whatever zlib says here, the part is not what the directory declares.
    throw damaged(entry);
  }
}

function damaged(entry: ZipEntry): ZipError {
  return new ZipError('damaged', `is damaged: ${entry.path} is not what its directory declares`);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / (1024 * 1024))} MB`;
}
