import { singleLine } from '../../units/clean-text.ts';

/** Text from anywhere as Markdown that shows exactly this text: no emphasis, links, HTML or table borders of its own. */
export function escapeMarkdown(text: string): string {
  return singleLine(text)
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&');
}

/** The same at the start of a line, where a sign or a number with a dot would open a heading, a list or a rule. */
export function escapeLine(text: string): string {
  return escapeMarkdown(text)
    .replace(/^(?:[#+=-]|:-)/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
