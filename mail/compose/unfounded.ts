import { paragraph, presentBlocks, type Draft } from './draft.js';
import { official } from './frame.js';
import type { UnfoundedModel } from './letter-model.js';
import { roundName } from './round-name.js';
import { formerLetter } from './settled.js';
import { nameTable } from './task-table.js';
import { formalSalutation } from './tone.js';

/** Tells the head that the 督办函 was unfounded: our own letters had not arrived. */
export const composeUnfounded = (model: UnfoundedModel, zone: string): Draft => {
  const { campaign, party, round, tasks } = model;
  return {
    ...official(model, zone),
    subject: `【情况说明】${campaign.title}${roundName(round.round)}督办函所列${tasks.length}项任务予以撤回`,
    salutation: formalSalutation(party),
    blocks: presentBlocks([
      paragraph(
        `${formerLetter(model, zone)}商请协调报送${roundName(round.round)}${tasks.length}项任务进展情况。`,
        '经核对，我办此前致贵单位联络员的邮件被退回，未能送达，贵单位并非未予报送。',
        '该函所请事项予以撤回，相关情况不列入简报，特此说明并致歉。',
      ),
      paragraph('烦请告知现任联络员的职务、电话和邮箱，我办将重新发送调度通知并顺延报送时间。感谢支持。'),
      nameTable(tasks),
    ]),
  };
};
