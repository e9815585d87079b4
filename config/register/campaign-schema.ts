import { z } from 'zod';
import { codeSchema, lineSchema, postSchema } from './text-schema.js';

const isZone = (zone: string): boolean => zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone);

/** The campaign's own keys; `cadence` and `quietDays` have schemas of their own. */
export const campaignSchema = z.strictObject({
  id: codeSchema,
  title: lineSchema,
  issuer: lineSchema,
  bulletin: lineSchema,
  principles: z.array(lineSchema).min(1),
  areas: z.array(lineSchema).min(1),
  zone: z.string().trim().refine(isZone).default('Asia/Shanghai'),
  office: postSchema,
  coordinators: z.array(postSchema.extend({ code: codeSchema })).min(1),
  bulletinTo: z.array(z.email()).default([]),
  phone: lineSchema.exactOptional(),
  basis: lineSchema.exactOptional(),
  publish: z.enum(['approval', 'automatic']).default('approval'),
  escalation: z.enum(['signed', 'automatic']).default('signed'),
});

export const quietDaysSchema = z.array(
  z.strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    region: lineSchema.exactOptional(),
    party: lineSchema.exactOptional(),
  }),
);
