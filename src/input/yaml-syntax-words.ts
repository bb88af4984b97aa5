/** What the YAML library's error codes mean to somebody who edits a file by hand, and what to do. */
export const YAML_SYNTAX_WORDS: Readonly<Record<string, { readonly message: string; readonly remedy?: string }>> = {
  TAB_AS_INDENT: { message: 'the line is indented with a tab', remedy: 'Indent with spaces.' },
  BAD_INDENT: { message: 'the indentation does not fit, or a bracket is not closed' },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a second ": " stands on the line, or a line above is indented differently',
    remedy: 'Put text that holds ": " in quotes, and give the keys of one block the same indentation.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'a key runs over several lines',
    remedy: 'Write "key: value", and give the keys of one block the same indentation.',
  },
  MISSING_CHAR: { message: 'a quote, comma or bracket is missing' },
  BAD_SCALAR_START: { message: 'text cannot start with this character', remedy: 'Put the text in quotes.' },
  UNEXPECTED_TOKEN: { message: 'this does not fit what stands before it', remedy: 'Put the text in quotes.' },
  BAD_DQ_ESCAPE: {
    message: 'the backslash is not followed by a known character',
    remedy: 'Use single quotes, or write two backslashes.',
  },
  BAD_ALIAS: { message: 'an alias has no name', remedy: 'Put text that starts with * in quotes.' },
  ALIAS_PROPS: { message: 'an alias cannot have a tag or an anchor' },
  MULTIPLE_DOCS: { message: 'the file holds a second document', remedy: 'Remove the line "---".' },
  MULTIPLE_ANCHORS: { message: 'a value has two anchors' },
  MULTIPLE_TAGS: { message: 'a value has two tags' },
  BAD_PROP_ORDER: { message: 'an anchor or a tag stands in the wrong place' },
  BAD_DIRECTIVE: { message: 'a line that starts with % is not understood', remedy: 'Remove the line.' },
  BAD_COLLECTION_TYPE: { message: 'the tag does not fit the value', remedy: 'Remove the tag.' },
  BLOCK_IN_FLOW: { message: 'an indented block stands inside brackets' },
  KEY_OVER_1024_CHARS: { message: 'a key is longer than 1,024 characters' },
  RESOURCE_EXHAUSTION: { message: 'the file is nested too deeply' },
  TAG_RESOLVE_FAILED: {
    message: 'the tag is not known',
    remedy: 'Remove the tag; text that starts with ! goes in quotes.',
  },
};
