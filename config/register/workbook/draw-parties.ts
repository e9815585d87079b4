import type { Party, PostKind } from '../../../domain/register.js';
import type { DrawnColumn, DrawnSheet } from '../../../sheets/write-workbook.js';
import { partyKinds, relations, wordFor, type Choices } from './choice-words.js';
import { partyColumns } from './columns.js';
import { joinedItems } from './list-words.js';

const widths: Readonly<Record<string, number>> = {
  code: 12,
  name: 22,
  fullName: 30,
  aliases: 34,
  kind: 8,
  relation: 12,
  region: 10,
  mailDomains: 22,
};

/** The sheet 单位通讯录: a row a party, each post with its name, number and address. */
export function drawParties(parties: readonly Party[]): DrawnSheet {
  const hasDomains = parties.some(({ mailDomains }) => mailDomains !== undefined);
  const columns = partyColumns.filter(({ key }) => key !== 'mailDomains' || hasDomains);
  return {
    name: '单位通讯录',
    columns: columns.map(({ key, headings: [heading] }) => columnOf(key, heading)),
    rows: parties.map((party) => columns.map(({ key }) => valueOf(party, key))),
  };
}

function columnOf(key: string, heading: string): DrawnColumn {
  const width = widths[key] ?? (key.endsWith('.email') ? 28 : 16);
  const choices = { kind: partyKinds, relation: relations }[key];
  const centred = !['name', 'fullName', 'aliases'].includes(key) && !key.endsWith('.email');
  return { heading, width, centred, ...(choices && { offer: { words: wordsOf(choices), only: true } }) };
}

const wordsOf = (choices: Choices): string[] => Object.keys(choices).map((value) => wordFor(choices, value));

function valueOf(party: Party, key: string): string | undefined {
  switch (key) {
    case 'code':
    case 'name':
    case 'fullName':
    case 'region':
      return party[key];
    case 'aliases':
      return joinedItems(party.aliases);
    case 'mailDomains':
      return party.mailDomains?.join('、');
    case 'kind':
      return wordFor(partyKinds, party.kind);
    case 'relation':
      return wordFor(relations, party.relation);
    default:
      return postValue(party, key);
  }
}

function postValue({ posts }: Party, key: string): string | undefined {
  const [kind = '', part = 'name'] = key.split('.');
  return posts[kind as PostKind]?.[part as 'name' | 'email' | 'phone'];
}
