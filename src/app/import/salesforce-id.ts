/**
 * The 18-character form of a 15-character id: reports show the short one, data exports the long one, and they are one
 * record. The three further characters say which letters are capitals. Any other text is returned as it is.
 */
export function longSalesforceId(id: string): string {
  if (!/^[A-Za-z0-9]{15}$/.test(id)) return id;
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
  const suffix = [0, 5, 10].map((start) => {
    const bits = [...id.slice(start, start + 5)].map((character, place) => (/[A-Z]/.test(character) ? 1 << place : 0));
    return alphabet[bits.reduce((sum, bit) => sum + bit, 0)];
  });
  return id + suffix.join('');
}

/** Whether a name is the id of an account: it stands for the name where an export has no better one. */
export function isCrmId(text: string): boolean {
  return /^001[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$/.test(text);
}
