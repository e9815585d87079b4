import type { CheckedRegister, Placed } from './check-register.js';
import { warningCodes, type Finding, type Path } from './finding.js';
import type { GoodRows } from './register-reading.js';
import type { RegisterSource } from './register-source.js';

/** The rows of a register that carry no problem, so that one bad row does not hide the others. */
export function goodRows(checked: CheckedRegister, findings: readonly Finding[], source: RegisterSource): GoodRows {
  const faults = findings.filter(({ code }) => !warningCodes.some((warning) => warning === code));
  const faulty = new Set(faults.map(({ path }) => rowKey(path)));
  const isGood = (path: Path): boolean => !faulty.has(rowKey(path)) && !source.isMarred(path);
  const good = <Row>(rows: readonly Placed<Row>[]): Row[] =>
    rows.filter(({ path }) => isGood(path)).map(({ row }) => row);
  return {
    ...(checked.campaign && isGood(['campaign']) && { campaign: checked.campaign }),
    parties: good(checked.parties),
    tasks: good(checked.tasks),
  };
}

const rowKey = (path: Path): string => path.slice(0, path[0] === 'campaign' ? 1 : 2).join('.');
