import { join } from 'node:path';
import type { Words } from '../client/words.js';
import { publicUrlOf, type Settings } from '../config/settings.js';
import type { RunningOffice } from './supervisor.js';

/** Where everything is to be found, a line each. `office` are the settings the client reads too. */
export function addressLines(
  { ready, engine, settings }: RunningOffice,
  office: Settings,
  { running }: Words,
): readonly string[] {
  const lines = [
    running.board(`${publicUrlOf({ port: ready.webPort })}/board`, keyPlace(office, running)),
    ...(settings.web.publicUrl === undefined ? [] : [running.outside(ready.web)]),
    ...(ready.postOfficePort === undefined ? [] : [running.postOffice(`${ready.web}/post`)]),
    ...(engine.uiUrl === undefined ? [] : [running.ui(`${engine.uiUrl}/namespaces/${settings.temporal.namespace}`)]),
    running.intake(`127.0.0.1:${ready.intakePort}`),
    ...(ready.postOfficePort === undefined ? [] : [running.postOfficeSmtp(`127.0.0.1:${ready.postOfficePort}`)]),
    running.home(settings.home),
  ];
  return lines.map((line) => `  ${line}`);
}

function keyPlace({ apiKey, home }: Settings, running: Words['running']): string {
  return apiKey === undefined ? running.keyIn(join(home, 'secrets.json')) : running.keyOfSettings;
}
