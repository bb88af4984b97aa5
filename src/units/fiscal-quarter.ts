/** A fiscal year by its number, e.g. 2026 for FY26. */
export type FiscalYear = number & { readonly unit: 'FiscalYear' };

/** A quarter of the vendor's fiscal year, written `FY26-Q3`. */
export interface FiscalQuarter {
  readonly year: FiscalYear;
  readonly quarter: 1 | 2 | 3 | 4;
}

/** `FY26`. */
export function formatFiscalYear(year: FiscalYear): string {
  return `FY${String(year % 100).padStart(2, '0')}`;
}

/** `FY26-Q3`. */
export function formatFiscalQuarter({ year, quarter }: FiscalQuarter): string {
  return `${formatFiscalYear(year)}-Q${quarter}`;
}

/** Reads `FY26` or `FY2026`, years 2000 to 2099; undefined for anything else. */
export function parseFiscalYear(text: string): FiscalYear | undefined {
  const match = /^FY(?:20)?(\d{2})$/i.exec(text);
  return match ? ((2000 + Number(match[1])) as FiscalYear) : undefined;
}

/** Reads `FY26-Q3`; undefined for anything else. */
export function parseFiscalQuarter(text: string): FiscalQuarter | undefined {
  const match = /^(FY(?:20)?\d{2})-Q([1-4])$/i.exec(text);
  const year = match && parseFiscalYear(match[1]!);
  return match && year ? { year, quarter: Number(match[2]) as 1 | 2 | 3 | 4 } : undefined;
}

/** The quarter `quarters` later (earlier when negative). */
export function addQuarters({ year, quarter }: FiscalQuarter, quarters: number): FiscalQuarter {
  const index = year * 4 + (quarter - 1) + quarters;
  return { year: Math.floor(index / 4) as FiscalYear, quarter: ((index % 4) + 1) as 1 | 2 | 3 | 4 };
}
