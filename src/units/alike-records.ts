/**
 * Makes records with some of the same fields, so that a hundred thousand of them fit into memory: the engine turns an object that gains
 * more than a dozen fields one by one into a hash table of its own, four times as large; a copy of an object of the same fields stays small.
 * @param fields names, in the order in which the records have them
 * @returns makes a record of values in that order; a field whose value is undefined is not in it
 */
export function alikeRecords<T>(
  fields: readonly string[],
): (values: readonly (T | undefined)[]) => Readonly<Record<string, T>> {
  const start: Shape = {};
  let shapes = 0;
  return (values) => {
    let shape = start;
    for (let at = 0; at < fields.length; at += 1) {
      if (values[at] === undefined) shape = shape.without ??= {};
      else shape = shape.with ??= {};
    }
    if (shape.blank === undefined && shapes < MOST_SHAPES) {
      shape.blank = blankRecord(fields.filter((_, at) => values[at] !== undefined));
      shapes += 1;
    }
    const record = { ...shape.blank } as Record<string, T>;
    for (let at = 0; at < fields.length; at += 1) {
      const value = values[at];
      if (value !== undefined) record[fields[at]!] = value;
    }
    return record;
  };
}

/** An object with these fields, all undefined, to be copied with `{ ...blank }` and filled. */
export function blankRecord(fields: readonly string[]): Readonly<Record<string, undefined>> {
  // An object that was read from JSON has room for its fields from the start.
  const blank = JSON.parse(JSON.stringify(Object.fromEntries(fields.map((field) => [field, null])))) as Record<
    string,
    undefined
  >;
  for (const field of fields) blank[field] = undefined;
  return blank;
}

/** Which fields a record has, decided field by field; the last one holds an object to copy. */
interface Shape {
  with?: Shape;
  without?: Shape;
  blank?: Readonly<Record<string, undefined>>;
}

/** Records of more different shapes are made field by field. */
const MOST_SHAPES = 1_000;
