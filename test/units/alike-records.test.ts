import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikeRecords, blankRecord } from '../../src/units/alike-records.ts';

describe('records made alike', () => {
  it('have the fields whose values are known, in their order, and no others', () => {
    const record = alikeRecords<string | number>(['id', 'stage', 'amount']);
    expect(Object.entries(record(['OPP-1', undefined, 0]))).toEqual([
      ['id', 'OPP-1'],
      ['amount', 0],
    ]);
    expect(Object.entries(record([undefined, 'Propose', undefined]))).toEqual([['stage', 'Propose']]);
    expect(Object.keys(record([]))).toEqual([]);
  });

  it('are objects of their own, however many share the same fields', () => {
    const record = alikeRecords<number>(['amount']);
    expect([record([1]), record([2]), record([1])]).toEqual([{ amount: 1 }, { amount: 2 }, { amount: 1 }]);
  });

  it('say what one made field by field says, whatever is known of it', () => {
    const fields = Array.from({ length: 14 }, (_, index) => `field ${index}`);
    const record = alikeRecords<number>(fields);
    const values = fc.array(fc.option(fc.integer(), { nil: undefined }), { minLength: 14, maxLength: 14 });
    fc.assert(
      fc.property(values, (known) => {
        const oneByOne = fields.flatMap((field, at) => (known[at] === undefined ? [] : [[field, known[at]] as const]));
        expect(record(known)).toEqual(Object.fromEntries(oneByOne));
      }),
    );
  });

  it('begin as copies of one that has every field and knows nothing', () => {
    expect(Object.entries({ ...blankRecord(['id', 'name']) })).toEqual([
      ['id', undefined],
      ['name', undefined],
    ]);
  });
});
