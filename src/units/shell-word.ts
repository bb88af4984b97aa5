/** A name or path as a terminal takes it for one word: in quotes where it holds more than plain signs. */
export function shellWord(text: string): string {
  return /[^\w./\\:-]/.test(text) ? JSON.stringify(text) : text;
}
