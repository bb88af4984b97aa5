import { Document, isCollection, isMap } from 'yaml';

/**
 * A YAML file as a careful person would write it: its schema named in the first line for the editor, a comment on what it
 * is, short entries on one line each. Of `foldedInside` each entry keeps its lines and what they hold goes on one. `comments` go before the top-level key of
 * their name.
 */
export function yamlFile(value, { schema, about, oneLine = [], foldedInside = [], comments = {} }) {
  const document = new Document(value);
  for (const pair of document.contents.items) {
    const key = pair.key.value;
    if (comments[key]) pair.key.commentBefore = ` ${comments[key]}`;
    if (oneLine.includes(key)) foldEntries(pair.value);
    if (foldedInside.includes(key)) for (const entry of pair.value.items) foldEntries(entry);
  }
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: true });
  return `# yaml-language-server: $schema=${schema}\n${about.map((line) => `# ${line}\n`).join('')}\n${text}`;
}

/** A list of texts goes on one line as a whole, of a list of maps each map, of a map each value. */
function foldEntries(node) {
  if (!isCollection(node)) return;
  if (isMap(node)) {
    for (const { value } of node.items) if (isCollection(value)) value.flow = true;
    return;
  }
  if (!node.items.some(isMap)) node.flow = true;
  for (const item of node.items) if (isMap(item)) item.flow = true;
}
