import type { PackageParts } from './package-parts.ts';
import { unescapeXml } from './unescape-xml.ts';

/**
 * The texts that cells refer to by number. Formatting inside a text and its reading aid (`rPh`) are no part of it.
 * @throws ZipError when the file refers to texts it does not hold
 */
export async function readSharedStrings(parts: PackageParts, path: string | undefined): Promise<readonly string[]> {
  const strings: string[] = [];
  if (path === undefined) return strings;
  let raw = '';
  let [inText, inAid] = [false, false];
  await parts.scan(path, {
    open(name) {
      if (name === 'si') raw = '';
      else if (name === 't') inText = !inAid;
      else if (name === 'rPh') inAid = true;
    },
    close(name) {
      if (name === 'si') strings.push(textOf(raw));
      else if (name === 't') inText = false;
      else if (name === 'rPh') inAid = false;
    },
    text(piece) {
      if (inText) raw += piece;
    },
  });
  return strings;
}

/** A text as Excel means it: characters XML cannot hold are written `_x000D_`, an underscore that looks like that `_x005F_`. */
export function textOf(raw: string): string {
  const text = unescapeXml(raw);
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
