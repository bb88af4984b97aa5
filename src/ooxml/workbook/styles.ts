import { readNumberFormat, type NumberFormat } from './number-format.ts';
import type { PackageParts } from './package-parts.ts';

/**
 * The number format of every cell style, by the style's index; a file without styles has none.
 * @throws ZipError when the file refers to styles it does not hold: without them a date is a number, and 45 % is 0.45
 */
export async function readCellFormats(parts: PackageParts, path: string | undefined): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let within = '';
  if (path === undefined) return [];
  await parts.scan(path, {
    open(name, tag) {
      if (name === 'numFmts' || name === 'cellXfs') within = name;
      else if (name === 'numFmt' && within === 'numFmts') {
        const code = tag.attribute('formatCode');
        if (code !== undefined) codes.set(Number(tag.attribute('numFmtId')), code);
      } else if (name === 'xf' && within === 'cellXfs') ids.push(Number(tag.attribute('numFmtId') ?? 0));
    },
    close(name) {
      if (name === within) within = '';
    },
    text() {},
  });
  return ids.map((id) => readNumberFormat(id, codes.get(id)));
}
