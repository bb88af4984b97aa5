import { changesIn } from './changes.ts';
import { questionAt, type Interview } from './interview.ts';
import { commandOf, commandOfName, type Command, type Key } from './key.ts';
import { back, check, closeList, goTo, leave, openList, sections } from './moves.ts';
import { pressLine } from './press-line.ts';
import { pressTyped } from './press-typed.ts';

/**
 * The interview after one key. Keys that mean nothing where it stands change nothing but the notice that says so; a finished or left
 * interview stays as it is.
 */
export function press(interview: Interview, key: Key): Interview {
  const quiet = interview.notice === undefined ? interview : { ...interview, notice: undefined };
  switch (interview.stage) {
    case 'asking':
      return pressQuestion(quiet, key);
    case 'jumping':
      return pressSection(quiet, key);
    case 'checking':
      return pressSummary(quiet, key);
    default:
      return interview;
  }
}

function pressQuestion(interview: Interview, key: Key): Interview {
  if (!interview.typed) return pressLine(interview, { key, command: commandOf(key) });
  // In a text letters are letters; a number or a day has none that could be meant.
  const command = questionAt(interview).kind === 'text' ? commandOfName(key) : commandAmongDigits(key);
  return pressTyped(interview, { key, command });
}

function commandAmongDigits(key: Key): Command | undefined {
  if ('press' in key) return commandOfName(key);
  const command = commandOf(key);
  return command === 'tick' ? undefined : command;
}

/** The list of sections; the summary is its last line. */
function pressSection(interview: Interview, key: Key): Interview {
  const found = sections(interview);
  const command = commandOf(key);
  if (command === 'up') return { ...interview, active: Math.max(0, interview.active - 1) };
  if (command === 'down') return { ...interview, active: Math.min(found.length, interview.active + 1) };
  if (command === 'quit') return leave(interview);
  if (command === 'back' || command === 'jump') return closeList(interview);
  const chosen = command === 'accept' ? interview.active : 'text' in key ? '123456789'.indexOf(key.text) : -1;
  if (chosen < 0 || chosen > found.length) return interview;
  const section = found[chosen];
  return section ? goTo(interview, section.start) : check(interview);
}

function pressSummary(interview: Interview, key: Key): Interview {
  const last = Math.max(0, changesIn(interview).length - 1);
  switch (commandOf(key)) {
    case 'accept':
      return { ...interview, stage: 'finished' };
    case 'back':
      return back(interview);
    case 'jump':
      return openList(interview);
    case 'quit':
      return leave(interview);
    case 'down':
      return { ...interview, active: Math.min(last, interview.active + 1) };
    case 'up':
      return { ...interview, active: Math.max(0, interview.active - 1) };
    default:
      return interview;
  }
}
