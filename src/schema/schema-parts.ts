import * as z from 'zod';
import * as core from 'zod/v4/core';
import type { CellKind } from './csv-cells.ts';

/** Any schema of a file, an entry or a value. */
export type Schema = z.ZodType;
type AnyPart = core.$ZodType;

/** What a schema says of one value: whether it must be there, the words allowed, what holds without it, and what it means. */
export interface SchemaFacts {
  readonly required: boolean;
  readonly choices?: readonly string[];
  readonly fallback?: string | number | boolean;
  readonly note?: string;
}

/** The facts about the value at a key of an object. An unknown key is our own mistake. */
export function factsAt(schema: AnyPart, path: readonly (string | number)[]): SchemaFacts {
  const at = schemaAt(schema, path);
  if (!at) throw new Error(`The schema has no value at ${path.join('.')}.`);
  const choices = choicesOf(at) ?? choicesOf(bare(at));
  const fallback = fallbackOf(at);
  const note = nearestMetadata(at, 'description');
  return {
    // A default makes it "defaulted", an optional one "optional".
    required: at._zod.optin === undefined,
    ...(choices && { choices }),
    ...(fallback !== undefined && { fallback }),
    ...(typeof note === 'string' && { note }),
  };
}

/** The schema of the entries of the list at a key of a file. */
export function entrySchema(schema: AnyPart, key: string): Schema {
  const list = bare(schemaAt(schema, [key])!);
  if (!(list instanceof core.$ZodArray)) throw new Error(`${key} is no list.`);
  return list._zod.def.element as Schema;
}

/** The keys of an object's schema. */
export function keysOf(schema: AnyPart): readonly string[] {
  const object = bare(schema);
  return object instanceof core.$ZodObject ? Object.keys(object._zod.def.shape) : [];
}

/** The schema at a path of the data; undefined where it leads nowhere. */
export function schemaAt(schema: AnyPart, path: readonly (string | number)[]): AnyPart | undefined {
  return path.reduce<AnyPart | undefined>((outer, part) => {
    const object = outer && bare(outer);
    if (object instanceof core.$ZodObject) return object._zod.def.shape[String(part)];
    if (object instanceof core.$ZodArray) return object._zod.def.element;
    if (object instanceof core.$ZodRecord) return object._zod.def.valueType;
    return undefined;
  }, schema);
}

/** The schema inside optional, default and piped ones. */
function bare(schema: AnyPart): AnyPart {
  if (schema instanceof core.$ZodPipe) return bare(schema._zod.def.in);
  const inner = innerOf(schema);
  return inner ? bare(inner) : schema;
}

function innerOf(schema: AnyPart): AnyPart | undefined {
  const wraps =
    schema instanceof core.$ZodOptional ||
    schema instanceof core.$ZodDefault ||
    schema instanceof core.$ZodPrefault ||
    schema instanceof core.$ZodNonOptional ||
    schema instanceof core.$ZodNullable;
  return wraps ? schema._zod.def.innerType : undefined;
}

/** The words of an enumeration, or those that the check of a cell names in its metadata. */
function choicesOf(schema: AnyPart): readonly string[] | undefined {
  if (schema instanceof core.$ZodEnum) return Object.values(schema._zod.def.entries).map(String);
  const allowed = nearestMetadata(schema, 'allowed');
  return Array.isArray(allowed) ? allowed.map(String) : undefined;
}

function fallbackOf(schema: AnyPart): SchemaFacts['fallback'] {
  if (schema instanceof core.$ZodDefault) {
    const value: unknown = schema._zod.def.defaultValue;
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
  }
  const inner = innerOf(schema);
  return inner && fallbackOf(inner);
}

/** What the metadata of a cell's schema says it holds: `number`, `date`. */
export function cellKindOf(schema: AnyPart, column: string): CellKind | undefined {
  const at = schemaAt(schema, [column]);
  return at && (nearestMetadata(at, 'cell') as CellKind | undefined);
}

/** An entry of the metadata, from the outside inwards. */
function nearestMetadata(schema: AnyPart, key: string): unknown {
  const own = z.globalRegistry.get(schema)?.[key];
  if (own !== undefined) return own;
  const inner = schema instanceof core.$ZodPipe ? schema._zod.def.in : innerOf(schema);
  return inner && nearestMetadata(inner, key);
}
