import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keepSecrets } from '../../config/secrets.js';
import { publicUrlOf, type Settings } from '../../config/settings.js';
import { broken, good, hint, type Check, type Finding, type Visit } from './check.js';
import { clockSkew } from './clock-skew.js';

const patienceMs = 8_000;

/** The pages: on this machine, and where the departments open them. */
export const webCheck: Check = {
  name: 'web',
  title: '网页',
  seconds: 20,
  examine: async (visit) => [await here(visit), ...(await outside(visit))],
};

async function here({ settings, isUp }: Visit): Promise<Finding> {
  const { port } = settings.web;
  const url = `http://127.0.0.1:${port}`;
  if (port === 0) return hint('网页用任意端口，从这里找不到它', '请把 WEB_PORT 设为固定端口。');
  const answer = await ask(url, await keyOf(settings));
  if ('reason' in answer) {
    return isUp
      ? broken(`${url} 没有回应（${answer.reason}）`, '请看数据文件夹的 log/worker.err 末尾。')
      : hint(`${url} 没有运行`, '双月未启动：shuangyue up。');
  }
  if (answer.status === 200 && answer.isOurs) return good(`${url} 正常，密钥相符`);
  if (answer.isOurs)
    return broken(`${url} 不认本机的密钥`, '运行着的双月用的是另一份设置：请核对 API_KEY 和 SHUANGYUE_HOME。');
  return broken(`${url} 回应的不是双月`, `端口 ${port} 被别的程序占用：请停掉它，或改 WEB_PORT。`);
}

/** Without the key: whoever answers there is not known yet. */
async function outside({ settings, isUp, now }: Visit): Promise<readonly Finding[]> {
  const { publicUrl } = settings.web;
  if (publicUrl === undefined)
    return [hint(`没有设 WEB_PUBLIC_URL，信里的链接是 ${publicUrlOf(settings.web)}`, '只有本机打得开。')];
  const answer = await ask(publicUrl);
  if ('reason' in answer) {
    const todo = '请核对域名解析、反向代理和证书；单位内网不许从里面访问外网地址的，请从外面打开试试。';
    return [hint(`WEB_PUBLIC_URL ${publicUrl} 从这里打不开（${answer.reason}）`, todo)];
  }
  const clock = answer.date === undefined ? [] : [clockSkew(` ${publicUrl} `, answer.date, now())];
  if (answer.isOurs) return [good(`WEB_PUBLIC_URL ${publicUrl} 通到双月`), ...clock];
  const todo = `请把反向代理指向 127.0.0.1:${settings.web.port}。`;
  return [(isUp ? broken : hint)(`WEB_PUBLIC_URL ${publicUrl} 回应的不是双月（${answer.status}）`, todo), ...clock];
}

type Answer = { readonly status: number; readonly isOurs: boolean; readonly date?: Date } | { readonly reason: string };

async function ask(url: string, key?: string): Promise<Answer> {
  try {
    const response = await fetch(`${url}/api/health`, {
      signal: AbortSignal.timeout(patienceMs),
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    });
    const said = (await response.text()).slice(0, 1_000);
    const date = new Date(response.headers.get('date') ?? '');
    return {
      status: response.status,
      isOurs: /^\{"(ok":true|error":\{"code":"unauthorized")/.test(said),
      ...(!Number.isNaN(date.getTime()) && { date }),
    };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  if (cause.name === 'TimeoutError') return `${patienceMs / 1_000} 秒没有回应`;
  return 'code' in cause ? String(cause.code) : cause.message;
}

/** Made by the first start; a key made here would be one that no server knows. */
async function keyOf(settings: Settings): Promise<string | undefined> {
  if (settings.apiKey !== undefined) return settings.apiKey;
  return existsSync(join(settings.home, 'secrets.json')) ? (await keepSecrets(settings)).apiKey : undefined;
}
