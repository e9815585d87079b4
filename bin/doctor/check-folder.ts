import { existsSync } from 'node:fs';
import { mkdir, open, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { broken, good, hint, type Check, type Finding } from './check.js';

const gib = 1024 ** 3;
const least = { broken: 0.2 * gib, hint: 2 * gib } as const;
const writes = 20;

/** The folder that everything is kept in: writable, with space, and on a disk that keeps its word. */
export const folderCheck: Check = {
  name: 'folder',
  title: '数据文件夹',
  seconds: 20,
  examine: async ({ settings: { home } }) => {
    const isNew = !existsSync(home);
    const folder = isNew ? nearestFolder(home) : home;
    const made = good(isNew ? `${home} 还没有，首次启动时建立` : home);
    return [made, await space(folder), await durableWrites(folder)];
  },
};

function nearestFolder(path: string): string {
  return existsSync(path) ? path : nearestFolder(dirname(path));
}

async function space(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const said = `可用空间 ${(free / gib).toFixed(1)} GB`;
  if (free > least.hint) return good(said);
  return (free < least.broken ? broken : hint)(said, '请腾出空间：来信原件和记录只增不减，一年几个 GB。');
}

/** What is acknowledged has been written through: an answer takes a few of these. */
async function durableWrites(folder: string): Promise<Finding> {
  const trial = join(folder, `.doctor-${process.pid}`);
  try {
    await mkdir(trial);
    const file = await open(join(trial, 'trial'), 'w');
    const start = performance.now();
    for (let written = 0; written < writes; written += 1) {
      await file.write(Buffer.alloc(4096, written));
      await file.sync();
    }
    const ms = (performance.now() - start) / writes;
    await file.close();
    const said = `可以写入，落盘一次约 ${ms.toFixed(1)} 毫秒`;
    return ms < 50 ? good(said) : hint(said, '磁盘较慢：报送集中时会慢，请换用本地固态盘，勿用网络盘。');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return broken(`写不进去：${reason}`, '请核对这个文件夹的主人、权限和磁盘空间，或换 SHUANGYUE_HOME。');
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}
