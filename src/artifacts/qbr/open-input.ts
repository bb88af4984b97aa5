/** Something only the channel account manager can add, and what it opens. Never printed for the partner. */
export interface OpenInput {
  readonly slide: string;
  readonly what: string;
  readonly opens: string;
}
