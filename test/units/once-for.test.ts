import { describe, expect, it } from 'vitest';
import { onceFor } from '../../src/units/once-for.ts';

describe('a question asked again about one object', () => {
  it('is worked out once, even when the answer is nothing', () => {
    const asked: string[] = [];
    const nameOf = onceFor(({ name }: { readonly name: string }) => {
      asked.push(name);
      return name === '' ? undefined : `${name} Ltd`;
    });
    const [partner, nameless] = [{ name: 'Ostrander' }, { name: '' }];
    expect([nameOf(partner), nameOf(nameless), nameOf(partner), nameOf(nameless)]).toEqual([
      'Ostrander Ltd',
      undefined,
      'Ostrander Ltd',
      undefined,
    ]);
    expect(asked).toEqual(['Ostrander', '']);
  });

  it('is worked out anew for another object that looks the same', () => {
    const dealsOf = onceFor((partner: { readonly id: string }) => ({ of: partner }));
    const [first, second] = [{ id: 'a' }, { id: 'a' }];
    expect(dealsOf(first)).not.toBe(dealsOf(second));
    expect(dealsOf(first)).toBe(dealsOf(first));
  });
});
