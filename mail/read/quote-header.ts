import { replyMarker } from './reply-marker.js';
import { isForeignWroteLine } from './wrote-line.js';

const ruleSign = '[-－—─_=]';
const rule = `${ruleSign}{2,}`;
// A rule is tried once, at its first sign: a long one would cost the square of its length.
const ruledTitle = new RegExp(
  `(?<!${ruleSign})${rule}[ \\u3000]*(?:原始邮件|邮件原件|原邮件|回复的原邮件|原始信息|转发的?邮件(?:信息)?|被转发的?邮件|Original Message|Original Mail|Replied Message|Forwarded Message|Original)[ \\u3000]*${rule}`,
  'i',
);
const fieldNames = {
  from: '发件人|发送人|寄件人|寄件者|From|Von|De|Da|Van|Fra|Från|Od|От|差出人',
  date: '发送时间|发送日期|日期|时间|Sent|Date|Gesendet|Datum|Envoyé|Enviado(?: el| em)?|Fecha|Data|Inviato|Verzonden|Sendt|Skickat|Wysłano|Отправлено|Дата|送信日時',
  to: '收件人|收件者|To|An|À|Para|Aan|Til|Till|Do|Кому|宛先',
  cc: '抄送|抄送人|Cc|Kopie|Kopia|Копия',
  subject: '主题|标题|主旨|Subject|Betreff|Objet|Asunto|Assunto|Oggetto|Onderwerp|Emne|Ämne|Temat|Тема|件名',
} as const;
const headerBlockRow = new RegExp(
  `^[\\s>*|]*(?:${Object.entries(fieldNames)
    .map(([field, names]) => `(?<${field}>${names})`)
    .join('|')})[*\\s]*[:：][*\\s]*(?<value>.*)$`,
  'iu',
);

/** Where the quoted mail begins, or -1. Lines are few and short: the body is capped before. */
export function findQuote(text: string): number {
  const lines = text.split('\n');
  let offset = 0;
  for (const [index, line] of lines.entries()) {
    const inLine = quoteInLine(line, lines[index + 1] ?? '');
    if (inLine >= 0) return offset + inLine;
    if (startsHeaderBlock(lines, index) || isForeignWroteLine(lines, index)) return offset;
    offset += line.length + 1;
  }
  return -1;
}

function quoteInLine(line: string, next: string): number {
  if (line.includes('请在此线以上作答') || line.includes(replyMarker)) return 0;
  // Signatures come glued to the rule, so it may begin anywhere in the line.
  const titled = ruledTitle.exec(line);
  if (titled !== null) return titled.index;
  // Clients wrap the sentence when the sender's name is long.
  return isWroteLine(line) ||
    (!line.endsWith('：') && !line.endsWith(':') && opensWroteLine(line) && isWroteLine(`${line} ${next}`))
    ? 0
    : -1;
}

function opensWroteLine(line: string): boolean {
  return /^[\s>]*(在|On|At)\s|\d{4}年\d{1,2}月\d{1,2}日/.test(line) && line.length < 200;
}

/** `在 …，X 写道：`, `X <a@b> 于…写道：`, `At …, "X" wrote:`. An answer may quote somebody: only with an address or a clock time. */
function isWroteLine(line: string): boolean {
  if (line.length > 400 || !/(写道|写到|wrote|来信)\s*[:：]\s*$/i.test(line)) return false;
  const dated = /\d{4}\s*[年/.-]\s*\d{1,2}|\d{1,2}[ ,]+\d{4}/.test(line);
  return dated && (/\d{1,2}:\d{2}/.test(line) || /<?[^\s<>@]+@[^\s<>@]+/.test(line));
}

// 发件人 first, then at least two of date, recipient and subject within a few lines: an answer that merely lists 发件人： is no quote.
function startsHeaderBlock(lines: readonly string[], index: number): boolean {
  const first = headerField(lines[index] ?? '');
  if (first?.field === 'date') return startsWithDate(lines, index);
  if (first?.field !== 'from') return false;
  const block = lines.slice(index + 1, index + 12).filter((line) => line.replace(/[\s>|*]/g, '') !== '');
  const fields = new Map(
    block
      .slice(0, 6)
      .map((line) => headerField(line))
      .flatMap((row) => (row === undefined ? [] : [[row.field, row.value]])),
  );
  fields.delete('from');
  const dated = fields.get('date');
  return fields.size >= 2 && (dated === undefined ? first.value.includes('@') : /\d/.test(dated));
}

// Hotmail's blocks begin so; an answer that gives a date is followed by no address.
function startsWithDate(lines: readonly string[], index: number): boolean {
  if (!/^[\s>*]*Date\s*:.*\d/i.test(lines[index] ?? '')) return false;
  const next = headerField(lines[index + 1] ?? '');
  return (next?.field === 'from' || next?.field === 'to') && next.value.includes('@');
}

type Field = keyof typeof fieldNames;

function headerField(line: string): { field: Field; value: string } | undefined {
  // Clients space the words out.
  const row = headerBlockRow.exec(line.slice(0, 300).replace(/(日|时|主|标|抄)[\s\u3000]+(期|间|题|送)/, '$1$2'));
  const groups = row?.groups;
  const field = fields.find((name) => groups?.[name] !== undefined);
  return groups === undefined || field === undefined ? undefined : { field, value: groups['value'] ?? '' };
}

const fields = ['from', 'date', 'to', 'cc', 'subject'] as const;
