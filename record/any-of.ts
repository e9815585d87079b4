import { type RawBuilder, sql } from 'kysely';

/** For `=`: one parameter however many values there are, so that a list of any length is the same statement. */
export function anyOf<Value extends string | number>(values: readonly Value[]): RawBuilder<Value> {
  return sql<Value>`any(${values})`;
}
