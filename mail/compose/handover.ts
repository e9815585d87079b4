import { paragraph, presentBlocks, type Draft } from './draft.js';
import { official } from './frame.js';
import type { HandoverModel } from './letter-model.js';
import { roundName } from './round-name.js';
import { salutation } from './tone.js';

const moved = ({ tasks }: HandoverModel): string =>
  tasks.map(({ number, title, to }) => `任务${number}“${title}”改由${to}牵头`).join('；');

/** 移交: one line to the party that led the task until now. */
export const composeHandover = (model: HandoverModel, zone: string): Draft => ({
  ...official(model, zone),
  subject: `【移交】${roundName(model.round.round)}${model.tasks.length}项任务牵头单位调整`,
  salutation: salutation(model.party),
  blocks: presentBlocks([
    paragraph(
      `自即日起，${moved(model)}，本期无需再由贵单位报送；此前报送情况予以保留，后续材料请转新牵头单位。感谢支持。`,
    ),
  ]),
});
