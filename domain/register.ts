/** The register (台账): what a campaign asks, and of whom. Plain data; `config/register` reads it from files. */

/** Decides the tone of every letter to a party (texts-zh.md, table of relations). */
export type Relation = 'own' | 'peer' | 'party' | 'mass' | 'central' | 'city';

/** A place a party is written to, never a person: its holder may change, the post stays. */
export interface Post {
  readonly name: string;
  readonly email: string;
  /** Where its holder is rung, as people write it: `024-12345678转6`. */
  readonly phone?: string;
}

/** The posts of a party by what the ladder calls them; `liaison-a` is written to, `liaison-b` gets a copy. */
export type PostKind = 'liaison-a' | 'liaison-b' | 'section' | 'office' | 'head';

export interface Party {
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  readonly aliases: readonly string[];
  readonly kind: 'department' | 'city';
  readonly relation: Relation;
  /** Groups parties for quiet days and pauses, e.g. a city's region; absent for most departments. */
  readonly region?: string;
  /** Mail domains from which anybody may answer for the party under a letter's own address; absent: its posts alone. */
  readonly mailDomains?: readonly string[];
  readonly posts: Readonly<Partial<Record<PostKind, Post>>>;
}

/** How a figure approaches its target; only `cumulative`, `stock` and `reduce` are paced by calendar days. */
export type TargetKind = 'cumulative' | 'stock' | 'ratio' | 'hold' | 'reduce';

/** A value to be reached by a day of the campaign's year (分期目标). `by` is `MM-DD`. */
export interface Milestone {
  readonly by: string;
  readonly value: number;
}

export interface Target {
  readonly value: number;
  readonly unit: string;
  readonly kind: TargetKind;
  /** Last day for the value, `MM-DD` in the campaign's year. */
  readonly by: string;
  /** What is counted (口径); printed wherever the target is. */
  readonly scope?: string;
  /** Where the figure stood before the year began; needed to pace `reduce`. */
  readonly baseline?: number;
  readonly milestones?: readonly Milestone[];
}

export interface Task {
  readonly number: number;
  readonly area: string;
  readonly aspect: string;
  readonly principle: string;
  readonly title: string;
  readonly requirement: string;
  readonly goal: string;
  /** Party code of who answers for the task. */
  readonly lead: string;
  /** Party codes of who helps; further leads of the register come first. */
  readonly support: readonly string[];
  readonly targets: readonly Target[];
  /** The task's own last day, `MM-DD` in the campaign's year; it is asked until accepted, also after it. */
  readonly deadline: string;
}

export interface Coordinator extends Omit<Post, 'phone'> {
  /** What `--as CODE` names. */
  readonly code: string;
}

export interface CampaignSetup {
  /** Register id; a campaign's id is `<register id>-<year>` unless the demo names it. */
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  /** Title of the bulletin, e.g. 质量提升行动简报. */
  readonly bulletin: string;
  readonly principles: readonly string[];
  readonly areas: readonly string[];
  /** IANA zone in which every date of the campaign is meant. */
  readonly zone: string;
  /** Leadership office: above the heads, never written to automatically except with the bulletin. */
  readonly office: Omit<Post, 'phone'>;
  readonly coordinators: readonly Coordinator[];
  readonly bulletinTo: readonly string[];
  /** Telephone of the issuing office, printed at the foot of letters when given. */
  readonly phone?: string;
  /** The plan document the tasks come from (依据文件), printed in a 督办函 when given. */
  readonly basis?: string;
  readonly publish: 'approval' | 'automatic';
  readonly escalation: 'signed' | 'automatic';
}

export interface Register {
  readonly campaign: CampaignSetup;
  readonly parties: readonly Party[];
  readonly tasks: readonly Task[];
}
