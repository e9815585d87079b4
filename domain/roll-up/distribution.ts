import type { BulletinModel } from './bulletin-model.js';
import type { RollUpInput } from './roll-up-input.js';

/** 报、送、发: derived from the issuer's own name; an issuer that is not a leading group's office has only 送. */
export function distribution({ campaign, parties }: RollUpInput): BulletinModel['distribution'] {
  const group = /^(.+领导小组)办公室$/.exec(campaign.issuer)?.[1];
  const cities = parties.some(({ kind }) => kind === 'city');
  return [
    ...(group === undefined ? [] : [{ label: '报', to: `${group}组长、副组长` }]),
    { label: '送', to: group === undefined ? '各牵头单位' : '领导小组各成员单位，有关牵头单位' },
    ...(cities ? [{ label: '发', to: '各市质量强市工作领导小组办公室' }] : []),
  ];
}
