import { isSeq, parseDocument, type Node } from 'yaml';
import { editYaml } from './edit-yaml.ts';
import type { YamlEdit } from './yaml-edit.ts';

/** Whose entries are put in order: a list by its place in the file. */
interface ListOrder {
  readonly path: YamlEdit['path'];
  /** The place that each entry has now, in the order wanted: every place once. */
  readonly order: readonly number[];
}

/**
 * Puts the entries of a list of a YAML text in another order. Each takes its lines along, with the comments behind it and above it; where
 * the list is laid out otherwise than an entry a line, it is written anew. The text must hold a list of that many entries at the path.
 */
export function orderYamlList(text: string, { path, order }: ListOrder): string {
  const document = parseDocument(text, { logLevel: 'error' });
  const list = document.getIn(path, true);
  if (!isSeq(list) || list.items.length !== order.length) throw new Error('There is no list of that many entries.');
  const present = list.toJS(document) as readonly unknown[];
  const wanted = order.map((at) => present[at]);
  const moved = list.flow ? undefined : movedLines(text, list.items as readonly Node[], order);
  return moved !== undefined && says(moved, path, wanted) ? moved : editYaml(text, [{ path, value: wanted }]);
}

/** The text with the lines of the entries moved; undefined where an entry does not begin a line of its own. */
function movedLines(text: string, entries: readonly Node[], order: readonly number[]): string | undefined {
  const starts = entries.map(({ range }) => text.lastIndexOf('\n', (range?.[0] ?? 0) - 1) + 1);
  const isOwnLine = (start: number, at: number) => /^[ \t]*-[ \t]+$/.test(text.slice(start, entries[at]!.range?.[0]));
  if (!starts.every(isOwnLine)) return undefined;
  const ends = entries.map(({ range }) => endOfLine(text, range?.[1] ?? 0));
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = ends.map((end, at) => {
    // What stands above an entry speaks of it; above the first one it speaks of the list.
    const own = text.slice(at === 0 ? starts[0] : ends[at - 1], end);
    return own.endsWith('\n') ? own : own + lineEnd;
  });
  return text.slice(0, starts[0]) + order.map((at) => lines[at]).join('') + text.slice(ends.at(-1));
}

function endOfLine(text: string, end: number): number {
  if (text[end - 1] === '\n') return end;
  const newline = text.indexOf('\n', end);
  return newline < 0 ? text.length : newline + 1;
}

function says(text: string, path: YamlEdit['path'], wanted: readonly unknown[]): boolean {
  const document = parseDocument(text, { logLevel: 'error' });
  const list = document.errors.length === 0 ? document.getIn(path, true) : undefined;
  return isSeq(list) && JSON.stringify(list.toJS(document)) === JSON.stringify(wanted);
}
