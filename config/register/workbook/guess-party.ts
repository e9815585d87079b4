/** What a party is by its name, for contact lists without a column for it; a warning tells that it was guessed. */
export function guessedKind(name: string): 'department' | 'city' {
  return /(市|市人民政府|市政府|市质强办)$/u.test(name.trim()) ? 'city' : 'department';
}

const patterns: readonly (readonly [relation: string, pattern: RegExp])[] = [
  [
    'mass',
    /总工会|团省委|共青团|妇联|妇女联合会|科协|科学技术协会|残联|残疾人联合会|工商联|工商业联合会|侨联|文联|作协|贸促会/u,
  ],
  [
    'central',
    /海关|通信管理局|税务局|气象局|地震局|邮政管理局|人民银行|金融监管局|监管局$(?<!市场监管局)|能源监管|海事局|铁路局|证监局/u,
  ],
  ['party', /省委|宣传部|组织部|政法委|网信办|编办|人大|政协|纪委/u],
];

/** The relation a name suggests; most departments are peers. */
export function guessedRelation(name: string, kind: string): string {
  if (kind === 'city') return 'city';
  return patterns.find(([, pattern]) => pattern.test(name))?.[0] ?? 'peer';
}
