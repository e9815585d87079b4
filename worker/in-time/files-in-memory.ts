import { type FileStore, hashOf } from '../../record/files.js';

export function filesInMemory(): FileStore {
  const kept = new Map<string, Uint8Array>();
  return {
    put: (bytes) => {
      const hash = hashOf(bytes);
      kept.set(hash, bytes);
      return Promise.resolve(hash);
    },
    get: (hash) => {
      const bytes = kept.get(hash);
      return bytes === undefined ? Promise.reject(new Error(`no file ${hash} was put`)) : Promise.resolve(bytes);
    },
    has: (hash) => Promise.resolve(kept.has(hash)),
  };
}
