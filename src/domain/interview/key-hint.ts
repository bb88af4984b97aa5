/** A key and what it does; the last line of every screen. */
export interface KeyHint {
  readonly keys: string;
  readonly does: string;
  /** Left out where the keys do not fit on one line: everybody tries it anyway. */
  readonly minor?: true;
}
