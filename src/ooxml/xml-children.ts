/** A child element: its qualified name and its whole text. */
interface XmlChild {
  readonly name: string;
  readonly xml: string;
}

/**
 * The top-level elements of a piece of XML, in order, without parsing it into a tree.
 * @param inner well-formed content of an element that holds elements only; attribute values must not hold a bare `>`.
 */
function childrenOf(inner: string): XmlChild[] {
  const tags = /<(\/?)([\w:]+)[^>]*?(\/?)>/g;
  const children: XmlChild[] = [];
  let depth = 0;
  let start = 0;
  let outermost = '';
  for (let tag = tags.exec(inner); tag !== null; tag = tags.exec(inner)) {
    const [, closing, name = '', empty] = tag;
    if (depth === 0) {
      start = tag.index;
      outermost = name;
    }
    if (closing === '/') depth -= 1;
    else if (empty !== '/') depth += 1;
    if (depth === 0) children.push({ name: outermost, xml: inner.slice(start, tags.lastIndex) });
  }
  return children;
}

/**
 * The same elements in the order that their schema demands.
 * @param inner content of an element that holds elements only.
 * @param order the names the schema allows, in its order; an element that is not among them is left out.
 */
export function inSchemaOrder(inner: string, order: readonly string[]): string {
  const ranked = childrenOf(inner)
    .map((child) => ({ xml: child.xml, rank: order.indexOf(child.name) }))
    .filter((child) => child.rank >= 0);
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .map((child) => child.xml)
    .join('');
}

/** XML without the white space that stands between elements; white space that is the whole of a text stays. */
export function withoutIndentation(xml: string): string {
  return xml.replace(/>\s+<(?!\/(?:a:t|c:v|t|vt:lpwstr)>)/g, '><');
}
