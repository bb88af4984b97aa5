import { z } from 'zod';

/** The keys a schema knows at a path of the data; empty where any key may stand or the path leads nowhere. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const inner = unwrap(path.reduce<z.core.$ZodType | undefined>(child, schema));
  return keysOf(inner);
}

/** Of alternatives, the keys of any. */
function keysOf(schema: z.core.$ZodType | undefined): readonly string[] {
  if (schema instanceof z.core.$ZodObject) return Object.keys(schema._zod.def.shape);
  if (schema instanceof z.core.$ZodUnion)
    return [...new Set(schema._zod.def.options.flatMap((option) => keysOf(unwrap(option))))];
  return [];
}

function child(schema: z.core.$ZodType | undefined, part: PropertyKey): z.core.$ZodType | undefined {
  const inner = unwrap(schema);
  if (inner instanceof z.core.$ZodObject) return inner._zod.def.shape[String(part)];
  if (inner instanceof z.core.$ZodArray) return inner._zod.def.element;
  if (inner instanceof z.core.$ZodRecord) return inner._zod.def.valueType;
  return undefined;
}

/** The schema inside optional, default and piped ones. */
function unwrap(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  if (schema instanceof z.core.$ZodPipe) return unwrap(schema._zod.def.in);
  const wrapped =
    schema instanceof z.core.$ZodOptional ||
    schema instanceof z.core.$ZodDefault ||
    schema instanceof z.core.$ZodPrefault ||
    schema instanceof z.core.$ZodNonOptional ||
    schema instanceof z.core.$ZodNullable;
  return wrapped ? unwrap(schema._zod.def.innerType) : schema;
}
