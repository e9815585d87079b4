import type { BulletinModel, Section } from '../domain/roll-up/bulletin-model.js';
import { sectionHeadings } from '../domain/roll-up/bulletin-model.js';
import { chineseNumeral } from '../domain/roll-up/chinese-numeral.js';

/** 一、总体情况: sections count as they are printed, so one that is absent leaves no gap. */
export function headingOf({ sections }: BulletinModel, section: Section): string {
  return `${chineseNumeral(sections.indexOf(section) + 1)}、${sectionHeadings[section.id]}`;
}

/** 表1 各领域任务进展情况, by table id. */
export function captionsOf({ sections }: BulletinModel): ReadonlyMap<string, string> {
  const tables = sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'table');
  return new Map(tables.map(({ id, caption }, index) => [id, `表${index + 1}　${caption}`]));
}

/** 第5期（总第5期）. */
export function issueLine({ issue, totalIssue }: BulletinModel): string {
  return `第${issue}期${totalIssue === undefined ? '' : `（总第${totalIssue}期）`}`;
}
