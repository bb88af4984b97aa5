import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partnerIdFromName } from '../../../src/app/partners/partner-id.ts';
import { PARTNER_ID_PATTERN } from '../../../src/schema/values.ts';

describe('the id of a new partner', () => {
  it.each([
    ['Bluefjord Systems', 'bluefjord-systems'],
    ['Søndergård & Sønner A/S', 'sondergard-and-sonner-a-s'],
    ['Müller Straße GmbH', 'muller-strasse-gmbh'],
    ["O'Neill’s IT, Inc.", 'oneills-it-inc'],
    ['Œuvre Łódź', 'oeuvre-lodz'],
    ['  3M -- Cloud  ', '3m-cloud'],
    ['ACME™ ½', 'acmetm-1-2'],
    ['株式会社', 'partner-2'],
    ['', 'partner-2'],
    ['CON', 'con-2'],
    ['lpt1', 'lpt1-2'],
    ['constructor', 'constructor'],
  ])('made of the name %j is %j', (name, id) => {
    expect(partnerIdFromName(name, [])).toBe(id);
  });

  it('is numbered when other partners have it already', () => {
    expect(partnerIdFromName('Acme', ['acme'])).toBe('acme-2');
    expect(partnerIdFromName('Acme', ['acme', 'acme-2', 'acme-3'])).toBe('acme-4');
    expect(partnerIdFromName('日本', ['partner-2'])).toBe('partner-3');
  });

  it('is cut at a word when the name is very long, and leaves room for its number', () => {
    const name = 'International Consolidated Distribution and Technology Services Company of the Upper Rhine Valley';
    const id = partnerIdFromName(name, []);
    expect(id).toBe('international-consolidated-distribution-and-technology-services-company-of-the');
    const second = partnerIdFromName('x'.repeat(200), ['x'.repeat(80)]);
    expect(second).toBe(`${'x'.repeat(78)}-2`);
  });

  it('is valid and new whatever the names are', () => {
    const names = fc.array(fc.string({ unit: 'grapheme', maxLength: 120 }), { maxLength: 30 });
    fc.assert(
      fc.property(names, (list) => {
        const ids = list.reduce<string[]>((taken, name) => [...taken, partnerIdFromName(name, taken)], []);
        expect(new Set(ids).size).toBe(list.length);
        for (const id of ids) expect(id).toMatch(PARTNER_ID_PATTERN);
      }),
    );
  });
});
