import { instant } from './chinese-date.js';
import { paragraph, presentBlocks, type Block, type Draft } from './draft.js';
import { internal } from './frame.js';
import type { NoteModel, NoteTopic } from './letter-model.js';

/** In the order in which a coordinator wants to read them. */
const topics: Readonly<Record<NoteTopic, string>> = {
  unsigned: '待签发',
  withheld: '暂缓发出',
  bounce: '退信',
  held: '待核来件',
  doubtful: '送达待查',
  other: '其他事项',
};

const section = ({ notes }: NoteModel, topic: NoteTopic): readonly Block[] => {
  const texts = notes.filter((note) => (note.topic ?? 'other') === topic && note.text.trim() !== '');
  if (texts.length === 0) return [];
  return [
    { kind: 'heading', text: `${topics[topic]}（${texts.length}件）` },
    { kind: 'lines', lines: texts.map(({ text }, i) => `${i + 1}．${text.trim()}`) },
  ];
};

/** What the coordinators are to know, one letter an instant. */
export const composeNote = (model: NoteModel, zone: string): Draft => {
  const told = model.notes.filter(({ text }) => text.trim() !== '');
  const first = told[0]?.text.trim() ?? '';
  return {
    ...internal(model, zone),
    subject: told.length === 1 && first.length <= 40 ? `【办理提示】${first}` : `【办理提示】${told.length}件事项待办`,
    salutation: '协调岗位：',
    blocks: presentBlocks([
      paragraph(`截至${instant(model.at, zone)}，${model.campaign.title}有以下${told.length}件事项请办理。`),
      ...(Object.keys(topics) as NoteTopic[]).flatMap((topic) => section(model, topic)),
    ]),
  };
};
