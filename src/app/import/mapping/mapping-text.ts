import type { ImportMapping } from '../../../schema/import-mapping.ts';

/** Lines a person still has to look at, beneath what is known. */
export interface LinesToCheck {
  readonly columns: readonly string[];
  readonly stages: readonly string[];
  readonly end: readonly string[];
}

const NOTHING_TO_CHECK: LinesToCheck = { columns: [], stages: [], end: [] };

/**
 * Text of a mapping file.
 * @param head comment lines without their #
 */
export function mappingText(
  head: readonly string[],
  mapping: ImportMapping,
  toCheck: LinesToCheck = NOTHING_TO_CHECK,
): string {
  const { headers, sheet } = mapping;
  return [
    '# yaml-language-server: $schema=../.cam/schemas/import-mapping.json',
    ...head.map((line) => `# ${oneLine(line)}`),
    ...line('kind', mapping.kind),
    ...line('sheet', sheet === undefined ? undefined : quoted(sheet)),
    ...line('header', mapping.header),
    ...line('shape', mapping.shape === undefined ? undefined : quoted(mapping.shape)),
    ...(headers === undefined ? [] : ['headers:', ...headers.map((header) => `  - ${quoted(header)}`)]),
    ...line('source', mapping.source === undefined ? undefined : quoted(mapping.source)),
    ...block('columns', [...quotedEntries(mapping.columns, quoted, plainly), ...toCheck.columns]),
    ...block('stages', [...quotedEntries(mapping.stages, plainly), ...toCheck.stages]),
    ...block('types', quotedEntries(mapping.types, plainly)),
    ...block('forecast_categories', quotedEntries(mapping.forecast_categories, plainly)),
    ...block('partners', quotedEntries(mapping.partners, plainly)),
    ...block('partner_types', quotedEntries(mapping.partner_types, plainly)),
    ...line('partner_type', mapping.partner_type),
    ...line('date_order', mapping.date_order),
    ...line('decimal', mapping.decimal === undefined ? undefined : quoted(mapping.decimal)),
    ...line('currency', mapping.currency),
    ...toCheck.end,
    '',
  ].join('\n');
}

/** JSON's quotes are YAML's too, whatever the text holds. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** A label or name as a key. Upper and lower case are one to whoever reads it, and `__proto__` is a key that no file may have. */
export function quotedKey(label: string): string {
  return quoted(label === '__proto__' ? label.toUpperCase() : label);
}

/** Text as a comment may hold it. */
export function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}

function line(key: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${key}: ${value}`];
}

function block(key: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${key}:`, ...lines];
}

function quotedEntries(
  entries: Readonly<Record<string, string | null | undefined>>,
  write: (value: string) => string = quoted,
  writeKey: (key: string) => string = quotedKey,
): string[] {
  return Object.entries(entries).flatMap(([key, value]) => {
    if (value === undefined) return [];
    return [`  ${writeKey(key)}:${value === null ? '' : ` ${write(value)}`}`];
  });
}

/** Ids and words of ours need no quotes, but for what YAML takes for something else. */
function plainly(word: string): string {
  return /^[a-z][a-z_-]*$/.test(word) && !/^(null|true|false|yes|no|on|off|y|n)$/.test(word) ? word : quoted(word);
}
