/** A cell that is asked back: a clause without a stop. */
export interface CellProblem {
  readonly cell: string;
  readonly text: string;
}
