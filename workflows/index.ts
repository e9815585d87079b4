export { bulletin } from './bulletin.js';
export { campaign } from './campaign.js';
export { desk } from './desk.js';
export { intake } from './intake.js';
export { round } from './round.js';
export { task } from './task.js';
