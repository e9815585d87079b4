import type { Relation } from '../../domain/register.js';
import type { LetterParty } from './letter-model.js';

/** How a relation is written to (texts-zh.md, table of relations). */
export interface Tone {
  /** Opens a request: 请, 商请… */
  readonly ask: string;
  /** What they do with their progress: 报送 or 提供. */
  readonly report: string;
  /** The last sentence of a notice. */
  readonly closing: string;
  /** The last sentence of a 督办函. */
  readonly formalClosing: string;
}

const tones: Readonly<Record<Relation, Tone>> = {
  peer: { ask: '请', report: '报送', closing: '特此函告，盼予支持。', formalClosing: '专此函达，感谢支持。' },
  party: { ask: '商请', report: '报送', closing: '请予支持为盼。', formalClosing: '专此函达，恳请支持。' },
  mass: { ask: '请', report: '报送', closing: '请予支持，感谢。', formalClosing: '专此函达，感谢支持。' },
  central: { ask: '商请协助', report: '提供', closing: '感谢支持。', formalClosing: '专此函达，感谢支持。' },
  city: { ask: '请', report: '报送', closing: '特此函告。', formalClosing: '特此函告。' },
  own: { ask: '请', report: '报送', closing: '', formalClosing: '' },
};

export const toneOf = (relation: Relation): Tone => tones[relation];

const cityOffice = (name: string): string => `${name.endsWith('市') ? name : `${name}市`}质量强市工作领导小组办公室`;

const addressedAs = (party: LetterParty, name: string): string => {
  if (party.relation === 'own') return `${name}承办处室`;
  // Never the city's government itself, its office for the quality work.
  return party.relation === 'city' ? cityOffice(name) : name;
};

/** 主送: a unit, never a person. */
export const salutation = (party: LetterParty): string => `${addressedAs(party, party.name)}：`;

/** 主送 of a 督办函, by the unit's full name. */
export const formalSalutation = (party: LetterParty): string =>
  `${addressedAs(party, party.relation === 'city' ? party.name : party.fullName)}：`;
