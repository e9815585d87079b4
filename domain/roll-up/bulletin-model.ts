import type { Channel } from '../answer.js';
import type { Light } from '../pace.js';
import type { Category } from './category.js';
import type { BulletinFacts } from './facts.js';

/** The answer, and its version, that a figure came from. `answer` is the record's id. */
export interface Source {
  readonly task: number;
  readonly answer: number;
  readonly version: number;
}

/** Words of the bulletin that come from answers: always with their trace. */
export interface Traced {
  readonly text: string;
  /** Tasks it speaks of, also those that did not answer. */
  readonly tasks: readonly number[];
  readonly sources: readonly Source[];
  /** The earlier issue it is compared with. */
  readonly comparedWith?: number;
}

export type Span = string | Traced;

/** A text that coordinators may edit, by its id. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly id: string;
  /** Printed before the text and kept through edits: （一）产品质量。 */
  readonly lead?: string;
  readonly spans: readonly Span[];
  readonly edited?: true;
}

export interface Cell {
  readonly spans: readonly Span[];
  /** A second, smaller line. */
  readonly below?: readonly Span[];
  readonly light?: Light;
  /** Shares of the target, 1 = all of it, for a small bar. */
  readonly bar?: { readonly achieved: number; readonly expected?: number };
}

export interface Row {
  /** What the row speaks of; the same from issue to issue. */
  readonly key: string;
  readonly kind: 'data' | 'total' | 'group';
  readonly cells: readonly Cell[];
}

export interface Column {
  readonly name: string;
  /** Share of the table's width in percent. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

export interface Table {
  readonly kind: 'table';
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly note?: string;
}

/** Tasks by rating, one stacked bar a row. */
export interface Bars {
  readonly kind: 'bars';
  readonly id: string;
  readonly caption: string;
  readonly rows: readonly { readonly label: string; readonly parts: readonly BarPart[] }[];
}

export interface BarPart {
  readonly category: Category;
  readonly count: number;
  readonly sources: readonly Source[];
}

export type Block = Paragraph | Table | Bars;

export const sectionHeadings = {
  overall: '总体情况',
  coordination: '提请协调解决的事项',
  behind: '滞后和未启动任务',
  areas: '分领域进展',
  indicators: '重点指标',
  experience: '典型经验',
  reporting: '报送情况',
  next: '下步工作',
} as const;

export type SectionId = keyof typeof sectionHeadings;

export interface Section {
  readonly id: SectionId;
  readonly blocks: readonly Block[];
}

/** An answer the bulletin draws on: where its figures can be looked up. */
export interface AnswerEntry extends Source {
  readonly party: string;
  /** ISO 8601 instant. */
  readonly receivedAt: string;
  readonly channel: Channel;
}

/** One line of 更正: what an earlier version printed and what is right. */
export interface Correction {
  readonly issue: number;
  readonly place: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

/** Who is named when the signer agrees to name (是否点名由签发人定). */
export interface Naming {
  readonly agreed: boolean;
  /** Parties silent for two rounds or more. */
  readonly silent: readonly Traced[];
  /** How many are silent for the first time; they are never named. */
  readonly first: Traced;
}

/**
 * A bulletin as data: everything that any printed form (page, letter, later Word and PDF) shows, every figure with
 * its trace, and the facts that the next issue is compared with. Plain JSON.
 */
export interface BulletinModel {
  readonly round: string;
  readonly issue: number;
  /** 总期: issues since the campaign began; not printed when absent. */
  readonly totalIssue?: number;
  readonly name: string;
  readonly issuer: string;
  /** ISO date it bears. */
  readonly issuedOn: string;
  /** ISO date to which figures are counted. */
  readonly cutoff: string;
  readonly zone: string;
  readonly title: Paragraph;
  readonly summary: Paragraph;
  readonly sections: readonly Section[];
  readonly annex: Table;
  readonly corrections: readonly Correction[];
  readonly distribution: readonly { readonly label: string; readonly to: string }[];
  readonly naming: Naming;
  readonly answers: readonly AnswerEntry[];
  readonly facts: BulletinFacts;
  /** For the coordinator who approves; never printed. */
  readonly notes: readonly string[];
}
