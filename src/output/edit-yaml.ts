import { Document, isMap, isScalar, isSeq, parseDocument, type Pair, type YAMLMap } from 'yaml';
import { styledNode } from './print-yaml.ts';
import type { YamlEdit } from './yaml-edit.ts';
import { smallestSplice } from './yaml-splices.ts';

export type { YamlEdit };

/**
 * Changes values in a YAML text, one edit after the other, and keeps the owner's comments, key order and layout: a value is replaced
 * where it stands, a key or an entry comes in or goes out in the style of its neighbours; where the text is laid out otherwise, only the
 * top-level block that an edit touches is written anew, and new blocks go to the end. The text must be one valid mapping or empty, or an
 * Error is thrown.
 */
export function editYaml(text: string, edits: readonly YamlEdit[]): string {
  return edits.reduce(applyEdit, text);
}

const QUIET = { logLevel: 'error' } as const;
const PRINT = { lineWidth: 0 } as const;

function applyEdit(text: string, edit: YamlEdit): string {
  const wanted = parseDocument(text, QUIET);
  if (wanted.errors.length > 0 || !(wanted.contents === null || isMap(wanted.contents))) {
    throw new Error('Only a valid YAML mapping can be edited.');
  }
  const splice = smallestSplice({ text, document: wanted }, edit);
  const attempt = splice && text.slice(0, splice.start) + splice.text + text.slice(splice.end);
  change(wanted, edit);
  if (attempt !== undefined && says(attempt, wanted)) return attempt;
  const rewritten = replaceBlock(text, String(edit.path[0]), wanted);
  return says(rewritten, wanted) ? rewritten : wanted.toString(PRINT);
}

function change(document: Document, { path, value, asBlocks }: YamlEdit): void {
  if (value === undefined) {
    document.deleteIn(path);
    return;
  }
  const list = path.slice(0, -1);
  if (path.at(-1) === 0 && list.length > 0 && isNothing(document.getIn(list, true))) {
    document.setIn(list, styledNode(document, [value]));
  } else document.setIn(path, asBlocks ? document.createNode(value) : styledNode(document, value));
}

/** No list, or one that has no entry whose style the first one could follow. */
function isNothing(node: unknown): boolean {
  return node === undefined || (isScalar(node) && node.value === null) || (isSeq(node) && node.items.length === 0);
}

/** Writes one top-level block of the wanted document over the same block of the text. */
function replaceBlock(text: string, key: string, wanted: Document): string {
  const [before, after] = [pairOf(parseDocument(text, QUIET), key), pairOf(wanted, key)];
  const range = before && rangeOfBlock(before);
  const block = after ? printBlock(after, range ? text.slice(range.start, range.end) : text) : '';
  if (range) return text.slice(0, range.start) + block + text.slice(range.end);
  return text + (text === '' || text.endsWith('\n') ? '' : '\n') + block;
}

/** From the first letter of the key to the end of the value's last line. */
function rangeOfBlock({ key, value }: Pair): { readonly start: number; readonly end: number } | undefined {
  const start = isScalar(key) ? key.range?.[0] : undefined;
  const end = (value as { readonly range?: readonly number[] } | null)?.range?.[2];
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** The block alone, with the indentation of lists and the line ends of a sample of the file. */
function printBlock(pair: Pair, sample: string): string {
  const alone = new Document({});
  if (isScalar(pair.key)) {
    // What stands above the key is not part of the block and stays where it is.
    pair.key.commentBefore = undefined;
    pair.key.spaceBefore = false;
  }
  (alone.contents as unknown as YAMLMap).items.push(pair);
  const printed = alone.toString({ ...PRINT, indentSeq: !/^- /m.test(sample) });
  return sample.includes('\r\n') ? printed.replaceAll('\n', '\r\n') : printed;
}

function pairOf(document: Document, wanted: string): Pair | undefined {
  const { contents } = document;
  if (!isMap(contents)) return undefined;
  return contents.items.find(({ key }) => String(isScalar(key) ? key.value : key) === wanted);
}

/** True when the text holds the very values that were wanted. */
function says(text: string, wanted: Document): boolean {
  const document = parseDocument(text, QUIET);
  return document.errors.length === 0 && JSON.stringify(document.toJS()) === JSON.stringify(wanted.toJS());
}
