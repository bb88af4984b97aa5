import type { Parts } from '../../../src/ooxml/parts.ts';
import { readZip } from '../../../src/ooxml/read-zip.ts';
import { unescapeXml } from '../../../src/ooxml/workbook/unescape-xml.ts';
import { writeZip } from '../../../src/ooxml/write-zip.ts';

/** A cell with a formula or a plain number or text of its own; dates are the numbers Excel has for them. */
export interface FoundCell {
  readonly formula?: string;
  readonly value: string | number;
}

/** Cells by sheet and place, read straight from the parts: a library takes longer over a plan than LibreOffice. Shared texts are left out. */
export function cellsIn(bytes: Uint8Array): Map<string, FoundCell> {
  const { parts, sheets } = opened(bytes);
  const found = new Map<string, FoundCell>();
  for (const [name, path] of sheets) {
    for (const [, place, attributes, body] of parts
      .get(path)!
      .matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      if (body === undefined || attributes!.includes('t="s"')) continue;
      const [, formula] = /<f[^>]*>(.*?)<\/f>/s.exec(body) ?? [];
      const [, value = ''] = /<v>(.*?)<\/v>/s.exec(body) ?? [];
      const isText = /t="(?:str|e)"/.test(attributes!);
      found.set(`${name}!${place!}`, {
        value: isText || value === '' ? unescapeXml(value) : Number(value),
        ...(formula !== undefined && { formula: unescapeXml(formula) }),
      });
    }
  }
  return found;
}

/** The workbook after somebody typed into cells. */
export function withCells(bytes: Uint8Array, typed: Readonly<Record<string, string | number>>): Uint8Array {
  const { parts, sheets } = opened(bytes);
  for (const [place, value] of Object.entries(typed)) {
    const [name, cell] = place.split('!');
    const path = sheets.get(name!)!;
    const written = parts.get(path)!;
    const changed = written.replace(
      new RegExp(`<c r="${cell!}"( s="\\d+")?[^>]*>.*?</c>`, 's'),
      typeof value === 'number'
        ? `<c r="${cell!}"$1><v>${value}</v></c>`
        : `<c r="${cell!}"$1 t="inlineStr"><is><t>${value}</t></is></c>`,
    );
    if (changed === written) throw new Error(`There is nothing to type over at ${place}.`);
    parts.set(path, changed);
  }
  return writeZip(parts as Parts);
}

/** The cell that a name stands for. */
export function cellNamed(bytes: Uint8Array, name: string): string {
  const { parts } = opened(bytes);
  const [, reference] =
    new RegExp(`<definedName name="${name}">(.*?)</definedName>`).exec(parts.get('xl/workbook.xml')!) ?? [];
  if (reference === undefined) throw new Error(`Nothing is called ${name}.`);
  return unescapeXml(reference).replace(/[$']/g, '');
}

function opened(bytes: Uint8Array): { parts: Map<string, string>; sheets: Map<string, string> } {
  const decoder = new TextDecoder();
  const parts = new Map(Array.from(readZip(bytes), ([path, part]) => [path, decoder.decode(part)]));
  const targets = new Map(
    Array.from(parts.get('xl/_rels/workbook.xml.rels')!.matchAll(/<Relationship [^>]*>/g), ([tag]) => [
      /Id="([^"]+)"/.exec(tag)![1]!,
      `xl/${/Target="([^"]+)"/.exec(tag)![1]!}`,
    ]),
  );
  const sheets = new Map(
    Array.from(parts.get('xl/workbook.xml')!.matchAll(/<sheet [^>]*>/g), ([tag]) => [
      unescapeXml(/name="([^"]+)"/.exec(tag)![1]!),
      targets.get(/r:id="([^"]+)"/.exec(tag)![1]!)!,
    ]),
  );
  return { parts, sheets };
}
