import { dealKey } from '../../domain/deal-credit.ts';
import type { Deal } from '../../schema/deal.ts';
import type { Partner } from '../../schema/partner.ts';
import type { Territory } from '../../schema/territory.ts';

/** The deals of one partner while an import is planned. */
interface Shelf {
  readonly id: string;
  readonly partner: Partner;
  /** Rows of the file there is. */
  readonly standing: readonly Deal[];
  readonly columns: Set<keyof Deal>;
  /** In the order of the file; a deal that moved away leaves a gap. */
  readonly rows: (Deal | undefined)[];
  changed: boolean;
  gained: boolean;
}

/** The deals of one partner as they will be written. */
export interface PartnerDeals {
  readonly id: string;
  readonly partner: Partner;
  readonly columns: ReadonlySet<keyof Deal>;
  readonly rows: readonly Deal[];
  /** Rows of the file as it stands. */
  readonly standing: readonly Deal[];
  /** The standing rows as they will be, a gap where a deal moved away, and new ones behind. */
  readonly slots: readonly (Deal | undefined)[];
  /** The file differs from what stands there now. */
  readonly changed: boolean;
  /** A deal came to it from another partner. */
  readonly gained: boolean;
}

/** What became of a deal that was put into the book. */
export type Change = 'created' | 'updated' | 'moved' | 'unchanged';

/**
 * All deals of a territory by their key, in memory: an import is planned here as a whole before anything is written. Rows keep their
 * order, new ones are appended.
 */
export class DealBook {
  private readonly shelves = new Map<string, Shelf>();
  private readonly places = new Map<string, { readonly shelf: Shelf; readonly row: number }>();

  constructor({ partners }: Pick<Territory, 'partners'>) {
    for (const { id, partner, deals } of partners) {
      const standing = deals?.rows ?? [];
      const shelf = {
        id,
        partner,
        standing,
        columns: new Set(deals?.columns),
        rows: [...standing],
        changed: false,
        gained: false,
      };
      this.shelves.set(id, shelf);
      deals?.rows.forEach((deal, row) => this.places.set(dealKey(deal), { shelf, row }));
    }
  }

  addPartner(id: string, partner: Partner): void {
    this.shelves.set(id, {
      id,
      partner,
      standing: [],
      columns: new Set(),
      rows: [],
      changed: false,
      gained: false,
    });
  }

  has(partnerId: string): boolean {
    return this.shelves.has(partnerId);
  }

  find(key: string): { readonly deal: Deal; readonly partnerId: string } | undefined {
    const place = this.places.get(key);
    return place && { deal: place.shelf.rows[place.row]!, partnerId: place.shelf.id };
  }

  /** Notes that a partner's file carries these columns from now on, even where they hold nothing. */
  load(partnerId: string, columns: Iterable<keyof Deal>): void {
    const shelf = this.shelf(partnerId);
    for (const column of columns) {
      if (shelf.columns.has(column)) continue;
      shelf.columns.add(column);
      shelf.changed = true;
    }
  }

  /** Puts a deal with a partner. Fields that are not among the loaded ones keep the value they have. */
  put(partnerId: string, incoming: Deal, loaded: ReadonlySet<keyof Deal>): Change {
    const key = dealKey(incoming);
    const place = this.places.get(key);
    const present = place && place.shelf.rows[place.row];
    if (!place || !present) return this.append(partnerId, key, incoming, 'created');
    const merged = mergeDeal(present, incoming, loaded);
    if (place.shelf.id !== partnerId) {
      place.shelf.rows[place.row] = undefined;
      place.shelf.changed = true;
      this.shelf(partnerId).gained = true;
      return this.append(partnerId, key, merged, 'moved');
    }
    if (merged === present) return 'unchanged';
    place.shelf.rows[place.row] = merged;
    place.shelf.changed = true;
    return 'updated';
  }

  /** Whether putting a deal with a partner would change what stands there. */
  wouldChange(partnerId: string, incoming: Deal, loaded: ReadonlySet<keyof Deal>): boolean {
    const present = this.find(dealKey(incoming));
    return present?.partnerId !== partnerId || mergeDeal(present.deal, incoming, loaded) !== present.deal;
  }

  /** Every deal with the partner that has it. */
  *deals(): Generator<{ readonly deal: Deal; readonly partnerId: string }> {
    for (const { id, rows } of this.shelves.values()) {
      for (const deal of rows) if (deal) yield { deal, partnerId: id };
    }
  }

  *partners(): Generator<PartnerDeals> {
    for (const shelf of this.shelves.values()) {
      yield { ...shelf, slots: shelf.rows, rows: shelf.rows.filter((deal) => deal !== undefined) };
    }
  }

  private append(partnerId: string, key: string, deal: Deal, change: 'created' | 'moved'): Change {
    const shelf = this.shelf(partnerId);
    this.load(
      partnerId,
      (Object.keys(deal) as (keyof Deal)[]).filter((field) => deal[field] !== undefined),
    );
    this.places.set(key, { shelf, row: shelf.rows.push(deal) - 1 });
    shelf.changed = true;
    return change;
  }

  private shelf(partnerId: string): Shelf {
    const shelf = this.shelves.get(partnerId);
    if (!shelf) throw new Error(`The partner ${partnerId} was not added to the book of deals.`);
    return shelf;
  }
}

/** The deal with the loaded fields of the incoming one; the same object when that changes nothing. */
function mergeDeal(present: Deal, incoming: Deal, loaded: ReadonlySet<keyof Deal>): Deal {
  const changed = [...loaded].filter((field) => present[field] !== incoming[field]);
  if (changed.length === 0) return present;
  return { ...present, ...Object.fromEntries(changed.map((field) => [field, incoming[field]])) };
}
