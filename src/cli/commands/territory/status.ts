import { mattersToday } from '../../../app/territory/matters-today.ts';
import { territoryStatus } from '../../../app/territory/status.ts';
import { EXIT, type Command } from '../../command.ts';
import { workspaceOf } from '../../page-options.ts';
import { statusText } from '../../print/status-text.ts';

/** `cam`: how the territory stands, and the three things that matter today, each with its command. */
export const run: Command = async (line) => {
  const workspace = await workspaceOf(line);
  const status = territoryStatus(workspace);
  const { locale } = workspace.territory.config;
  const matters = mattersToday(status, { locale, isWorkbook: line.shared.home !== undefined });
  return {
    exitCode: EXIT.done,
    text: statusText(status, { matters, screen: line.screen, locale }),
    data: { ...status, today: matters.map(({ what, command }) => ({ what, command: `cam ${command}` })) },
  };
};
