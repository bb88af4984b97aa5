import * as z from 'zod';

/**
 * What the schema makes of a value, got without the schema library, which takes several times as long; undefined for a value that the
 * schema must judge.
 */
export type PlainReader = (value: unknown) => unknown;

const readers = new WeakMap<z.core.$ZodType, { readonly read: PlainReader | undefined }>();

/**
 * Reads values by a schema that is made of usual parts: strict blocks, lists, texts, numbers, words, yes and no, with their limits,
 * checks and conversions. Undefined for a schema that has any other part.
 */
export function plainReaderOf(schema: z.core.$ZodType): PlainReader | undefined {
  const known = readers.get(schema);
  if (known) return known.read;
  const read = checkedReader(schema);
  readers.set(schema, { read });
  return read;
}

/** Whether a value passes one check of its schema. */
type PlainCheck = (value: unknown) => boolean;

function checkedReader(schema: z.core.$ZodType): PlainReader | undefined {
  const read = readerOfKind(schema);
  const checks = (schema._zod.def.checks ?? []).map(checkOf);
  const usual = checks.filter((check) => check !== undefined);
  if (!read || usual.length < checks.length) return undefined;
  if (usual.length === 0) return read;
  return (value) => {
    const result = read(value);
    return result !== undefined && usual.every((passes) => passes(result)) ? result : undefined;
  };
}

function readerOfKind(schema: z.core.$ZodType): PlainReader | undefined {
  if (schema instanceof z.ZodString) return schema.def.coerce ? undefined : ofKind('string');
  if (schema instanceof z.ZodBoolean) return schema.def.coerce ? undefined : ofKind('boolean');
  if (schema instanceof z.ZodNumberFormat) return undefined;
  if (schema instanceof z.ZodNumber) return schema.def.coerce ? undefined : finiteNumber;
  if (schema instanceof z.ZodEnum) return oneOf(schema._zod.values);
  if (schema instanceof z.ZodArray) return listReader(plainReaderOf(schema.def.element));
  if (schema instanceof z.ZodObject) return blockReader(schema);
  if (schema instanceof z.ZodTransform) return conversion(schema);
  if (schema instanceof z.ZodPipe && !(schema instanceof z.ZodCodec)) {
    return inTurn(plainReaderOf(schema.def.in), plainReaderOf(schema.def.out));
  }
  return undefined;
}

function ofKind(kind: 'string' | 'boolean'): PlainReader {
  return (value) => (typeof value === kind ? value : undefined);
}

function finiteNumber(value: unknown): unknown {
  return Number.isFinite(value) ? value : undefined;
}

function oneOf(words: ReadonlySet<unknown>): PlainReader {
  return (value) => (words.has(value) ? value : undefined);
}

function inTurn(first: PlainReader | undefined, second: PlainReader | undefined): PlainReader | undefined {
  if (!first || !second) return undefined;
  return (value) => {
    const between = first(value);
    return between === undefined ? undefined : second(between);
  };
}

/** A conversion that takes no more than the value, so that it cannot refuse any. */
function conversion({ def }: z.ZodTransform): PlainReader | undefined {
  const convert = def.transform as PlainReader;
  return convert.length === 1 ? convert : undefined;
}

function listReader(readEntry: PlainReader | undefined): PlainReader | undefined {
  if (!readEntry) return undefined;
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const list: unknown[] = [];
    for (const written of value) {
      const entry = readEntry(written);
      if (entry === undefined) return undefined;
      list.push(entry);
    }
    return list;
  };
}

/** One key of a block. */
interface Field {
  readonly key: string;
  readonly read: PlainReader;
  readonly mayBeAbsent: boolean;
  /** What stands for a key that is absent; made anew each time, because lists may be written to. */
  readonly absent: () => unknown;
}

function blockReader({ def }: z.ZodObject): PlainReader | undefined {
  const entries = Object.entries(def.shape);
  const fields = entries.map(([key, schema]) => fieldOf(key, schema)).filter((field) => field !== undefined);
  const isStrict = def.catchall instanceof z.ZodNever;
  return isStrict && fields.length === entries.length ? (value) => readBlock(fields, value) : undefined;
}

function fieldOf(key: string, schema: z.core.$ZodType): Field | undefined {
  const isDefault = schema instanceof z.ZodDefault;
  const mayBeAbsent = isDefault || schema instanceof z.ZodOptional;
  if (mayBeAbsent && (schema.def.checks || schema.def.innerType._zod.optin !== undefined)) return undefined;
  const read = plainReaderOf(mayBeAbsent ? schema.def.innerType : schema);
  return read && { key, read, mayBeAbsent, absent: () => (isDefault ? schema.def.defaultValue : undefined) };
}

function readBlock(fields: readonly Field[], value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const written = value as Readonly<Record<string, unknown>>;
  const block: Record<string, unknown> = {};
  let keysLeft = Object.keys(written).length;
  for (const { key, read, mayBeAbsent, absent } of fields) {
    const isWritten = Object.hasOwn(written, key);
    const result = isWritten ? read(written[key]) : absent();
    if (result === undefined && (isWritten || !mayBeAbsent)) return undefined;
    if (isWritten) keysLeft -= 1;
    if (result !== undefined) block[key] = result;
  }
  return keysLeft === 0 ? block : undefined;
}

/** The checks that our files have; undefined for any other. */
function checkOf({ _zod: { def } }: z.core.$ZodCheck<never>): PlainCheck | undefined {
  const {
    check,
    maximum,
    minimum,
    length,
    value: limit,
    inclusive,
    format,
    pattern,
    fn,
  } = def as unknown as CheckDetails;
  switch (check) {
    case 'max_length':
      return (value) => (value as Sized).length <= maximum;
    case 'min_length':
      return (value) => (value as Sized).length >= minimum;
    case 'length_equals':
      return (value) => (value as Sized).length === length;
    case 'less_than':
      return inclusive ? (value) => (value as number) <= limit : undefined;
    case 'greater_than':
      return inclusive ? (value) => (value as number) >= limit : undefined;
    case 'string_format':
      if (format !== 'regex' || pattern.global || pattern.sticky) return undefined;
      return (value) => pattern.test(value as string);
    case 'custom':
      return fn && ((value) => fn(value) === true);
    default:
      return undefined;
  }
}

type Sized = Readonly<{ length: number }>;

/** The parts of the library's checks that are asked for, each there in the checks it belongs to. */
interface CheckDetails {
  readonly check: string;
  readonly maximum: number;
  readonly minimum: number;
  readonly length: number;
  readonly value: number;
  readonly inclusive: boolean;
  readonly format: string;
  readonly pattern: RegExp;
  readonly fn?: PlainReader;
}
