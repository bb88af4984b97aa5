/** Where questions are drawn: on stderr when stdout carries JSON for a script. */
export function promptOutput(json: boolean): { readonly output?: NodeJS.WritableStream } {
  return json ? { output: process.stderr } : {};
}
