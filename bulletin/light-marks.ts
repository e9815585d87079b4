import type { Light } from '../domain/pace.js';

/** A light in print: a sign of its own shape and colour before its word, readable without colour. */
export const lightMarks: Readonly<Partial<Record<Light, { readonly sign: string; readonly colour: string }>>> = {
  green: { sign: '●', colour: '1A8F4C' },
  yellow: { sign: '◐', colour: 'C98F00' },
  red: { sign: '■', colour: 'C8102E' },
};
