import { join } from 'node:path';
import type { Settings } from '../config/settings.js';
import type { RunningOffice } from './supervisor.js';

/** Where everything is to be found, a line each. `office` are the settings the client reads too. */
export function addressLines({ ready, engine, settings }: RunningOffice, office: Settings): readonly string[] {
  return [
    `  看板　　　　${ready.web}/board（登录密钥：${keyPlace(office)}）`,
    ...(ready.postOfficePort === undefined ? [] : [`  本地邮局　　${ready.web}/post`]),
    ...(engine.uiUrl === undefined ? [] : [`  Temporal UI　${engine.uiUrl}/namespaces/${settings.temporal.namespace}`]),
    `  收件 SMTP　127.0.0.1:${ready.intakePort}`,
    ...(ready.postOfficePort === undefined ? [] : [`  邮局 SMTP　127.0.0.1:${ready.postOfficePort}`]),
    `  数据文件夹　${settings.home}`,
  ];
}

function keyPlace({ apiKey, home }: Settings): string {
  return apiKey === undefined ? `${join(home, 'secrets.json')} 的 apiKey` : '设置中的 API_KEY';
}
