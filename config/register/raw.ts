/** A register as read but not yet checked: whatever the file holds, empty values left out. */
export type RawRow = Readonly<Record<string, unknown>>;

/** The value as a row of keys, empty when it is none. */
export function rowOf(value: unknown): RawRow {
  return isRow(value) ? value : {};
}

export const isRow = (value: unknown): value is RawRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value as a list; a single value is a list of one, a missing one an empty list. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** Rows beyond this are no plan, and are not looked at. */
export const mostRows = 2000;

/** The rows of a section, none when the section is no list. */
export function rowsOf(root: RawRow, section: 'parties' | 'tasks'): readonly unknown[] {
  const rows = root[section];
  return Array.isArray(rows) ? rows.slice(0, mostRows) : [];
}

/** The row's text under a key, trimmed; undefined when it holds none. */
export function textOf(row: unknown, key: string): string | undefined {
  const value = rowOf(row)[key];
  return typeof value === 'string' ? value.trim() : undefined;
}

/** A value as it is shown in a sentence, never longer than a line bears. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '空的列表' : '一个列表';
  if (typeof value === 'object' && value !== null) return '一组键值';
  const text = String(value).replace(/\s+/gu, ' ').trim();
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}
