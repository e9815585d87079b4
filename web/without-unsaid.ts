/** A key that is absent and one that is undefined are told apart inside; JSON knows only the first. */
export function withoutUnsaid<Value extends object>(value: Value): Said<Value>;
export function withoutUnsaid(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
}
type Said<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };
