import type { Block } from '../../../document/block.ts';
import { blockHeading } from '../../../document/block-heading.ts';
import { formatSentence, formatValue, type FormatOptions } from '../../../units/format.ts';
import type { Sentence } from '../../../units/sentence.ts';
import { statusText } from './table-columns.ts';

/** One line of words on the summary. */
export interface TextLine {
  readonly text: string;
  readonly font: 'body' | 'soft' | 'strong';
}

/** The words of a block, line by line; none for blocks of figures, which stand in cells. */
export function textLines(block: Block, format: FormatOptions): TextLine[] {
  const say = (sentence: Sentence | undefined): string => (sentence ? formatSentence(sentence, format) : '');
  const heading = (): TextLine[] => lines('strong', blockHeading(block, format).heading ?? '');
  switch (block.kind) {
    case 'paragraph':
      return lines('body', say(block.text));
    case 'bullets':
      return [...heading(), ...block.items.flatMap((item) => lines('body', `\u2022 ${say(item)}`))];
    case 'numbered':
      return [
        ...heading(),
        ...block.items.flatMap(({ lead, detail, owner }, index) => [
          ...lines('body', `${index + 1}  ${say(lead)}`),
          ...lines('soft', [say(detail), say(owner)].filter(Boolean).join(' \u00b7 ')),
        ]),
      ];
    case 'panel':
      return [
        ...heading(),
        ...block.items.flatMap(({ lead, detail }) => [...lines('body', say(lead)), ...lines('soft', say(detail))]),
      ];
    case 'status':
      return lines('body', [statusText(block.status), say(block.note)].filter(Boolean).join(': '));
    case 'timeline':
      return [
        ...heading(),
        ...block.points.flatMap(({ date, label, done }) =>
          lines('body', `${formatValue(date, format)}  ${say(label)}${done ? '' : ' (ahead)'}`),
        ),
      ];
    case 'key-figures':
    case 'scores':
    case 'table':
    case 'lines':
    case 'columns':
    case 'bars':
    case 'clusters':
      return [];
  }
}

function lines(font: TextLine['font'], text: string): TextLine[] {
  return text === '' ? [] : [{ text, font }];
}
