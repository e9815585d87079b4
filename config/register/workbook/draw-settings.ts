import type { DrawnSheet } from '../../../sheets/write-workbook.js';
import { fieldAt } from '../fields.js';
import type { RegisterContent } from '../register-hash.js';
import { writtenCadence } from '../written-cadence.js';
import { cadenceKinds, escalationWays, publishWays, wordFor } from './choice-words.js';
import { joinedItems } from './list-words.js';
import { cadenceSettings, campaignSettings } from './setting-words.js';
import { expectedInSheet } from './sheet-sentence.js';

const columns = [
  { heading: '项目', width: 20 },
  { heading: '内容', width: 60 },
  { heading: '说明', width: 56 },
];

/** The sheet 行动: a setting a row, with what it should hold. */
export function drawCampaign({ campaign }: RegisterContent): DrawnSheet {
  const values: Readonly<Record<string, string | undefined>> = {
    ...campaign,
    principles: joinedItems(campaign.principles),
    areas: joinedItems(campaign.areas),
    office: post(campaign.office),
    coordinators: campaign.coordinators.map((each) => `${each.code} ${post(each)}`).join('；'),
    bulletinTo: campaign.bulletinTo.join('；'),
    publish: wordFor(publishWays, campaign.publish),
    escalation: wordFor(escalationWays, campaign.escalation),
  };
  const rows = campaignSettings.map(({ path, labels: [label] }) => [label, values[path[0]], explained(path)]);
  return { name: '行动', columns, rows };
}

/** The sheet 调度节奏: every number of the cadence, also those that are as usual. */
export function drawCadence({ cadence }: RegisterContent): DrawnSheet {
  const values = writtenCadence(cadence);
  const rows = cadenceSettings(cadence?.kind ?? 'calendar').map(({ path, labels: [label] }) => {
    const value = values[path[1] ?? ''];
    return [label, path[1] === 'kind' ? wordFor(cadenceKinds, String(value)) : value, explained(path)];
  });
  return { name: '调度节奏', columns, rows };
}

/** The sheet 静默期. */
export function drawQuietDays({ quietDays = [] }: RegisterContent, nameOf: (code: string) => string): DrawnSheet {
  return {
    name: '静默期',
    columns: ['首日', '末日', '地区', '单位'].map((heading) => ({ heading, width: 18, centred: true })),
    rows: quietDays.map(({ from, to, region, party }) => [
      from,
      to,
      region,
      party === undefined ? party : nameOf(party),
    ]),
  };
}

const post = ({ name, email }: { readonly name: string; readonly email: string }): string => `${name} <${email}>`;

const explained = (path: readonly string[]): string =>
  expectedInSheet(['campaign', ...path]) ?? fieldAt(['campaign', ...path])?.expected ?? '';
