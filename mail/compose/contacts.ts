import { postNames } from '../../domain/post-names.js';
import { day, instant } from './chinese-date.js';
import { paragraph, presentBlocks, type Block, type Draft } from './draft.js';
import { formLink, howToReply, numberedPoints, official } from './frame.js';
import type { ChangedContactModel, ConfirmContactsModel, WelcomeModel } from './letter-model.js';
import { roundName } from './round-name.js';
import { taskTable } from './task-table.js';
import { salutation, toneOf } from './tone.js';

type ContactsModel = ConfirmContactsModel | WelcomeModel | ChangedContactModel;

const replyWith = '联络员变更：姓名、职务、电话、邮箱';

const entryTable = ({ entries }: ConfirmContactsModel): Block => ({
  kind: 'table',
  columns: [
    { label: '岗位', width: 18, whole: true },
    { label: '姓名', width: 20 },
    { label: '邮箱', width: 42 },
    { label: '电话', width: 20 },
  ],
  rows: entries.map(({ post, name, email, phone = '' }) => [postNames[post], name, email, phone]),
});

/** 【联络员确认】, where the office asks apart from a 调度通知. */
const composeConfirm = (model: ConfirmContactsModel, zone: string): Draft => {
  const { ask, closing } = toneOf(model.party.relation);
  return {
    ...official(model, zone),
    subject: '【联络员确认】请核对贵单位双月调度联络登记',
    salutation: salutation(model.party),
    howToReply: `需要变更的，也可在此线以上写明“${replyWith}”。`,
    blocks: presentBlocks([
      paragraph(
        `为使双月调度函件及时送达，${ask}核对贵单位联络登记（见下表），并于${day(model.until, zone)}前告知，任选一种方式：`,
      ),
      ...numberedPoints([
        '登记无误的，打开确认链接，点“确认无误”。',
        `有变动的，在同一页面填写接任人员的姓名、电话、邮箱和起始日期；也可回复本邮件“${replyWith}”。`,
      ]),
      paragraph('联络员变更后，函件改发新邮箱，此前函件中的填报链接随之停用。', closing),
      entryTable(model),
      confirmLink(model.link, model.until, zone),
    ]),
  };
};

export const confirmLink = (url: string, until: string, zone: string): Block => ({
  kind: 'link',
  label: '联络员确认链接',
  url,
  note: `（仅供贵单位使用，至${day(until, zone)}有效）`,
});

/** To the new liaison; self-contained, for the letters so far went to somebody else. */
const composeWelcome = (model: WelcomeModel, zone: string): Draft => {
  const { party, post, open, campaign } = model;
  const { ask, report } = toneOf(party.relation);
  const due = open && open.tasks.length > 0 ? open : undefined;
  return {
    ...official(model, zone),
    subject: `【联络员登记】${campaign.title}双月调度联络员已变更${due ? `，尚有${due.tasks.length}项任务待报` : ''}`,
    salutation: salutation(party),
    ...(due && { howToReply: howToReply(due.tasks) }),
    blocks: presentBlocks([
      paragraph(
        `贵单位${postNames[post]}已登记为本邮箱，此后双月调度函件发至本邮箱。`,
        '如非贵单位所定，请回复本邮件告知。',
      ),
      due
        ? paragraph(
            `截至${instant(model.at, zone)}，${roundName(due.round.round)}贵单位尚有${due.tasks.length}项任务待报（见下表），` +
              `${ask}于${instant(due.round.answerBy, zone)}前${report}；已过应报日的请尽快补报。此前函件中的填报链接已经停用，请用下面的链接。`,
          )
        : paragraph('目前没有待报事项，下次调度通知将发至本邮箱。此前函件中的填报链接已经停用。'),
      due && taskTable(due.tasks, ['goal', 'scope', 'last', 'deadline', 'answerBy'], { zone }),
      due && formLink(due.link, due.round.closesAt, zone),
    ]),
  };
};

const origins = { page: '联络员确认页所填', reply: '来信' } as const;

/** A short receipt to who asked and to who held the post: a change nobody meant comes to light. */
const composeChanged = (model: ChangedContactModel, zone: string): Draft => {
  const { party, post, source, from, to, linksStopped } = model;
  return {
    ...official(model, zone),
    subject: `【联络员变更】已登记贵单位${postNames[post]}变更`,
    salutation: salutation(party),
    howToReply: '登记有误的，请在此线以上写明。',
    blocks: presentBlocks([
      paragraph(
        `按照贵单位${origins[source]}，${postNames[post]}${from ? `由${from}` : ''}变更为${to.name}（${to.email}），`,
        `自${instant(model.at, zone)}起函件发至新邮箱。`,
        linksStopped && '此前函件中的填报链接同时停用，新链接已发接任联络员。',
      ),
      paragraph('如非贵单位所提或登记有误，请即回复本邮件或电话告知，我办立即恢复原登记。感谢支持。'),
    ]),
  };
};

export const composeContacts = (model: ContactsModel, zone: string): Draft => {
  switch (model.about) {
    case 'confirm':
      return composeConfirm(model, zone);
    case 'welcome':
      return composeWelcome(model, zone);
    case 'changed':
      return composeChanged(model, zone);
  }
};
