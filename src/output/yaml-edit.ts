/** One value to put at a path of a YAML text; `undefined` takes the key or the entry out. */
export interface YamlEdit {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  /** Entries of a list that comes new are blocks, however short: they will grow. */
  readonly asBlocks?: true;
}
