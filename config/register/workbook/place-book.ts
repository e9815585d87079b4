import { cellName } from '../../../sheets/cell-name.js';
import type { Path } from '../finding.js';
import type { Place } from '../register-source.js';

/** Where every value of a workbook's register stands. */
export class PlaceBook {
  readonly #places = new Map<string, Place>();

  put(path: Path, place: Place): void {
    this.#places.set(path.join('.'), place);
  }

  /** The place of a path; what is not there is placed where the part that lacks it stands. */
  find(path: Path): Place {
    for (let length = path.length; length >= 0; length -= 1) {
      const place = this.#places.get(path.slice(0, length).join('.'));
      if (place !== undefined) return place;
    }
    return { line: 1, column: 1 };
  }
}

/** A cell's place, from row and column that count from 0. */
export const placeAt = (sheet: string, row: number, column: number): Place => ({
  sheet,
  cell: cellName(row, column),
  line: row + 1,
  column: column + 1,
});
