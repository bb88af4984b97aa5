import { escapeXml } from '../escape-xml.ts';

/** What a program says of a chart besides drawing it. */
export interface FrameIdentity {
  /** Unique among the shapes of its slide or sheet, from 1. */
  readonly id: number;
  readonly name: string;
  /** Alternative text. */
  readonly description: string;
}

/** Identity of a frame as attributes. */
export function identityXml({ id, name, description }: FrameIdentity): string {
  return `id="${id}" name="${escapeXml(name)}" descr="${escapeXml(description)}"`;
}

/** The inside of a frame that shows a chart part, on a slide or a sheet alike. */
export function chartGraphicXml(relationship: string): string {
  return (
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
    '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"' +
    ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${relationship}"/>` +
    '</a:graphicData></a:graphic>'
  );
}
