import { lookForTemporal } from '../../worker/local/temporal-binary.js';
import { saidIn } from '../../domain/sentence.js';
import { broken, good, hint, type Check } from './check.js';

/** The program of the embedded engine; nobody needs it where the engine runs elsewhere. */
export const engineProgramCheck: Check = {
  name: 'temporal-program',
  seconds: 45,
  examine: async ({ settings: { temporal, cacheFolder }, words }) => {
    const { engineElsewhere, programMissing, programTodo } = words.services;
    if (temporal.address !== undefined) return [good(engineElsewhere)];
    try {
      const path = await lookForTemporal({ cli: temporal.cli, cacheDir: cacheFolder });
      if (path !== undefined) return [good(path)];
    } catch (error) {
      return [broken(saidIn(words.language, error))];
    }
    return [hint(programMissing(cacheFolder), programTodo)];
  },
};
