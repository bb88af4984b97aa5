import type { Parts } from './parts.ts';
import { writeZip } from './write-zip.ts';

interface FileOptions {
  readonly base64?: boolean;
}

interface GenerateOptions {
  readonly type: string;
  readonly compression?: 'STORE' | 'DEFLATE';
}

/**
 * Stands in for `jszip` under pptxgenjs, which zips in slow JavaScript what then has to be repaired part by part.
 * `pptx.write({ outputType: 'parts' })` hands out the parts themselves, to be finished and zipped once.
 */
export default class JsZipParts {
  readonly #parts: Parts;
  readonly #folder: string;

  constructor(parts: Parts = new Map(), folder = '') {
    this.#parts = parts;
    this.#folder = folder;
  }

  /** The folder inside this one. Folders leave no trace in the package: Office wants none. */
  folder(name: string): JsZipParts {
    return new JsZipParts(this.#parts, `${this.#folder}${name}/`);
  }

  /** Adds a part; text that is marked as base64 becomes its bytes. */
  file(name: string, content: string | Uint8Array, options: FileOptions = {}): this {
    if (typeof content !== 'string' && !(content instanceof Uint8Array)) {
      throw new TypeError(`The part ${name} is neither text nor bytes`);
    }
    const isEncoded = options.base64 === true && typeof content === 'string';
    this.#parts.set(this.#folder + name, isEncoded ? Buffer.from(content, 'base64') : content);
    return this;
  }

  /**
   * The parts (`type: 'parts'`) or their package as a buffer or base64 text.
   * Base64 is how pptxgenjs asks for the workbook behind a chart: it is stored, because finishing writes it anew.
   * @throws TypeError for a type that pptxgenjs under Node never asks for.
   */
  async generateAsync(options: GenerateOptions): Promise<Parts | Buffer | string> {
    switch (options.type) {
      case 'parts':
        return this.#parts;
      case 'base64':
        return writeZip(this.#parts, { compress: false }).toString('base64');
      case 'nodebuffer':
      case 'uint8array':
        return writeZip(this.#parts);
      default:
        throw new TypeError(
          `A package cannot be written as "${options.type}": use parts, nodebuffer, uint8array or base64`,
        );
    }
  }
}
