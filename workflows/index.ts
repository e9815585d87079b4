export { arrivals } from './arrivals.js';
export { bulletin } from './bulletin.js';
export { campaign } from './campaign.js';
export { desk } from './desk.js';
export { intake } from './intake.js';
export { mailbox } from './mailbox.js';
export { round } from './round.js';
export { task } from './task.js';
