import { day, instant } from './chinese-date.js';
import { paragraph, presentBlocks, type Block, type Draft } from './draft.js';
import { annexes, hasContacts } from './escalation-annex.js';
import { howToReply, official } from './frame.js';
import type { EscalationModel } from './letter-model.js';
import { roundNumber } from './round-name.js';
import { formalSalutation, toneOf } from './tone.js';

const duty = ({ campaign, round, tasks, at }: EscalationModel, zone: string): string => {
  const basis = campaign.basis ? `${campaign.basis}和` : '';
  return (
    `按照${basis}双月调度安排，贵单位牵头的以下${tasks.length}项任务应于${day(round.answerBy, zone)}前` +
    `报送第${roundNumber(round.round)}次进展情况。截至${instant(at, zone)}，我办尚未收到。`
  );
};

/** Names only what happened: letters, the section that got a copy, calls. */
const contacted = (model: EscalationModel): string => {
  const { sent, calls } = model;
  const section = sent.some(({ to, cc }) => [...to, ...cc].includes('section'));
  const deeds = [
    sent.length > 0 && `通知${sent.length}次`,
    section && '并与贵单位承办处室联系',
    calls.length > 0 && `电话联系${calls.length}次`,
  ].filter(Boolean);
  return deeds.length > 0 ? `其间已${deeds.join('，')}，情况见附件。` : '';
};

const request = (model: EscalationModel, zone: string): string => {
  const until = day(model.makeUpBy ?? model.round.closesAt, zone);
  return (
    '相关情况将汇总报领导小组。请呈贵单位分管负责同志阅示，' +
    `并商请协调有关处室于${until}前${toneOf(model.party.relation).report}；` +
    '如任务分工、目标或时限确需调整，请一并函告理由和建议，我办按程序报批。'
  );
};

const annexNames = (model: EscalationModel): Block => ({
  kind: 'lines',
  lines: hasContacts(model) ? ['附件：1．未报任务清单', '　　　2．通知、提示和联系记录'] : ['附件：未报任务清单'],
});

/** 督办函, to the party's head; drafted by us, sent only when signed. */
export const composeEscalation = (model: EscalationModel, zone: string): Draft => {
  const { campaign, party, tasks, documentNo, signedBy } = model;
  const title = `关于商请协调报送${campaign.title}有关任务进展情况的函`;
  return {
    ...official(model, zone),
    subject: title,
    title,
    ...(documentNo ? { documentNo } : {}),
    ...(signedBy ? { signedBy } : {}),
    salutation: formalSalutation(party),
    howToReply: howToReply(tasks),
    sealed: true,
    blocks: presentBlocks([
      paragraph(duty(model, zone), contacted(model)),
      paragraph(request(model, zone)),
      paragraph(toneOf(party.relation).formalClosing),
      annexNames(model),
      ...annexes(model, zone),
    ]),
  };
};
