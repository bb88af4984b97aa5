import { escapeXml } from './escape-xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A relationship: its kind, as `chart`, the path from the folder of the part that refers to it, and its id where rId1, rId2 … will not do. */
export type Relationship = readonly [kind: string, target: string, id?: string];

/** A part of relationships. */
export function relationshipsXml(relationships: readonly Relationship[]): string {
  const items = relationships.map(
    ([kind, target, id], i) =>
      `<Relationship Id="${id ?? `rId${i + 1}`}" Type="${OFFICE}/${kind}" Target="${escapeXml(target)}"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<Relationships xmlns="${RELATIONSHIPS}">${items.join('')}</Relationships>`
  );
}
