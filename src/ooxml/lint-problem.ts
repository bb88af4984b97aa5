import type { Document } from '@xmldom/xmldom';

/** What is wrong with a package: in which part, against which rule. */
export interface LintProblem {
  readonly part: string;
  readonly rule: string;
  readonly message: string;
}

/** A package taken apart: its parts by path, and the XML parts that could be parsed as trees. */
export interface OpenPackage {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly documents: ReadonlyMap<string, Document>;
}

/** A rule: what of the package offends it. */
export type LintRule = (opened: OpenPackage) => LintProblem[];
