import type { Workbook } from '../../../sheets/workbook.js';
import { warningCodes } from '../finding.js';
import { indexParties } from '../party-index.js';
import type { RegisterSource } from '../register-source.js';
import type { FoundDefaults } from './campaign-defaults.js';
import { checkColumns } from './check-columns.js';
import { fillCampaign } from './fill-campaign.js';
import { gridOf } from './grid.js';
import { readParties } from './party-rows.js';
import { placeAt } from './place-book.js';
import { readQuietDays } from './quiet-rows.js';
import { recognise, type Recognised, type TableSheet } from './recognise.js';
import { RegisterBook } from './register-book.js';
import { readSettings } from './settings-rows.js';
import { sheetSentence } from './sheet-sentence.js';
import { tableRows } from './table-rows.js';
import { readTasks } from './task-rows.js';

/** A workbook as the same raw register that a text file makes; never throws. */
export function workbookSource({ sheets }: Workbook, defaults: () => FoundDefaults): RegisterSource {
  const found = sheets.map((sheet) => ({ ...recognise(gridOf(sheet)), hidden: sheet.hidden }));
  const visible = found.filter(({ hidden }) => !hidden);
  const book = new RegisterBook();
  book.places.put([], placeAt(sheets[0]?.name ?? '', 0, 0));
  for (const sheet of found) if (sheet.hidden) noteHidden(sheet, book);
  const campaign = campaignOf(visible, book);
  const parties = partiesOf(visible, book);
  const tasks = tasksOf(visible, campaign, parties, book);
  const filled = fillCampaign(campaign, tasks, defaults, book);
  book.checkYears();
  const root = {
    ...(filled && { campaign: filled }),
    ...(parties.length > 0 && { parties }),
    ...(tasks.length > 0 && { tasks }),
  };
  return sourceOf(
    root,
    book,
    sheets.map(({ name }) => name),
  );
}

function sourceOf(root: RegisterSource['root'], book: RegisterBook, sheets: readonly string[]): RegisterSource {
  const faults = book.notes.filter(({ code }) => !warningCodes.some((warning) => warning === code));
  const cells = new Set(faults.map(({ place }) => `${place.sheet}!${place.cell}`));
  const rows = new Set(faults.map(({ place }) => `${place.sheet}!${place.line}`));
  return {
    root,
    notes: book.notes,
    sheets,
    place: (path) => book.places.find(path),
    isBroken: () => false,
    isMarred: (path) => rows.has(`${book.places.find(path).sheet}!${book.places.find(path).line}`),
    hasNoteAt: (path) => {
      const place = book.places.find(path);
      return book.isSilent(path) || cells.has(`${place.sheet}!${place.cell}`);
    },
    worded: sheetSentence,
  };
}

type Rows = Record<string, unknown>[];

function campaignOf(found: readonly Recognised[], book: RegisterBook): Record<string, unknown> | undefined {
  const settings = found.filter(({ kind }) => kind === 'settings');
  const campaign: Record<string, unknown> = {};
  for (const { grid } of settings) readSettings(grid, campaign, book);
  const quietDays: Rows = [];
  for (const sheet of found) {
    if (sheet.kind === 'quiet-days') readQuietDays(tableRows(sheet.grid, sheet.header, book), quietDays);
  }
  if (settings[0] !== undefined) book.places.put(['campaign'], placeAt(settings[0].grid.name, 0, 0));
  if (quietDays.length > 0) campaign['quietDays'] = quietDays;
  return settings.length === 0 && quietDays.length === 0 ? undefined : campaign;
}

function partiesOf(found: readonly Recognised[], book: RegisterBook): Rows {
  const parties: Rows = [];
  for (const sheet of found) {
    if (sheet.kind !== 'parties') continue;
    const first = parties.length;
    book.places.put(['parties'], placeAt(sheet.grid.name, sheet.header.body - 1, 0));
    readParties(tableRows(sheet.grid, sheet.header, book), parties);
    checkColumns('parties', sheet, parties.slice(first), first, book);
  }
  return parties;
}

/** A space or a stroke in a list of parties is judged by the parties there are. */
function tasksOf(found: readonly Recognised[], campaign: Rows[0] | undefined, parties: Rows, book: RegisterBook): Rows {
  const index = indexParties(parties);
  const tables = found.filter((sheet): sheet is TableSheet => sheet.kind === 'tasks');
  const areas = Array.isArray(campaign?.['areas']) ? campaign['areas'] : [];
  const tasks: Rows = [];
  for (const sheet of tables) {
    const first = tasks.length;
    const isArea = tables.length > 1 || areas.includes(sheet.grid.name.trim());
    book.places.put(['tasks'], placeAt(sheet.grid.name, sheet.header.body - 1, 0));
    readTasks(tableRows(sheet.grid, sheet.header, book), tasks, {
      isParty: (word) => index.codeOf(word) !== undefined,
      ...(isArea && { areaOfSheet: sheet.grid.name.trim() }),
    });
    checkColumns('tasks', sheet, tasks.slice(first), first, book);
  }
  return tasks;
}

function noteHidden({ kind, grid }: Recognised, book: RegisterBook): void {
  if (kind === 'other' || kind === 'quiet-days') return;
  const message = `隐藏的工作表“${grid.name}”像是台账的一部分，没有读取：需要的请取消隐藏，不需要的请删去。`;
  book.note('hidden-sheet', placeAt(grid.name, 0, 0), message);
}
