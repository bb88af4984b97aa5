import { isAlias, isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import type { TextRange } from './problem.ts';

/** Where a node stands in its text: the written value without the comment after it. */
export function rangeOf(node: unknown): TextRange | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}

/**
 * Where a path of the plain values stands in the document, through aliases. A scalar stands at its value, a list or a mapping at
 * its key; what is missing stands at the key above it, in an empty document at its beginning.
 */
export function placeOfPath(document: Document.Parsed, path: readonly PropertyKey[]): TextRange {
  let node: unknown = document.contents;
  let range: TextRange | undefined;
  for (const part of path) {
    const child = childOf(document, node, part);
    if (!child) break;
    node = child.node;
    range = (isWrittenScalar(node) ? rangeOf(node) : child.key) ?? rangeOf(node);
  }
  return range ?? { start: rangeOf(document.contents)?.start ?? 0, end: 0 };
}

/** Where a key itself stands in the mapping at a path. */
export function placeOfKey(
  document: Document.Parsed,
  path: readonly PropertyKey[],
  key: PropertyKey,
): TextRange | undefined {
  let node: unknown = document.contents;
  for (const part of path) node = childOf(document, node, part)?.node;
  return childOf(document, node, key)?.key;
}

function childOf(document: Document.Parsed, node: unknown, part: PropertyKey) {
  const parent: unknown = isAlias(node) ? node.resolve(document) : node;
  if (isSeq(parent)) return typeof part === 'number' && part in parent.items ? { node: parent.items[part] } : undefined;
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
  return pair && { node: pair.value, key: rangeOf(pair.key) };
}

/** An empty value (`tier:`) has no text of its own to point at. */
function isWrittenScalar(node: unknown): boolean {
  return isScalar(node) && !(node.value === null && node.source === '');
}
