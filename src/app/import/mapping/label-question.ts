import type { Deal } from '../../../schema/deal.ts';
import type { ImportMapping } from '../../../schema/import-mapping.ts';
import { cutText } from '../../../units/cut-text.ts';
import type { UnknownLabel } from './open-questions.ts';
import type { MappingItem } from './question.ts';

/** Whether deals with a label are open, won or lost. */
export function labelQuestion({ label, rows, guess }: UnknownLabel, { stages }: ImportMapping): MappingItem {
  const shown = cutText(label, 60);
  return {
    question: {
      message: `"${shown}" stands in ${rows} ${rows === 1 ? 'row' : 'rows'}: such a deal is`,
      choices: [
        { value: 'open', name: 'open' },
        { value: 'won', name: 'won' },
        { value: 'lost', name: 'lost' },
      ],
      proposal: guess,
    },
    take: (answer) => ({ stages: { ...stages, [label]: answer as Deal['status'] } }),
  };
}
