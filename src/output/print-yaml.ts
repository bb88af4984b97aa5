import { Document, isCollection, isMap, visit, type Node, type YAMLMap } from 'yaml';

/** Lines are never folded: what a person wrote on one line stays on one. */
const PRINT = { lineWidth: 0, doubleQuotedMinMultiLineLength: 1e9 } as const;
/** An entry of a new list stands on one line up to this length. */
const LONGEST_LINE = 160;

/** A value on one line: `{ name: Blue, role: Owner }`, or without the spaces inside the brackets. */
export function inlineYaml(value: unknown, padded = true): string {
  const document = new Document(value);
  if (isCollection(document.contents)) document.contents.flow = true;
  visit(document, {
    Scalar: (_, scalar) => {
      if (String(scalar.value).includes('\n')) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ ...PRINT, flowCollectionPadding: padded }).trimEnd();
}

/** A value on lines of its own. */
export function blockYaml(value: unknown): string {
  return new Document(styledNode(new Document(), value)).toString(PRINT).trimEnd();
}

/** A value as a node of a document: entries of a list that fit on a line are in braces, as people write them. */
export function styledNode(document: Document, value: unknown): Node {
  const node = document.createNode(value);
  visit(node, {
    Seq: (_, list) => {
      for (const entry of list.items) if (isMap(entry)) entry.flow = fitsOnOneLine(entry);
    },
  });
  return node;
}

function fitsOnOneLine(entry: YAMLMap): boolean {
  const written = inlineYaml(entry.toJSON());
  return written.length <= LONGEST_LINE && !written.includes('\\n');
}
