import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { decideMail } from '../../../record/mail-decisions.js';
import { registerFile } from '../../../record/files.js';
import { judgeMail, receiveMail } from '../../record/one-mail.js';
import { storeAnswers } from '../../../record/store-answers.js';
import { ids, type ReleaseOrder, type RoundOrder } from '../../../workflows/api.js';
import { type File, withFiles } from '../../activities/fill-sheet.js';
import { rawMail } from '../../mail/raw-mail.js';
import { campaign, type Office, round } from './open-office.js';

export const cameAt = '2026-04-24T08:30:00.000Z';

interface Arriving {
  readonly from?: string;
  readonly text?: string;
  readonly subject?: string;
  readonly files: readonly File[];
  /** Counted on arrival; a stranger's mail counts for none. */
  readonly tasks?: readonly number[];
  readonly receivedAt?: string;
  readonly party?: string;
}

/** A mail of files as the intake leaves it: held, its tasks received and to be entered. */
export async function arriveWithFiles(office: Office, arriving: Arriving): Promise<string> {
  const { from = 'gxt.liaison@ln.example', text = '', subject = '双月调度', files, tasks = [], receivedAt = cameAt, party = 'gxt' } = arriving; // prettier-ignore
  const { headers, text: body } = withFiles(text, files);
  const raw = rawMail([`From: <${from}>`, `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`, ...headers], body); // prettier-ignore
  const hash = await office.files.put(raw);
  await registerFile(office.db, { hash, bytes: raw.length, media: 'message/rfc822', at: receivedAt });
  const { id } = await receiveMail(office.db, { raw: hash, receivedAt, envelopeFrom: from, envelopeTo: ['reply@ln.example'] }); // prettier-ignore
  const toEnter = files.map(({ name }) => name);
  const reasons = ['仅有附件，待录入'];
  const judged = { mail: id, kind: 'answer', state: 'held', reasons, toEnter, fromAddress: from, subject } as const;
  await judgeMail(office.db, { ...judged, campaign, round, party });
  for (const task of tasks) {
    const answer = {
      campaign,
      round,
      task,
      party,
      answerId: id,
      channel: 'reply',
      by: from,
      receivedAt,
      mail: id,
    } as const;
    await storeAnswers(office.db, [{ ...answer, content: { figures: [], toEnter } }]);
    await office.tasks.happen(task, { kind: 'answer', at: Date.parse(receivedAt), ...answer, receivedAt: Date.parse(receivedAt) }); // prettier-ignore
  }
  return id;
}

/** Lets the office's Temporal return tasks and release mails besides taking answers. */
export function takeOrders(office: Office): void {
  const { send } = office.wire;
  office.wire.send = async <Reply, Said>(...[to, update, said, sending]: Parameters<typeof send<Reply, Said>>) => {
    if (update.name === 'return') {
      office.wire.sent.push({ to, update: 'return', said });
      const task = Number(to.slice(-3));
      const { by, why = '', round: of } = said as RoundOrder;
      await office.tasks.happen(task, { kind: 'return', at: Date.parse(cameAt), by, why, round: of, until: Date.parse('2026-04-30T09:00:00Z') }); // prettier-ignore
      return { until: '2026-04-30T09:00:00Z' } as Reply;
    }
    if (update.name === 'release') {
      office.wire.sent.push({ to, update: 'release', said });
      const mail = await heldMailOf(office, to);
      const { by, party, round: of } = said as ReleaseOrder;
      await decideMail(office.db, { mail, decision: 'released', by, at: cameAt, campaign, party, round: of });
      return { answers: 1 } as Reply;
    }
    return send(to, update, said, sending);
  };
}

async function heldMailOf({ db }: Office, workflow: string): Promise<string> {
  const held = await db.selectFrom('mail').select('id').where('state', '=', 'held').execute();
  const found = held.find(({ id }) => ids.intake(id) === workflow);
  if (!found) throw new Error(`no held mail has the intake ${workflow}`);
  return found.id;
}

/** A report as an office writes it: a heading, prose, a table. */
export async function proseDocument(): Promise<Buffer> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const row = (...texts: readonly string[]) => new TableRow({ children: texts.map(cell) });
  return Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph('省工信厅双月调度情况报告'),
            new Paragraph('一、今年以来，新增首台（套）装备 <12> 台套，进展顺利。'),
            new Table({ rows: [row('指标', '累计'), row('首台（套）', '12')] }),
          ],
        },
      ],
    }),
  );
}
