import type { FormLink, FormLinkEntry } from '../../domain/form-links.js';

/** A party's link as a coordinator passes it on. */
export function linkEntry({ token, ...link }: FormLink, publicUrl: string): FormLinkEntry {
  return { ...link, url: token === null ? null : `${publicUrl}/a/${token}` };
}
