import { z } from 'zod';

/** One line of text for letters' heads and tables: trimmed, not empty, no control characters. */
export const lineSchema = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u);

/** Running text; may hold line breaks. */
export const proseSchema = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .regex(/^[^\p{Cc}]*(?:[\n\r\t][^\p{Cc}]*)*$/u);

/** A code that may stand in workflow ids, file names and mail addresses. */
export const codeSchema = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9-]{0,39}$/);

/** `MM-DD` that exists in every year. */
export const monthDaySchema = z.string().trim().refine(isMonthDay);

/** True for `MM-DD` that exists in every year; 02-29 does not. */
export function isMonthDay(text: string): boolean {
  const [, month, day] = /^(\d\d)-(\d\d)$/.exec(text) ?? [];
  const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1];
  return days !== undefined && Number(day) >= 1 && Number(day) <= days;
}

/** A telephone number as people write it: one line with at least three digits (`024-12345678转6`, `13900000000、8601`). */
export const phoneSchema = lineSchema.max(60).regex(/(?:\D*\d){3}/);

/** Anybody has an address there; one who has it speaks for nobody. */
const publicDomains =
  /(^|\.)(qq|foxmail|163|126|yeah|188|139|189|wo|sina|sohu|aliyun|tom|21cn|gmail|outlook|hotmail|live|icloud|yahoo|msn)\.(com|net|cn|com\.cn)$/;

/** The mail domain of an office of its own, in lower case. */
export const mailDomainSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/)
  .refine((domain) => !publicDomains.test(domain));

export const postSchema = z.strictObject({ name: lineSchema, email: z.email() });

/** A post that may be rung as well: those of the parties. */
export const partyPostSchema = postSchema.extend({ phone: phoneSchema.exactOptional() });
