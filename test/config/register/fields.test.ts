import { describe, expect, it } from '@jest/globals';
import { briskCadenceSchema, calendarCadenceSchema } from '../../../config/register/cadence-schema.js';
import { campaignSchema, quietDaysSchema } from '../../../config/register/campaign-schema.js';
import { keysUnder } from '../../../config/register/fields.js';
import { partySchema } from '../../../config/register/party-schema.js';
import { taskSchema } from '../../../config/register/task-schema.js';

describe('every key of a register has its Chinese words', () => {
  it.each([
    ['campaign', [...Object.keys(campaignSchema.shape), 'cadence', 'quietDays']],
    ['campaign.quietDays', Object.keys(quietDaysSchema.element.shape)],
    ['campaign.cadence', [...new Set([calendarCadenceSchema, briskCadenceSchema].flatMap((schema) => Object.keys(schema.in.shape)))]], // prettier-ignore
    ['parties', Object.keys(partySchema.shape)],
    ['parties.liaisons', Object.keys(partySchema.shape.liaisons.element.shape)],
    ['tasks', Object.keys(taskSchema.shape)],
    ['tasks.targets', Object.keys(taskSchema.shape.targets.unwrap().element.shape)],
  ])('%s', (path, keys) => {
    expect(keysUnder(path.split('.')).toSorted()).toEqual(keys.toSorted());
  });
});
