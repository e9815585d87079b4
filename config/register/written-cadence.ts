import { defaultCadence, type BriskCadence, type Cadence } from '../../domain/cadence.js';

/** A cadence with the keys and units of a register file: a brisk one in seconds. */
export function writtenCadence(cadence: Cadence = defaultCadence): Record<string, string | number> {
  return cadence.kind === 'calendar' ? { ...cadence } : inSeconds(cadence);
}

function inSeconds({ kind, ...times }: BriskCadence): Record<string, string | number> {
  const seconds = Object.entries(times).map(([key, ms]) => [key.replace(/Ms$/, 'Seconds'), ms / 1000] as const);
  return { kind, ...Object.fromEntries(seconds) };
}

/** The keys of a written cadence that differ from the usual one; a brisk cadence has no usual one. */
export function unusualCadence(cadence: Cadence = defaultCadence): Record<string, string | number> {
  const written = writtenCadence(cadence);
  if (cadence.kind === 'brisk') return written;
  const usual = writtenCadence(defaultCadence);
  return Object.fromEntries(Object.entries(written).filter(([key, value]) => usual[key] !== value));
}
