import { z } from 'zod';
import type { Party, Relation } from '../../domain/register.js';
import { codeSchema, lineSchema, mailDomainSchema, partyPostSchema } from './text-schema.js';

const relations = ['own', 'peer', 'party', 'mass', 'central', 'city'] as const satisfies readonly Relation[];

/** A party's row as an office writes it: liaisons A and B as a list, the other posts by name. */
export const partySchema = z.strictObject({
  code: codeSchema,
  name: lineSchema,
  fullName: lineSchema.exactOptional(),
  aliases: z.array(lineSchema).default([]),
  kind: z.enum(['department', 'city']),
  relation: z.enum(relations),
  region: lineSchema.exactOptional(),
  mailDomains: z.array(mailDomainSchema).min(1).exactOptional(),
  liaisons: z.array(partyPostSchema).min(1),
  section: partyPostSchema.exactOptional(),
  office: partyPostSchema.exactOptional(),
  head: partyPostSchema.exactOptional(),
});

/** The party of a checked row. */
export function partyOf(row: z.output<typeof partySchema>): Party {
  const { liaisons, section, office, head, fullName = row.name, ...rest } = row;
  const [liaisonA, liaisonB] = liaisons;
  return {
    ...rest,
    fullName,
    posts: {
      ...(liaisonA && { 'liaison-a': liaisonA }),
      ...(liaisonB && { 'liaison-b': liaisonB }),
      ...(section && { section }),
      ...(office && { office }),
      ...(head && { head }),
    },
  };
}
