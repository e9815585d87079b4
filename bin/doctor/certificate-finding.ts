import { good, hint, type Finding } from './check.js';

const dayMs = 86_400_000;

/** Said a month before, so that there is time to renew it. */
export function certificateFinding(until: Date, now: Date): Finding {
  const days = Math.floor((until.getTime() - now.getTime()) / dayMs);
  const said = `证书有效期到 ${until.toISOString().slice(0, 10)}`;
  return days < 30 ? hint(`${said}，还有 ${days} 天`, '请其管理员及时换发。') : good(said);
}
