import type { Ask, Conversation, Ending } from '../../../app/interview/conversation.ts';
import type { Screen } from '../../command.ts';
import { atExit } from '../../process-events.ts';
import { promptOutput } from '../prompt-output.ts';
import { drawInterview } from './draw-interview.ts';
import { keyQueue, type KeyQueue } from './key-queue.ts';
import type { Space } from './rows.ts';

// A screen of its own, as an editor has: what stood there before comes back, and a changed window size cannot garble it.
// Long rows are cut by the terminal; what is pasted is marked as such.
const ENTER_SCREEN = '\u001b[?1049h\u001b[?7l\u001b[?2004h';
const LEAVE_SCREEN = '\u001b[?2004l\u001b[?7h\u001b[?25h\u001b[?1049l';
const HOME = '\u001b[H';
const CLEAR_TO_END_OF_LINE = '\u001b[K';
const CLEAR_BELOW = '\u001b[J';
const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';

/**
 * Lends the terminal to interviews for the time of `action`, one after the other; keys pressed ahead go from one to the next.
 * The terminal is as it was afterwards, also when the program is ended from outside.
 */
export async function onInterviewScreen<T>(
  { screen, json }: { readonly screen: Screen; readonly json: boolean },
  action: (ask: Ask) => Promise<T>,
): Promise<T> {
  const output = (promptOutput(json).output ?? process.stdout) as NodeJS.WriteStream;
  const keys = keyQueue(process.stdin);
  let entered = true;
  const leave = (): void => {
    if (!entered) return;
    entered = false;
    process.stdin.setRawMode(false);
    output.write(LEAVE_SCREEN);
  };
  atExit(leave);
  output.on('resize', keys.wake);
  process.stdin.setRawMode(true);
  output.write(ENTER_SCREEN);
  try {
    return await action((conversation) => converse(conversation, { keys, output, screen }));
  } finally {
    keys.close();
    leave();
    output.off('resize', keys.wake);
  }
}

interface Terminal {
  readonly keys: KeyQueue;
  readonly output: NodeJS.WriteStream;
  readonly screen: Screen;
}

/** What is on the screen is safe on the disk: answers are kept before the next question is drawn. */
async function converse(conversation: Conversation, { keys, output, screen }: Terminal): Promise<Ending> {
  let { opening } = conversation;
  for (;;) {
    output.write(frame({ ...conversation, opening }, spaceOf(output, screen)));
    const pressed = await keys.next();
    if (pressed.length > 0) opening = [];
    for (const [index, key] of pressed.entries()) {
      if (key !== 'interrupt') conversation.press(key);
      const over = conversation.view().stage === 'over';
      if (!over && key !== 'interrupt') continue;
      keys.putBack(pressed.slice(index + 1));
      await conversation.save();
      return over ? 'ended' : 'interrupted';
    }
    await conversation.save();
  }
}

function frame(conversation: Conversation, space: Space): string {
  const { title, opening } = conversation;
  const view = conversation.view();
  if (view.stage === 'over') return '';
  const { lines, cursor } = drawInterview({ title, opening, view, beside: conversation.beside() }, space);
  const rows = lines.map((line) => `${line}${CLEAR_TO_END_OF_LINE}`).join('\r\n');
  const place = cursor ? `\u001b[${cursor.row + 1};${cursor.column + 1}H${SHOW_CURSOR}` : '';
  return `${HIDE_CURSOR}${HOME}${rows}${CLEAR_BELOW}${place}`;
}

function spaceOf({ columns = 80, rows = 24 }: NodeJS.WriteStream, { unicode, colour }: Screen): Space {
  return { width: columns, height: rows, unicode, colour };
}
