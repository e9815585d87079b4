import type { WorkflowStartOptions } from '@temporalio/client';
import { officeQueue } from '../workflows/api.js';

/** How every workflow is started: once, and with a turn's time-out short enough that a dead worker costs seconds. */
export const startOnce = {
  taskQueue: officeQueue,
  workflowTaskTimeout: '5s',
  workflowIdConflictPolicy: 'USE_EXISTING',
  workflowIdReusePolicy: 'REJECT_DUPLICATE',
} as const satisfies Partial<WorkflowStartOptions>;
