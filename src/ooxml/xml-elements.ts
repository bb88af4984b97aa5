import type { Document, Element } from '@xmldom/xmldom';

const NAMESPACES: Readonly<Record<string, string>> = {
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  p: 'http://schemas.openxmlformats.org/presentationml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  s: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  ct: 'http://schemas.openxmlformats.org/package/2006/content-types',
  rel: 'http://schemas.openxmlformats.org/package/2006/relationships',
};

/** All descendants of this name; the prefix stands for its Office namespace, whatever the part calls it. */
export function descendants(node: Document | Element, name: string): Element[] {
  const [prefix = '', local = ''] = name.split(':');
  return Array.from(node.getElementsByTagNameNS(NAMESPACES[prefix] ?? '', local));
}

/** The child elements, or those of one name. */
export function children(node: Element, name?: string): Element[] {
  const elements = Array.from(node.childNodes).filter((child): child is Element => child.nodeType === 1);
  return name === undefined ? elements : elements.filter((element) => qualifiedName(element) === name);
}

/** The first child of this name. */
export function child(node: Element, name: string): Element | undefined {
  return children(node, name)[0];
}

/** The name with the prefix that this room uses for its namespace. */
export function qualifiedName(element: Element): string {
  const prefix = Object.keys(NAMESPACES).find((key) => NAMESPACES[key] === element.namespaceURI);
  return prefix === undefined ? element.tagName : `${prefix}:${element.localName}`;
}
