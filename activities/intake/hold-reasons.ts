import type { ReadMail } from '../../mail/read/read-mail.js';
import type { AnswerReading } from './read-answer-mail.js';
import { foreignTasks, looseWords } from './read-reply.js';

/** Why a trusted reply still waits for a coordinator; its answers, if any, count all the same. */
export function holdReasons(mail: ReadMail, { read, asked, toEnter, doubts }: AnswerReading): readonly string[] {
  const reasons = [
    asked.length === 0 && '该单位在此调度期没有应报任务',
    ...(read.extension ?? []).map(
      ({ tasks, until }) =>
        `申请延期：任务${tasks.join('、')}${until ? `，至${until}` : '，未写明日期'}，请用 shuangyue extend 办理`,
    ),
    foreignTasks(read).length > 0 && `所报任务${foreignTasks(read).join('、')}不在该单位本期应报之列`,
    isUnheard(read) && asked.length > 0 && unheardReason({ read, toEnter }),
    ...doubts,
    mail.charsetDoubtful && '部分文字无法解码，请核对原件',
    mail.truncated && '正文过长，只读取了前一部分',
    mail.unreadable !== undefined && '邮件结构异常，只读出一部分',
  ];
  return reasons.filter((reason) => reason !== false);
}

function isUnheard({ answers, extension, contactChange }: AnswerReading['read']): boolean {
  return answers.length === 0 && extension === undefined && contactChange === undefined;
}

function unheardReason({ read, toEnter }: Pick<AnswerReading, 'read' | 'toEnter'>): string | false {
  if (looseWords(read).length > 0) return '未能分项：该单位有多项任务，来文未写明各属哪一项';
  if (toEnter.length > 0) return '仅有附件，待录入';
  return read.unplaced.length === 0 && '未能识别报送内容';
}
