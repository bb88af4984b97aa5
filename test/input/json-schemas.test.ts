import { describe, expect, it } from 'vitest';
import { jsonSchemaOf, SCHEMAS, type SchemaName } from '../../src/input/json-schemas.ts';

describe('schemas for editors', () => {
  it.each(Object.keys(SCHEMAS) as SchemaName[])('%s says what keys there are and refuses others', (name) => {
    const schema = jsonSchemaOf(name);
    expect(schema['$schema']).toBe('http://json-schema.org/draft-07/schema#');
    expect(schema['type']).toBe('object');
    expect(schema['additionalProperties']).toBe(false);
    expect(Object.keys(schema['properties'] as object).length).toBeGreaterThan(0);
  });

  it('asks of a partner only what has no default', () => {
    expect(jsonSchemaOf('partner')['required']).toEqual(['name', 'type']);
  });

  it('lets an override of the tiers give a single value, mark an entry as new or take it out', () => {
    const schema = jsonSchemaOf('tiers');
    const { tiers } = schema['properties'] as { tiers: { items: { properties: object; required?: unknown } } };
    expect(schema['required']).toBeUndefined();
    expect(tiers.items.required).toBeUndefined();
    expect(tiers.items.properties).toMatchObject({ remove: { type: 'boolean' }, add: { type: 'boolean' } });
  });
});
