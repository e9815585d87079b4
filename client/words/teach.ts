import { englishLessons } from '../teach/lessons-en.js';
import { chineseLessons } from '../teach/lessons-zh.js';
import { topics } from '../teach/topics.js';

/** What help says around lessons and topics. */
const chinese = {
  lessons: chineseLessons,
  topics: topics.zh,
  when: '何时用：',
  examples: '例：',
  next: '之后：',
  rule: '规则：',
  more: (names: string) => `专题：shuangyue help ${names}`,
  firstTime: '第一次用：shuangyue help 开始',
  unknownTopic: (given: string, near: string | undefined, known: string) =>
    `没有命令或专题“${given}”${near === undefined ? '' : `，是否指 ${near}`}；专题有：${known}；命令见 shuangyue help。`,
};

const english: typeof chinese = {
  lessons: englishLessons,
  topics: topics.en,
  when: 'When: ',
  examples: 'Examples:',
  next: 'Then: ',
  rule: 'Rule: ',
  more: (names) => `Topics: shuangyue help ${names}`,
  firstTime: 'The first time: shuangyue help start-here',
  unknownTopic: (given, near, known) =>
    `There is no command or topic "${given}".${near === undefined ? '' : ` Did you mean ${near}?`} Topics: ${known}; commands: shuangyue help.`,
};

export const teachWords = { zh: chinese, en: english };
