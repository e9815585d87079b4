import { good, broken, type Check } from './check.js';

const oldest = [20, 19] as const;
const zone = 'Asia/Shanghai';

/** The program that runs us, and what it knows of time. */
export const programCheck: Check = {
  name: 'program',
  title: '运行环境',
  seconds: 5,
  examine: () => Promise.resolve([nodeVersion(process.versions.node), zoneData()]),
};

function nodeVersion(version: string) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNewEnough = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  return isNewEnough
    ? good(`Node.js ${version}`)
    : broken(`Node.js ${version} 太旧`, `请装 ${oldest.join('.')} 或更高版本。`);
}

function zoneData() {
  const noon = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
  return noon.format(new Date('2026-07-01T04:00:00Z')) === '12'
    ? good(`时区数据：${zone} 为东八区`)
    : broken(`时区数据不全：${zone} 不是东八区`, '请换用带完整 ICU 的 Node.js（官方版本即是）。');
}
