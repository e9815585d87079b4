import { displayWidth } from './display-width.js';

/** What stays together: Chinese characters go alone, with the marks that no line may begin or end with. */
const pieces =
  /[（“《〔]*(?:[\u2e80-\u9fff\uf900-\uffe6]|[^\s\u2e80-\u9fff\uf900-\uffe6（“《〔]+)[，。、；：！？）”》〕…—]*\s*/g;

/** Text in lines of that many cells; a break of its own stays. */
export function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, width))
    .join('\n');
}

function wrapLine(line: string, width: number): readonly string[] {
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const lines: string[] = [indent];
  for (const piece of line.match(pieces) ?? []) {
    const last = lines.at(-1) ?? '';
    if (last.trim() === '' || displayWidth(`${last}${piece}`.trimEnd()) <= width)
      lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.map((each) => each.trimEnd());
}
