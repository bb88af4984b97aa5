import type { YamlEdit } from '../../../output/edit-yaml.ts';
import type { ChangeWarning } from '../change-setting.ts';
import type { SoundPartner } from '../sound-partner.ts';

/** Two partners that become one, and what has to be known to read one's figures as the other's. */
export interface Merging {
  readonly root: string;
  /** The partner that goes. */
  readonly from: SoundPartner;
  /** The partner that stays. */
  readonly into: SoundPartner;
  /** Currencies of their figures. */
  readonly currencies: { readonly from: string; readonly into: string };
  /** Where the folder of the one that goes is kept, relative to the territory. */
  readonly history: string;
}

/** What one kind of file contributes to a merge. Files are written in the order in which they are planned. */
export interface MergePart {
  readonly files: readonly PlannedChange[];
  readonly taken: readonly Taken[];
  readonly both: readonly InBoth[];
  readonly warnings: readonly ChangeWarning[];
}

/** A file as it will be written, relative to the territory. */
export interface PlannedChange {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** How much of something moves. */
export interface Taken {
  /** In the plural: "deals". */
  readonly what: string;
  readonly count: number;
}

/** Something both partners have that cannot stand twice: what stays is the one of the partner that stays. */
export interface InBoth {
  /** The file, within the folder of a partner. */
  readonly file: string;
  /** What it is: "crm:17", "FY26". */
  readonly what: string;
  readonly kept: string;
  /** What the other said; it stands in the history. Undefined where both say the same. */
  readonly left?: string;
}

/** What one list or key of the profile contributes. */
export interface ProfilePart {
  readonly edits: readonly YamlEdit[];
  readonly taken: Taken;
  readonly both: readonly InBoth[];
  readonly warnings?: readonly ChangeWarning[];
}

export const NOTHING: MergePart = { files: [], taken: [], both: [], warnings: [] };

/** Several parts as one. */
export function joined(parts: readonly MergePart[]): MergePart {
  return {
    files: parts.flatMap(({ files }) => files),
    taken: parts.flatMap(({ taken }) => taken.filter(({ count }) => count > 0)),
    both: parts.flatMap(({ both }) => both),
    warnings: parts.flatMap(({ warnings }) => warnings),
  };
}
