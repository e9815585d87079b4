import { LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { Path, ProblemCode } from './finding.js';
import { isRow, rowOf } from './raw.js';
import type { Place, RegisterSource } from './register-source.js';
import { plainOf } from './yaml-plain.js';
import { offsetOf, spanOf, type Tree } from './yaml-position.js';
import { yamlSentence } from './yaml-problem.js';

/** A problem of the file's form, by its place in the text. */
export interface FormProblem {
  readonly code: ProblemCode;
  readonly offset: number;
  readonly message: string;
}

/** A YAML text as raw values whose every path leads back to a place in the text. */
export interface YamlSource extends RegisterSource {
  /** False when the text holds no keys at all: a sentence, a list, or nothing. */
  readonly hasRoot: boolean;
  readonly isEmpty: boolean;
}

/** More of them are echoes of the first. */
const mostSyntaxProblems = 20;

/** Reads a YAML 1.2 text; never throws. */
export function yamlSource(text: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    // The parser compares every key with every other one; plainOf finds doubles in one pass.
    uniqueKeys: false,
    prettyErrors: false,
  });
  const plain = plainOf(document);
  const tree = { contents: document.contents, targets: plain.targets };
  const syntax = firstOfLine([...document.errors, ...document.warnings].map(problemOf), lines);
  const problems = [...syntax, ...plain.problems];
  const offsets = new Set(problems.map(({ offset }) => offset));
  return {
    root: rowOf(plain.value),
    hasRoot: isRow(plain.value),
    isEmpty: plain.value === null,
    notes: problems.map(({ code, offset, message }) => ({ code, place: placeOf(lines, offset), message })),
    sheets: [],
    place: (path, at) => placeOf(lines, offsetOf(tree, path, at)),
    isBroken: (path) => isInside(tree, path, syntax),
    isMarred: (path) => isInside(tree, path, problems),
    hasNoteAt: (path) => offsets.has(offsetOf(tree, path, 'value')),
    worded: (message) => message,
  };
}

function problemOf(error: YAMLError): FormProblem {
  const code = error.code === 'TAB_AS_INDENT' ? 'tab' : 'yaml-syntax';
  return { code, offset: error.pos[0], message: yamlSentence(error.code, error.message) };
}

function firstOfLine(problems: readonly FormProblem[], lines: LineCounter): FormProblem[] {
  const seen = new Set<number>();
  const kept: FormProblem[] = [];
  for (const problem of problems.toSorted((a, b) => a.offset - b.offset)) {
    const { line } = placeOf(lines, problem.offset);
    if (seen.has(line) || kept.length === mostSyntaxProblems) continue;
    seen.add(line);
    kept.push(problem);
  }
  return kept;
}

function placeOf(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function isInside(tree: Tree, path: Path, problems: readonly FormProblem[]): boolean {
  const span = spanOf(tree, path);
  return span !== undefined && problems.some(({ offset }) => offset >= span[0] && offset <= span[1]);
}
