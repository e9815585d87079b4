import type { RunningOffice } from './supervisor.js';

/** Where everything is to be found, a line each. */
export function addressLines({ ready, engine, settings }: RunningOffice): readonly string[] {
  return [
    `  看板　　　　${ready.web}/board`,
    ...(ready.postOfficePort === undefined ? [] : [`  本地邮局　　${ready.web}/post`]),
    ...(engine.uiUrl === undefined ? [] : [`  Temporal UI　${engine.uiUrl}/namespaces/${settings.temporal.namespace}`]),
    `  接口　　　　${ready.web}/api（密钥见 shuangyue 的数据文件夹）`,
    `  收件 SMTP　127.0.0.1:${ready.intakePort}`,
    ...(ready.postOfficePort === undefined ? [] : [`  邮局 SMTP　127.0.0.1:${ready.postOfficePort}`]),
    `  数据文件夹　${settings.home}`,
  ];
}
