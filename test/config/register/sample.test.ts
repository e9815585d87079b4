import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '../../../config/project-root.js';
import { readRegister } from '../../../config/register/read-register.js';
import { readRegisterFile } from '../../../config/register/read-register-file.js';

const file = join(projectRoot(), 'config/samples/liaoning-quality.yaml');
const reading = readRegister(readFileSync(file, 'utf8'), 'liaoning-quality.yaml');

describe('the sample register', () => {
  it('has no problems', () => {
    expect(reading.problems).toEqual([]);
    expect(reading.register).toBeDefined();
  });

  it('holds 106 tasks of 35 departments, and 14 cities', () => {
    const { parties = [], tasks = [] } = reading.register ?? {};
    expect(tasks.map(({ number }) => number)).toEqual(Array.from({ length: 106 }, (_, index) => index + 1));
    expect(parties.filter(({ kind }) => kind === 'department')).toHaveLength(35);
    expect(parties.filter(({ kind }) => kind === 'city')).toHaveLength(14);
    expect(new Set(tasks.map(({ lead }) => lead)).size).toBe(35);
  });

  it('maps liaisons to posts a and b', () => {
    const party = reading.register?.parties.find(({ code }) => code === 'gxt');
    expect(party?.posts).toEqual({
      'liaison-a': { name: '联络员A', email: 'gxt.liaison@ln.example', phone: '024-00000301' },
      'liaison-b': { name: '联络员B', email: 'gxt.deputy@ln.example' },
      section: { name: '承办处室', email: 'gxt.section@ln.example', phone: '024-00000302' },
      office: { name: '单位办公室', email: 'gxt.office@ln.example' },
      head: { name: '分管负责人', email: 'gxt.head@ln.example' },
    });
  });

  it('reads the same from the file', async () => {
    expect((await readRegisterFile(file)).register).toEqual(reading.register);
  });

  it('warns only of cities without tasks', () => {
    expect(reading.warnings.map(({ code }) => code)).toEqual(['party-unused']);
  });
});
