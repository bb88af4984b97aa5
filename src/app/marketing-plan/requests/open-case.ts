import { openWorkspace, type Workspace } from '../../territory/open-workspace.ts';
import { whileLocked, type ChangeSetting } from '../../partner-changes/change-setting.ts';
import { findCampaign, type CampaignWish, type FoundCampaign } from './find-campaign.ts';

/** A campaign of a territory whose money is dealt with, and where forms go. */
export interface FundingRequest extends ChangeSetting, CampaignWish {
  /** Folder of everything generated, absolute. */
  readonly out: string;
  /** Replaces forms edited by hand, too. */
  readonly force: boolean;
}

/**
 * Reads the territory and finds the campaign while other writers wait, so that two requests at once never take the same money.
 * @throws Failure as `openWorkspace` and `findCampaign` do
 */
export function withCampaignLocked<T>(
  request: FundingRequest,
  action: (workspace: Workspace, found: FoundCampaign) => Promise<T>,
): Promise<T> {
  return whileLocked(request, async () => {
    const { root, today, asOf } = request;
    const workspace = await openWorkspace({ currentFolder: root, workspace: root, today, asOf });
    return action(workspace, findCampaign(workspace, request));
  });
}
