import { lookForTemporal } from '../../worker/local/temporal-binary.js';
import { broken, good, hint, type Check } from './check.js';

/** The program of the embedded engine; nobody needs it where the engine runs elsewhere. */
export const engineProgramCheck: Check = {
  name: 'temporal-program',
  title: 'Temporal 程序',
  seconds: 45,
  examine: async ({ settings: { temporal, cacheFolder } }) => {
    if (temporal.address !== undefined) return [good('用别处的 Temporal，本机不需要程序')];
    try {
      const path = await lookForTemporal({ cli: temporal.cli, cacheDir: cacheFolder });
      if (path !== undefined) return [good(path)];
    } catch (error) {
      return [broken(error instanceof Error ? error.message : String(error))];
    }
    const todo = '首次 up 会自动下载（约 160 MB）；不能上网的机器，请把 temporal 放进 PATH 或用 TEMPORAL_CLI 指明。';
    return [hint(`PATH 和 ${cacheFolder} 里都没有 temporal`, todo)];
  },
};
