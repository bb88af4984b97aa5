import { parseYaml } from '../../../input/parse-yaml.ts';
import { placeProblemsIn } from '../../../input/problem.ts';

/** A mapping of a YAML file as it was written, without the defaults and conversions of its schema. */
export type RawMapping = Readonly<Record<string, unknown>>;

/** Reads a YAML text that was found sound before. */
export function rawMapping(text: string, file: string): RawMapping {
  const { value } = parseYaml(text, placeProblemsIn(file, text));
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as RawMapping) : {};
}

/** The entries of a list as they were written; none where the key is left out. */
export function rawList(mapping: RawMapping, key: string): readonly unknown[] {
  const value = mapping[key];
  return Array.isArray(value) ? value : [];
}
