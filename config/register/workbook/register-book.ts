import type { Cell } from '../../../sheets/workbook.js';
import type { Path, ProblemCode, WarningCode } from '../finding.js';
import type { FormNote, Place } from '../register-source.js';
import type { WrittenDay } from './day-words.js';
import { PlaceBook, placeAt } from './place-book.js';

interface DatedPlace {
  readonly year: number;
  readonly place: Place;
}

/** What gathers while the sheets are read: places, notes on the form, and the years that dates carried. */
export class RegisterBook {
  readonly places = new PlaceBook();
  readonly notes: FormNote[] = [];
  readonly #years: DatedPlace[] = [];
  readonly #silent = new Set<string>();

  note(code: ProblemCode | WarningCode, place: Place, message: string): void {
    this.notes.push({ code, place, message });
  }

  /** Puts a path at a cell; a cell without a value that can be trusted is told of here, once. */
  put(path: Path, sheet: string, row: number, column: number, cell?: Cell): void {
    const place = placeAt(sheet, row, column);
    this.places.put(path, place);
    if (cell?.kind !== 'uncached' && cell?.kind !== 'error') return;
    const isTold = this.notes.some(({ place: told }) => told.sheet === sheet && told.cell === place.cell);
    if (!isTold) this.note(...untrusted(cell, place));
  }

  /** What a path lacks has been told of for its whole column. */
  silence(path: Path): void {
    this.#silent.add(path.join('.'));
  }

  isSilent(path: Path): boolean {
    return this.#silent.has(path.join('.'));
  }

  dated({ year }: WrittenDay, place: Place): void {
    if (year !== undefined) this.#years.push({ year, place });
  }

  /** A register is one year's: dates of another year than most are mistakes, or another register's. */
  checkYears(): void {
    const counts = new Map<number, number>();
    for (const { year } of this.#years) counts.set(year, (counts.get(year) ?? 0) + 1);
    const [usual] = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [];
    for (const { year, place } of this.#years) {
      if (year === usual) continue;
      this.note('other-year', place, `日期写的是 ${year} 年，其余多为 ${usual} 年：一份台账只管一年；请改正日期。`);
    }
  }
}

function untrusted(cell: Cell, place: Place): [ProblemCode, Place, string] {
  if (cell.kind === 'error') {
    return ['cell-error', place, `单元格显示错误 ${String(cell.value)}：应为具体内容；请改正公式，或直接填写。`];
  }
  const message = '单元格是公式，文件里没有存计算结果：请用 Excel 打开后保存一次，或把公式粘贴为数值。';
  return ['uncached-formula', place, message];
}
