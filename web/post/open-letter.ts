import { simpleParser, type AddressObject } from 'mailparser';

/** A letter as its recipient's mail program shows it. */
export interface ReadLetter {
  readonly from: readonly Person[];
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly replyTo: readonly Person[];
  readonly subject: string;
  readonly date: Date | null;
  readonly messageId: string | null;
  readonly references: readonly string[];
  /** Embedded pictures are inlined as data. */
  readonly html: string | null;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly media: string; readonly bytes: Buffer }[];
}

export interface Person {
  readonly name: string;
  readonly address: string;
}

export async function openLetter(raw: Buffer): Promise<ReadLetter> {
  const mail = await simpleParser(raw, { maxHtmlLengthToParse: 1024 * 1024, skipTextLinks: true });
  const { references = [] } = mail;
  return {
    from: people(mail.from),
    to: people(mail.to),
    cc: people(mail.cc),
    replyTo: people(mail.replyTo),
    subject: mail.subject ?? '（无主题）',
    date: mail.date ?? null,
    messageId: mail.messageId ?? null,
    references: typeof references === 'string' ? [references] : references,
    html: mail.html || null,
    text: mail.text ?? '',
    attachments: mail.attachments
      .filter((one) => !one.related)
      .map((one, index) => ({
        name: one.filename ?? `附件${index + 1}`,
        media: one.contentType,
        bytes: one.content,
      })),
  };
}

export function printPeople(list: readonly Person[]): string {
  return list.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join('，');
}

function people(header: AddressObject | AddressObject[] | undefined): readonly Person[] {
  const objects = header === undefined ? [] : [header].flat();
  return objects.flatMap((object) =>
    object.value.flatMap((one) => (one.group ?? [one]).map(({ name, address }) => ({ name, address: address ?? '' }))),
  );
}
