import { describe, expect, it } from 'vitest';
import { assignedNames, domainOf, matchPartners, nameKey } from '../../../src/app/import/match-partners.ts';
import { partnerSchema } from '../../../src/schema/partner.ts';

const partner = (name: string, more = {}) => partnerSchema.parse({ name, type: 'var', ...more });
const PARTNERS = [
  {
    id: 'bluefjord',
    partner: partner('Bluefjord Systems A/S', { domains: ['bluefjord.dk'], crm_ids: ['001A', '001Ec00000GGw3iIAD'] }),
  },
  {
    id: 'cedar',
    partner: partner('Cedar GmbH', { aliases: ['Zeder'], former_names: [{ name: 'Old Oak', until: '2025-01-01' }] }),
  },
  { id: 'twin-inc', partner: partner('Twin Inc') },
  { id: 'twin-ltd', partner: partner('Twin Ltd') },
];

describe('the partner of a row', () => {
  const matcher = matchPartners(PARTNERS);
  it.each([
    ['its id', { name: 'bluefjord' }, { id: 'bluefjord' }],
    ['its id in the CRM', { crmId: '001A', name: 'Cedar' }, { id: 'bluefjord' }],
    ['the short form of its id in Salesforce', { crmId: '001Ec00000GGw3i' }, { id: 'bluefjord' }],
    ['its domain', { domain: 'https://www.bluefjord.dk/contact' }, { id: 'bluefjord' }],
    ['an address of one of its people', { name: 'kim@bluefjord.dk' }, { id: 'bluefjord' }],
    ['its name', { name: 'Bluefjord Systems A/S' }, { id: 'bluefjord' }],
    ['its name in another case, without its legal form', { name: ' CEDAR ' }, { id: 'cedar' }],
    ['its name with another legal form', { name: 'Cedar, Ltd.' }, { id: 'cedar' }],
    ['an alias', { name: 'zeder' }, { id: 'cedar' }],
    ['a former name', { name: 'Old Oak Inc.' }, { id: 'cedar' }],
    ['the exact name of one of two twins', { name: 'twin ltd' }, { id: 'twin-ltd' }],
  ])('is found by %s', (_, mention, match) => {
    expect(matcher.match(mention)).toEqual(match);
  });

  it('is not chosen between two that share a name', () => {
    expect(matcher.match({ name: 'Twin' })).toEqual({ among: ['twin-inc', 'twin-ltd'] });
  });

  it('is nobody when nothing fits, or nothing is said', () => {
    expect(matcher.match({ name: 'Cedarwood' })).toBeUndefined();
    expect(matcher.match({})).toBeUndefined();
  });

  it('is found once it was learnt, and may be called like a word of the language', () => {
    const fresh = matchPartners([]);
    expect(fresh.match({ name: 'constructor' })).toBeUndefined();
    fresh.learn('constructor', partner('constructor'));
    expect(fresh.match({ name: 'Constructor' })).toEqual({ id: 'constructor' });
  });
});

describe('a name that a mapping assigns', () => {
  const assigned = assignedNames({ 'The Fjord  People': 'bluefjord', Direct: null, '001X': 'cedar', '': 'house' });
  it.each([
    ['its partner, whatever its case and spaces', { name: ' the fjord people' }, 'bluefjord'],
    ['its partner when it is an id in the CRM', { crmId: '001X', name: 'Nobody' }, 'cedar'],
    ['nobody, where its rows are to be left out', { name: 'Direct' }, null],
    ['a partner for the rows that name nobody', { name: undefined, crmId: '' }, 'house'],
    ['nothing where nothing was said', { name: 'Cedar' }, undefined],
    ['nothing to a word of the language', { name: 'constructor' }, undefined],
  ])('gives %s', (_, mention, id) => {
    expect(assigned(mention)).toBe(id);
  });
});

describe('the key of a name', () => {
  it.each([
    ['Müller & Søn GmbH', 'muller and son'],
    ['The Acme Co., Inc.', 'acme'],
    ['Inc', 'inc'],
    ['株式会社 東京', '株式会社 東京'],
    ['S.A.P. Partners', 'sap partners'],
    ['Fjord A/S', 'fjord'],
    ['Rossi S.r.l.', 'rossi'],
  ])('%j is compared as %j', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  it('of a domain is the host without www', () => {
    expect(domainOf('HTTP://WWW.Acme.CO.uk:80/a?b')).toBe('acme.co.uk');
    expect(domainOf('Acme Inc.')).toBeUndefined();
  });
});
