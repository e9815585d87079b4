import type { DoctorWords } from './words/doctor-words.js';
import { good, broken, type Check, type Finding } from './check.js';

const oldest = [20, 19] as const;
const zone = 'Asia/Shanghai';

/** The program that runs us, and what it knows of time. */
export const programCheck: Check = {
  name: 'program',
  seconds: 5,
  examine: async ({ words }) => [nodeVersion(process.versions.node, words), zoneData(words)],
};

function nodeVersion(version: string, words: DoctorWords): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNewEnough = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  return isNewEnough ? good(`Node.js ${version}`) : broken(words.nodeTooOld(version), words.nodeTodo(oldest.join('.')));
}

function zoneData(words: DoctorWords): Finding {
  const noon = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
  return noon.format(new Date('2026-07-01T04:00:00Z')) === '12'
    ? good(words.zoneKnown(zone))
    : broken(words.zoneUnknown(zone), words.zoneTodo);
}
