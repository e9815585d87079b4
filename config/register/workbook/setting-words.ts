import type { Cell } from '../../../sheets/workbook.js';
import { fields } from '../fields.js';
import { bare, oneLine } from './cell-text.js';
import { cadenceKinds, chosen, escalationWays, publishWays } from './choice-words.js';
import { itemsOf } from './list-words.js';
import { addressesIn, splitPosts, writtenPost } from './post-words.js';

/** A setting of the campaign: where it belongs, what it is called, and how its cell is read. */
export interface Setting {
  readonly path: readonly [string] | readonly [string, string];
  /** The first is the one that is written. */
  readonly labels: readonly [string, ...string[]];
  readonly read: (text: string, cell: Cell | undefined) => unknown;
}

const line = (text: string): string => oneLine(text);
const post = (text: string): unknown => writtenPost(text);
const addresses = (text: string): string[] => {
  const found = addressesIn(text);
  return found.length > 0 ? found : itemsOf(text);
};

/** What the sheet 行动 holds, in the order in which it is written. */
export const campaignSettings: readonly Setting[] = [
  {
    path: ['id'],
    labels: ['标识', '台账编号', '行动标识', '编号', '台账标识'],
    read: (text) => text.normalize('NFKC').trim(),
  },
  { path: ['title'], labels: ['行动名称', '行动', '行动全称', '方案名称'], read: line },
  { path: ['issuer'], labels: ['编发单位', '发文机关', '印发单位', '发文单位', '调度单位'], read: line },
  { path: ['bulletin'], labels: ['简报名称', '简报'], read: line },
  { path: ['principles'], labels: ['工作原则', '原则', '基本原则'], read: itemsOf },
  { path: ['areas'], labels: ['质量领域', '领域', '工作领域'], read: itemsOf },
  { path: ['zone'], labels: ['时区'], read: line },
  { path: ['office'], labels: ['领导小组办公室', '领导小组办公室负责人'], read: post },
  { path: ['coordinators'], labels: ['调度员', '协调员'], read: (text) => splitPosts(text).map(coordinatorOf) },
  { path: ['bulletinTo'], labels: ['简报发送', '简报收件人', '简报发送范围'], read: addresses },
  { path: ['phone'], labels: ['联系电话', '电话', '值班电话'], read: line },
  { path: ['basis'], labels: ['依据文件', '依据', '文件依据'], read: line },
  {
    path: ['publish'],
    labels: ['印发方式', '简报发布方式', '简报印发方式'],
    read: (text) => chosen(publishWays, text),
  },
  { path: ['escalation'], labels: ['督办方式', '督办函方式'], read: (text) => chosen(escalationWays, text) },
];

/** `zqb1 质强办值班员 <zqb1@ln.example>`; without a code, the address up to the first dot or @. */
function coordinatorOf(text: string): unknown {
  const [, given, rest = text] = /^([a-zA-Z][\w-]*)[\s、：:]+(?=[^@]*\S)(.+)$/su.exec(text) ?? [];
  const { name, email } = writtenPost(rest);
  const code = given ?? email?.split(/[.@]/u)[0]?.toLowerCase();
  return Object.fromEntries(Object.entries({ code, name, email }).filter(([, value]) => value !== undefined));
}

const briskKeys = /Seconds$/;
const timeKeys: ReadonlySet<string> = new Set(['answerAt', 'lettersAt', 'lettersUntil', 'callsAt']);

/** What the sheet 调度节奏 holds for a kind of cadence. */
export function cadenceSettings(kind: 'calendar' | 'brisk'): readonly Setting[] {
  const keys = Object.keys(fields).flatMap((key) => /^campaign\.cadence\.(\w+)$/.exec(key)?.[1] ?? []);
  const shared: ReadonlySet<string> = new Set(['kind', ...(kind === 'calendar' ? ['settleMs'] : [])]);
  return keys
    .filter((key) => shared.has(key) || (key !== 'settleMs' && briskKeys.test(key) === (kind === 'brisk')))
    .map((key) => cadenceSetting(key));
}

function cadenceSetting(key: string): Setting {
  const label = fields[`campaign.cadence.${key}`]?.label ?? key;
  return {
    path: ['cadence', key],
    labels: [label, `${label}${unitOf(key)}`, key],
    read: key === 'kind' ? (text) => chosen(cadenceKinds, text) : timeKeys.has(key) ? timeOf : numberOf,
  };
}

function unitOf(key: string): string {
  if (key === 'settleMs') return '毫秒';
  return briskKeys.test(key) ? '秒' : '工作日';
}

/** Excel keeps 09:30 as the part of a day. */
function timeOf(text: string, cell: Cell | undefined): string {
  const minutes =
    cell?.kind === 'number' && typeof cell.value === 'number' ? Math.round(cell.value * 1440) : Number.NaN;
  if (minutes >= 0 && minutes < 1440) return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  const [, hour, minute] = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(text.normalize('NFKC').trim()) ?? [];
  return hour === undefined ? text.trim() : `${two(Number(hour))}:${minute}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

function numberOf(text: string): unknown {
  const half = text.normalize('NFKC').replace(/\s|个?工作日|日|天|毫秒|秒/gu, '');
  return half !== '' && Number.isFinite(Number(half)) ? Number(half) : text.trim();
}

const settings = {
  calendar: indexed([...campaignSettings, ...cadenceSettings('calendar')]),
  brisk: indexed([...campaignSettings, ...cadenceSettings('brisk')]),
};

function indexed(known: readonly Setting[]): ReadonlyMap<string, Setting> {
  return new Map(
    known.toReversed().flatMap((setting) => setting.labels.map((label) => [bare(label), setting] as const)),
  );
}

/** The setting a label means. */
export const settingFor = (label: string, kind: 'calendar' | 'brisk'): Setting | undefined => settings[kind].get(label);

/** Every label, for what a misspelt one may mean. */
export const settingLabels: readonly string[] = [...settings.calendar.values(), ...settings.brisk.values()].map(
  ({ labels: [first] }) => first,
);
