import type { AttachedFile } from '../../domain/answer.js';
import { tokenBuckets } from '../token-buckets.js';
import type { AnswerDesk } from '../web-deps.js';
import { fillFromSheet, type FilledSheet } from './fill-from-sheet.js';
import { isAsked, type AnswerForm } from './answer-form.js';
import { fieldName, filesOf, freshDraft, withFiles, type Draft } from './draft.js';
import { uploadLimits, whyRefused } from './guard-upload.js';
import type { BadField } from './read-answers.js';
import type { PostedPage, Upload } from './uploads.js';

/** So that a link that leaked cannot fill the disk. */
const pace = { capacity: 60, perSecond: 1 / 60 } as const;

export interface TakenPage {
  readonly draft: Draft;
  readonly bad: readonly BadField[];
}

type Take = (
  form: AnswerForm,
  page: PostedPage,
  from: { readonly token: string; readonly at: Date },
) => Promise<TakenPage>;

/** Keeps the files of a page at once, so that none is to be chosen again when something else is to be corrected. */
export function takeUploads({ keepFile, readSheet }: Pick<AnswerDesk, 'keepFile' | 'readSheet'>): Take {
  const mayKeep = tokenBuckets(pace);
  return async (form, { draft, uploads, dropped }, { token, at }) => {
    const before = freshDraft(form, '');
    const bad: BadField[] = [];
    const sheets: FilledSheet[] = [];
    let filled = draft;
    for (const { number } of form.tasks.filter(isAsked)) {
      const files = filesOf(before, number).filter(({ hash }) => dropped.get(number)?.includes(hash) !== true);
      for (const upload of uploads.filter(({ task }) => task === number)) {
        const why = whyRefused(upload) ?? whyNot(upload, files, () => mayKeep(token, at.getTime()));
        const read = why === undefined ? await readSheet(token, upload) : { kind: 'refused' as const, why };
        if (read.kind === 'refused')
          bad.push({ field: fieldName(number, 'file'), label: `任务${number}`, message: read.why });
        else {
          const file = await keepFile(upload, at.toISOString());
          if (read.kind === 'sheet') sheets.push({ file, reading: read.reading, task: number });
          else addOnce(files, file);
        }
      }
      filled = withFiles(filled, number, files);
    }
    const page: TakenPage = { draft: filled, bad };
    return sheets.reduce((taken, sheet) => fillFromSheet(form, before, taken, sheet), page);
  };
}

function whyNot({ name }: Upload, files: readonly AttachedFile[], mayKeep: () => boolean): string | undefined {
  const most = uploadLimits.filesPerTask;
  if (files.length >= most) return `附件“${name}”没有收：每项任务最多${most}个，请先去掉不用的，或回复邮件报送`;
  return mayKeep() ? undefined : `附件“${name}”没有收：短时间内传得太多，请几分钟后再传，或回复邮件报送`;
}

function addOnce(files: AttachedFile[], file: AttachedFile): void {
  if (!files.some(({ hash }) => hash === file.hash)) files.push(file);
}
