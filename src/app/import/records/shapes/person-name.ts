import type { RowValues } from '../record-kind.ts';

/** A person's name from one column, or from first and last name. */
export function personName(values: RowValues, field: string): string | undefined {
  const whole = values[field];
  if (whole !== undefined) return String(whole);
  const parts = [values['first_name'], values['last_name']].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** The values without those named. */
export function without(values: RowValues, ...names: readonly string[]): RowValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}
