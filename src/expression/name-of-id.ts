/** The name by which a condition asks for the entry of an id: `first_calls` for `first-calls`, whose hyphen would be a minus sign. */
export function nameOfId(id: string): string {
  return id.replaceAll('-', '_').toLowerCase();
}
