/** Something only the channel account manager can add, and what it opens. Never printed for the partner. */
export interface OpenInput {
  readonly slide: string;
  readonly what: string;
  /** About how long it takes: "10 minutes". */
  readonly effort?: string;
  readonly opens: string;
}
