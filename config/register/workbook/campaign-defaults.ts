import { basename, extname } from 'node:path';
import type { Settings } from '../../settings.js';
import { codeSchema } from '../text-schema.js';

/** What stands for the sheet 行动 where a workbook has none. */
export interface FoundDefaults {
  readonly id?: string;
  readonly title?: string;
  /** Whoever our letters come from. */
  readonly sender?: { readonly name?: string; readonly email: string };
}

/** 辽宁省质量提升行动任务台账（2026年）.xlsx names the action 辽宁省质量提升行动. */
export function campaignDefaults(file: string, settings?: Pick<Settings, 'mail'>): FoundDefaults {
  const name = basename(file, extname(file)).normalize('NFC');
  const title = name
    .replace(/[（(][^）)]*[）)]/gu, '')
    .replace(/20\d\d年?度?/gu, '')
    .replace(/[\s_-]*(任务|责任)?(分工|分解)?(台账|清单|登记表|表)?[\s_-]*(终稿|定稿|最新|副本|v?\d+)*$/iu, '')
    .replace(/^[\s_-]+|[\s_-]+$/gu, '');
  const [id] = name.toLowerCase().match(/[a-z][a-z0-9-]*/) ?? [];
  const sender = settings && senderOf(settings.mail.from);
  return {
    id: codeSchema.safeParse(id).success && id !== undefined ? id : 'register',
    ...(/\p{sc=Han}/u.test(title) && { title }),
    ...(sender && { sender }),
  };
}

function senderOf(from: string): FoundDefaults['sender'] {
  const [, name, email = from] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/u.exec(from) ?? [];
  return { ...(name ? { name } : {}), email };
}
