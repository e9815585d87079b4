/** Carries the workflow's time to the activities it asks for. */
export const clockHeader = 'rehearsed-at';
