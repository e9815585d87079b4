import { checkRegister } from './check-register.js';
import { isEcho } from './echo.js';
import { goodRows } from './good-rows.js';
import { cutShort, inOrder, isProblem, isWarning, noteOfFinding, noteOfForm } from './note.js';
import type { RegisterReading } from './register-reading.js';
import type { RegisterSource } from './register-source.js';

/** Checks what a register file says, whatever kind of file it is: all notes at once, in the order of the file. */
export function readSource(source: RegisterSource, file: string): RegisterReading {
  const checked = checkRegister(source.root);
  const findings = checked.findings.filter((finding) => !isEcho(finding, source));
  const found = [
    ...source.notes.map((form) => noteOfForm(form, file)),
    ...findings.map((finding) => noteOfFinding(finding, source, file)),
  ];
  const notes = inOrder(found, source.sheets);
  const problems = notes.filter(isProblem);
  const partial = goodRows(checked, findings, source);
  return {
    ...(problems.length === 0 && partial.campaign && { register: { ...partial, campaign: partial.campaign } }),
    cadence: checked.cadence,
    quietDays: checked.quietDays,
    problems: cutShort(problems),
    warnings: notes.filter(isWarning),
    partial,
  };
}
