/** The parts of an Office package by their path inside it (`ppt/slides/slide1.xml`): text for XML, bytes for everything else. */
export type Parts = Map<string, string | Uint8Array>;
