import { deflateRawSync } from 'node:zlib';

/** Enough for parts of a few kilobytes; what it takes to begin counts more than the last hundred bytes. */
const forSmallParts = { level: 4, memLevel: 6, windowBits: 13 } as const;

/**
 * As much of a CompressionStream as the library that writes workbooks asks of one. A true stream for each of a workbook's
 * dozen small parts takes twice the time of the whole workbook.
 */
export class DeflateAtOnce {
  private readonly deflated: Uint8Array[] = [];

  readonly writable = {
    getWriter: () => ({
      write: (part: Uint8Array): void => void this.deflated.push(deflateRawSync(part, forSmallParts)),
      close: (): void => undefined,
    }),
  };

  readonly readable = {
    getReader: () => ({
      read: () => {
        const value = this.deflated.shift();
        return Promise.resolve(value === undefined ? { done: true } : { done: false, value });
      },
    }),
  };
}
