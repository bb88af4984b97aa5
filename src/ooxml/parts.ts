import type { PackedPart } from './packed-part.ts';

/** The parts of an Office package by their path inside it (`ppt/slides/slide1.xml`): text for XML, bytes for everything else. */
export type Parts = Map<string, string | Uint8Array>;

/** Parts on their way into a package: a large one is deflated already, so that it need not stand in memory as a whole. */
export type OutgoingParts = Map<string, PartContent>;
export type PartContent = string | Uint8Array | PackedPart;
