import { broken, good, type Finding } from './check.js';

const toleranceMs = 60_000;

/** Deadlines are kept by this machine's clock: it has to agree with the clocks of those it works with. */
export function clockSkew(whose: string, theirs: Date, ours: Date): Finding {
  const skewMs = ours.getTime() - theirs.getTime();
  if (Math.abs(skewMs) <= toleranceMs) return good(`时钟与${whose}相差不到 ${toleranceMs / 1_000} 秒`);
  const seconds = Math.round(Math.abs(skewMs) / 1_000);
  return broken(
    `本机时钟比${whose}${skewMs > 0 ? '快' : '慢'} ${seconds} 秒`,
    '“按期”以时钟为准：请打开两边的自动校时（如 timedatectl set-ntp true）。',
  );
}
