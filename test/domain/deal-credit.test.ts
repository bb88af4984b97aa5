import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditDeals, dealKey } from '../../src/domain/deal-credit.ts';
import type { CamConfig } from '../../src/schema/cam-config.ts';
import type { Deal } from '../../src/schema/deal.ts';
import { partnerSchema } from '../../src/schema/partner.ts';
import type { PartnerFiles } from '../../src/schema/territory.ts';
import { givenConfig, givenDeal } from './given.ts';

type Rule = CamConfig['bookings']['shared_deals'];

function withRule(rule: Rule): CamConfig {
  return givenConfig({ bookings: { shared_deals: rule } });
}

function partner(id: string, rows?: readonly Deal[], currency?: string): PartnerFiles {
  return {
    id,
    partner: partnerSchema.parse({ name: id, type: 'var', currency }),
    qbr: new Map(),
    snapshots: [],
    ...(rows && { deals: { path: `partners/${id}/deals.csv`, columns: new Set<keyof Deal>(), rows } }),
  };
}

/** Ids of the deals each partner is credited with. */
function credited(partners: readonly PartnerFiles[], rule: Rule) {
  const found = [...creditDeals(partners, withRule(rule))];
  return Object.fromEntries(found.map(([id, deals]) => [id, deals.map((deal) => deal.id)]));
}

const sharedDeal = (cells: Parameters<typeof givenDeal>[0] = {}) =>
  givenDeal({ id: 'shared', partner_role: 'sourced', other_partners: 'distributor:fulfil', ...cells });

describe('who is credited with a deal that several partners share', () => {
  const plain = () => givenDeal({ id: 'own' });

  it('is the partner in whose file it stands, unless the program says otherwise', () => {
    const partners = [partner('reseller', [plain(), sharedDeal()]), partner('distributor', [])];
    expect(credited(partners, 'owner')).toEqual({ reseller: ['own', 'shared'], distributor: [] });
  });

  it('is the fulfilling partner where the program credits that one, and only that one', () => {
    const partners = [partner('reseller', [plain(), sharedDeal()]), partner('distributor')];
    expect(credited(partners, 'fulfilling-partner')).toEqual({ reseller: ['own'], distributor: ['shared'] });
    expect(credited(partners, 'sourcing-partner')).toEqual({ reseller: ['own', 'shared'], distributor: [] });
  });

  it('is the holder where the holder has the role itself, whoever else is named in it', () => {
    const partners = [partner('reseller', [sharedDeal({ partner_role: 'fulfil' })]), partner('distributor')];
    expect(credited(partners, 'fulfilling-partner')['reseller']).toEqual(['shared']);
  });

  it('is the holder where the other partner is none of this territory', () => {
    const partners = [partner('reseller', [sharedDeal({ other_partners: 'somebody-else:fulfil' })])];
    expect(credited(partners, 'fulfilling-partner')['reseller']).toEqual(['shared']);
  });

  it('reads several other partners, with spaces, and takes the first of this territory in the role', () => {
    const deal = sharedDeal({ other_partners: 'agent : influenced ; stranger:fulfil; distributor : fulfil' });
    const partners = [partner('agent'), partner('reseller', [deal]), partner('distributor')];
    expect(credited(partners, 'fulfilling-partner')).toEqual({ agent: [], reseller: [], distributor: ['shared'] });
  });

  it('counts a deal without a currency in that of its file, wherever it is credited', () => {
    const currencyOf = (cells: Parameters<typeof sharedDeal>[0], holder?: string) => {
      const partners = [partner('reseller', [sharedDeal(cells)], holder), partner('distributor', [], 'GBP')];
      return creditDeals(partners, withRule('fulfilling-partner')).get('distributor')![0]!.currency;
    };
    expect(currencyOf({}, 'EUR')).toBe('EUR');
    expect(currencyOf({})).toBe('USD');
    expect(currencyOf({ currency: 'CHF' }, 'EUR')).toBe('CHF');
  });

  it('does not stumble over entries without a role', () => {
    const partners = [
      partner('reseller', [sharedDeal({ other_partners: ';distributor;:fulfil;' })]),
      partner('distributor'),
    ];
    expect(credited(partners, 'fulfilling-partner')['reseller']).toEqual(['shared']);
  });

  it('never counts a deal twice nor loses one, whatever the roles', () => {
    const role = fc.constantFrom('sourced' as const, 'influenced' as const, 'fulfil' as const, undefined);
    const others = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'x'), fc.constantFrom('sourced', 'fulfil')), {
      maxLength: 3,
    });
    const rows = fc.array(
      fc.record({ role, others }).map(({ role: ownRole, others: named }) =>
        givenDeal({
          ...(ownRole && { partner_role: ownRole }),
          other_partners: named.map((pair) => pair.join(':')).join(';'),
        }),
      ),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(
        rows,
        rows,
        fc.constantFrom('owner' as const, 'fulfilling-partner' as const, 'sourcing-partner' as const),
        (a, b, rule) => {
          const found = [
            ...creditDeals([partner('a', a), partner('b', b), partner('c')], withRule(rule)).values(),
          ].flat();
          expect(found.map(dealKey).sort()).toEqual([...a, ...b].map(dealKey).sort());
        },
      ),
    );
  });
});

describe('the key of a deal', () => {
  it('tells apart deals of one id from two systems', () => {
    expect(dealKey({ source: 'crm', id: '1' })).not.toBe(dealKey({ source: 'portal', id: '1' }));
  });
});
