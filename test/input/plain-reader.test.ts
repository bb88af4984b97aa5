import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { parsePlainYaml } from '../../src/input/plain-yaml.ts';
import { partnerSchema } from '../../src/schema/partner.ts';
import { plainReaderOf } from '../../src/schema/plain-reader.ts';

const PARTNERS = fileURLToPath(new URL('../../samples/territory/partners/', import.meta.url));
const PROFILES = readdirSync(PARTNERS).map((id) =>
  parsePlainYaml(readFileSync(`${PARTNERS}/${id}/partner.yaml`, 'utf8')),
);

type Path = readonly (string | number)[];

/** Every place of a value, with those of its parts. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const parts = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...parts.flatMap(([key, part]) => placesIn(part, [...path, key]))];
}

/** The value with something else at one place; a key whose part becomes undefined is gone. */
function changed(value: unknown, path: Path, change: (part: unknown) => unknown): unknown {
  if (path.length === 0) return change(value);
  const [key, ...rest] = path as [string | number, ...Path];
  const part = changed((value as Record<string | number, unknown>)[key], rest, change);
  if (Array.isArray(value)) return value.with(Number(key), part);
  const { [key]: _, ...others } = value as Record<string, unknown>;
  return part === undefined ? others : { [key]: part, ...others };
}

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ minLength: 499, maxLength: 502 }),
  fc.stringMatching(/^ ?\d{4}-[01]\d-[0-3]\d$/),
  fc.stringMatching(/^(FY|fy)(20)?\d\d(-Q\d)?$/),
  fc.double(),
  fc.constantFrom('', ' ', 'two\nlines', 'a\u0000b', 'var', 'usd', null, undefined, true, -0, 1e15, 1e16, [], {}),
  fc.array(fc.integer({ min: -1 }), { minLength: 3, maxLength: 13 }),
);
const change = fc.oneof(
  anything.map((other) => () => other),
  fc.tuple(fc.constantFrom('name', 'annual', 'due', 'constructor', 'x'), anything).map(([key, other]) => {
    return (part: unknown) => (typeof part === 'object' && !Array.isArray(part) ? { ...part, [key]: other } : part);
  }),
);

describe('values that are read without the schema library', () => {
  it('are those of the schema for every profile of the sample, in the same order', () => {
    for (const profile of PROFILES) {
      const plain = plainReaderOf(partnerSchema)!(profile);
      expect(plain).toStrictEqual(partnerSchema.parse(profile));
      expect(JSON.stringify(plain)).toBe(JSON.stringify(partnerSchema.parse(profile)));
    }
  });

  it('are never others than those of the schema, and none where it refuses something', () => {
    const read = plainReaderOf(partnerSchema)!;
    fc.assert(
      fc.property(fc.constantFrom(...PROFILES), fc.nat(), change, (profile, place, make) => {
        const places = placesIn(profile);
        const odd = changed(profile, places[place % places.length]!, make);
        const plain = read(odd);
        if (plain === undefined) return;
        expect(partnerSchema.safeParse(odd)).toStrictEqual({ success: true, data: plain });
      }),
      { numRuns: 1000 },
    );
  });

  it('keep apart the lists of two partners that have none written', () => {
    const read = plainReaderOf(z.strictObject({ names: z.array(z.string()).default([]) }))!;
    const [first, second] = [read({}), read({})] as { names: string[] }[];
    expect(first).toEqual({ names: [] });
    expect(first!.names).not.toBe(second!.names);
  });

  it.each([
    ['a text that is made of anything', z.coerce.string()],
    ['a whole number', z.int()],
    ['a block that lets keys pass', z.object({ name: z.string() })],
    ['a choice of two kinds', z.union([z.string(), z.number()])],
    ['a mail address', z.email()],
    ['a text that a check trims', z.string().trim()],
    ['a limit that is not allowed itself', z.number().gt(0)],
    ['a check that names its own mistakes', z.string().superRefine(() => {})],
    ['a conversion that may refuse', z.string().transform((text, context) => context.issues.length + text.length)],
    ['a default within an optional key', z.strictObject({ a: z.string().default('x').optional() })],
  ])('are not tried for %s', (_, schema) => {
    expect(plainReaderOf(schema)).toBeUndefined();
    expect(plainReaderOf(z.strictObject({ list: z.array(schema) }))).toBeUndefined();
  });
});
