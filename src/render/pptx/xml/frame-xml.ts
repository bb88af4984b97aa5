import { identityXml, type FrameIdentity } from '../../../ooxml/charts/chart-frame.ts';
import type { Box } from '../grid.ts';
import { placeXml } from './geometry-xml.ts';

/** The frame around a table or a chart. */
export interface Frame extends FrameIdentity {
  readonly box: Box;
}

/** A frame of PresentationML around what it shows. */
export function frameXml(frame: Frame, graphic: string): string {
  return (
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr ${identityXml(frame)}/>` +
    '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>' +
    `<p:xfrm>${placeXml(frame.box)}</p:xfrm>${graphic}</p:graphicFrame>`
  );
}
