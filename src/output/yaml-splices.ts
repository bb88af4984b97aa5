import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { YamlEdit } from './yaml-edit.ts';
import { blockYaml, inlineYaml } from './print-yaml.ts';

/** A part of a text and what is to stand in its place. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Place {
  readonly text: string;
  readonly document: Document;
}

/**
 * The smallest change of a YAML text that an edit needs: a value in its place, a key or an entry put in or taken out in the style of its
 * neighbours. Undefined where the text is laid out in a way that this does not know; whoever applies a splice checks what it says.
 */
export function smallestSplice(place: Place, { path, value }: YamlEdit): Splice | undefined {
  const node = place.document.getIn(path, true);
  const parent = path.length > 1 ? place.document.getIn(path.slice(0, -1), true) : place.document.contents;
  const last = path.at(-1);
  if (value === undefined) return takeOut(place, parent, last);
  if (node !== undefined && node !== null) return replaceValue(place, node, value);
  if (isSeq(parent) && typeof last === 'number') return addEntry(place, parent, value);
  return isMap(parent) && path.length > 1 ? addKey(place, parent, { key: String(last), value }) : undefined;
}

/** A value on one line for a value on one line: nothing else of the line changes. */
function replaceValue({ text }: Place, node: unknown, value: unknown): Splice | undefined {
  const range = rangeOf(node);
  if (!range) return undefined;
  if (isScalar(node) && isPlain(value)) {
    if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') return undefined;
    const space = text[range.start - 1] === ':' ? ' ' : '';
    return { ...range, text: space + inlineYaml(value) };
  }
  const isInline = isCollection(node) && node.flow === true && node.items.length > 0;
  return isInline ? { ...range, text: inlineYaml(value, isPadded(text, range.start)) } : undefined;
}

function takeOut(place: Place, parent: unknown, at: string | number | undefined): Splice | undefined {
  if (!isCollection(parent) || parent.items.length < 2) return undefined;
  const index = isSeq(parent)
    ? Number(at)
    : parent.items.findIndex((pair) => isPair(pair) && keyOf(pair) === String(at));
  const item = rangeOfItem(parent.items[index]);
  if (!item) return undefined;
  if (parent.flow) return takeOutInline(parent, index, item);
  const start = lineStart(place.text, item.start);
  const before = place.text.slice(start, item.start);
  // A key behind a dash shares its line with the entry.
  if (isSeq(parent) ? !/^[ \t]*-[ \t]+$/.test(before) : !/^[ \t]*$/.test(before)) return undefined;
  return { start, end: endOfLines(place.text, item.end), text: '' };
}

function takeOutInline(parent: YAMLMap | YAMLSeq, index: number, item: Omit<Splice, 'text'>): Splice | undefined {
  const [before, after] = [rangeOfItem(parent.items[index - 1]), rangeOfItem(parent.items[index + 1])];
  if (before) return { start: before.end, end: item.end, text: '' };
  return after && { start: item.start, end: after.start, text: '' };
}

/** A key behind the others of an entry. */
function addKey(
  place: Place,
  parent: YAMLMap,
  { key, value }: { readonly key: string; readonly value: unknown },
): Splice | undefined {
  const last = rangeOfItem(parent.items.at(-1));
  const first = rangeOfItem(parent.items[0]);
  if (!last || !first) return undefined;
  if (parent.flow) {
    const written = inlineYaml({ [key]: value }, isPadded(place.text, rangeOf(parent)!.start)).replace(
      /^\{ ?| ?\}$/g,
      '',
    );
    return { start: last.end, end: last.end, text: `, ${written}` };
  }
  const indent = ' '.repeat(first.start - lineStart(place.text, first.start));
  return newLines(place.text, last.end, indented(blockYaml({ [key]: value }), indent, indent));
}

/** An entry behind the others of a list: in braces where its neighbour is. */
function addEntry(place: Place, parent: YAMLSeq, value: unknown): Splice | undefined {
  const item = parent.items.at(-1);
  const last = rangeOfItem(item);
  if (!last) return undefined;
  if (parent.flow)
    return { start: last.end, end: last.end, text: `, ${inlineYaml(value, isPadded(place.text, last.start))}` };
  const start = lineStart(place.text, last.start);
  const dash = /^([ \t]*)(-[ \t]+)$/.exec(place.text.slice(start, last.start));
  if (!dash) return undefined;
  const isInline = isPlain(value) || (isCollection(item) && item.flow === true);
  const written = isInline
    ? inlineYaml(value, !isCollection(item) || isPadded(place.text, last.start))
    : blockYaml(value);
  const indent = dash[1]!;
  return newLines(
    place.text,
    last.end,
    indented(written, `${indent}${dash[2]!}`, indent + ' '.repeat(dash[2]!.length)),
  );
}

/** Lines behind the one on which something ends. */
function newLines(text: string, end: number, lines: string): Splice {
  const at = endOfLines(text, end);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const before = at > 0 && text[at - 1] !== '\n' ? lineEnd : '';
  return { start: at, end: at, text: before + lines.replaceAll('\n', lineEnd) + lineEnd };
}

function indented(written: string, first: string, others: string): string {
  return written
    .split('\n')
    .map((line, index) => (line === '' ? line : (index === 0 ? first : others) + line))
    .join('\n');
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function isPadded(text: string, start: number): boolean {
  return !/[[{]/.test(text[start] ?? '') || text[start + 1] === ' ';
}

function keyOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}

function rangeOfItem(item: unknown): { readonly start: number; readonly end: number } | undefined {
  if (!isPair(item)) return rangeOf(item);
  const [key, value] = [rangeOf(item.key), rangeOf(item.value)];
  return key && { start: key.start, end: Math.max(key.end, value?.end ?? 0) };
}

function rangeOf(node: unknown): { readonly start: number; readonly end: number } | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The offset behind the line on which something ends; a block of text ends with its line already. */
function endOfLines(text: string, end: number): number {
  if (text[end - 1] === '\n') return end;
  const newline = text.indexOf('\n', end);
  return newline < 0 ? text.length : newline + 1;
}
