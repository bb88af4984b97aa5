import { join } from 'node:path';

/** Which page or deck a generated file holds. */
export interface OutputName {
  /** Folder of everything generated: `out` of the territory unless told otherwise. */
  readonly out: string;
  /** Left out for files about the whole territory. */
  readonly partnerId?: string;
  /** `qbr`, `performance-scorecard`, … */
  readonly artifact: string;
  /** `FY26-Q3`, `FY26`, …; left out for files without a period. */
  readonly period?: string;
  readonly edition: 'partner' | 'internal';
  /** Without the dot: `pptx`. */
  readonly extension: string;
}

/** `out/<partner-id>/<artifact>[-<period>][-internal].<ext>`: a file for our own eyes says so in its name. */
export function outputPath({ out, partnerId, artifact, period, edition, extension }: OutputName): string {
  const name = [artifact, period, edition === 'internal' ? 'internal' : undefined].filter(Boolean).join('-');
  return join(out, partnerId ?? '', `${name}.${extension}`);
}
