import { createBulletinActivities } from './bulletin-activities.js';
import { createCampaignActivities } from './campaign-activities.js';
import type { Deps } from './deps.js';
import { createDeskActivities } from './desk-activities.js';
import { createIntakeActivities } from './intake-activities.js';
import { createMailboxActivities } from './mailbox-activities.js';
import { createRoundActivities } from './round-activities.js';
import { createTaskActivities } from './task-activities.js';

export type Activities = ReturnType<typeof createActivities>;

/** Every activity of the office, over one set of parts. */
export function createActivities(deps: Deps) {
  return {
    ...createCampaignActivities(deps),
    ...createRoundActivities(deps),
    ...createTaskActivities(deps),
    ...createDeskActivities(deps),
    ...createBulletinActivities(deps),
    ...createIntakeActivities(deps),
    ...createMailboxActivities(deps),
  };
}
