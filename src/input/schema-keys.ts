import * as core from 'zod/v4/core';

/** The keys a schema knows at a path of the data; empty where any key may stand or the path leads nowhere. */
export function keysAt(schema: core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const inner = unwrap(path.reduce<core.$ZodType | undefined>(child, schema));
  return keysOf(inner);
}

/** Of alternatives, the keys of any. */
function keysOf(schema: core.$ZodType | undefined): readonly string[] {
  if (schema instanceof core.$ZodObject) return Object.keys(schema._zod.def.shape);
  if (schema instanceof core.$ZodUnion)
    return [...new Set(schema._zod.def.options.flatMap((option) => keysOf(unwrap(option))))];
  return [];
}

function child(schema: core.$ZodType | undefined, part: PropertyKey): core.$ZodType | undefined {
  const inner = unwrap(schema);
  if (inner instanceof core.$ZodObject) return inner._zod.def.shape[String(part)];
  if (inner instanceof core.$ZodArray) return inner._zod.def.element;
  if (inner instanceof core.$ZodRecord) return inner._zod.def.valueType;
  return undefined;
}

/** The schema inside optional, default and piped ones. */
function unwrap(schema: core.$ZodType | undefined): core.$ZodType | undefined {
  if (schema instanceof core.$ZodPipe) return unwrap(schema._zod.def.in);
  const wrapped =
    schema instanceof core.$ZodOptional ||
    schema instanceof core.$ZodDefault ||
    schema instanceof core.$ZodPrefault ||
    schema instanceof core.$ZodNonOptional ||
    schema instanceof core.$ZodNullable;
  return wrapped ? unwrap(schema._zod.def.innerType) : schema;
}
