import { html } from 'hono/html';
import type { AttachedFile } from '../../domain/answer.js';
import type { Markup } from '../web-env.js';
import type { AskedTask } from './answer-form.js';
import { fieldName, filesOf } from './draft.js';
import { described, type Inputs, invalidClass, sentence } from './field-marks.js';
import { uploadEndings, uploadLimits } from './guard-upload.js';
import { fileWords } from './read-back.js';

/** A browser never fills a file input again, so what came already is listed with a box to leave it out. */
export function filesField(inputs: Inputs): Markup {
  const { task, draft } = inputs;
  const name = fieldName(task.number, 'file');
  const kept = filesOf(draft, task.number);
  return html`<div class="field files ${invalidClass(inputs, name)}">
    <label for="${name}"
      >附件<small
        >PDF、图片、Word、Excel、WPS、OFD，每个不超过10
        MB，最多${uploadLimits.filesPerTask}个；附填好的调度表，各项自动填入</small
      ></label
    >
    ${sentence(inputs, name)}
    ${
      kept.length === 0
        ? ''
        : html`<ul class="kept">
            ${kept.map((file) => keptFile(task, file))}
          </ul>`
    }
    <input type="file" id="${name}" name="${name}" multiple accept="${uploadEndings}" ${described(inputs, name)} />
  </div>`;
}

function keptFile({ number }: AskedTask, file: AttachedFile): Markup {
  return html`<li>
    <span class="breakable">${fileWords(file)}</span>
    <label><input type="checkbox" name="${fieldName(number, 'drop')}" value="${file.hash}" /> 去掉</label>
  </li>`;
}
