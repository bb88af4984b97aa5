/** The newest Node whose engine was seen to know a setting; one that does not know it would complain on stderr. */
const KNOWN_UP_TO = { 'interrupt-budget': 20, 'heap-growing-percent': 26 } as const;

/** Sets a number of the engine where it is known: no answer depends on it, only time and memory. */
export function setEngineFlag(name: keyof typeof KNOWN_UP_TO, value: number): void {
  if (Number.parseInt(process.versions.node, 10) > KNOWN_UP_TO[name]) return;
  process.getBuiltinModule('node:v8').setFlagsFromString(`--${name}=${value}`);
}
