import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '../../config/project-root.js';
import { decodeWorkbook } from '../../sheets/decode-workbook.js';
import { readWorkbook } from '../../sheets/read-workbook.js';
import { partsWith, plainParts } from './plain-parts.js';
import { zipOf } from './zip-of.js';

const sample = readFileSync(join(projectRoot(), 'config/samples/liaoning-quality.xlsx'));
const cellsOf = async (rows: string) => (await decodeWorkbook(zipOf(plainParts(rows)))).sheets[0]?.rows[0];

describe('a workbook read in a thread of its own', () => {
  it('is the same as read here', async () => {
    expect(await readWorkbook(sample)).toEqual(await decodeWorkbook(sample));
  });

  it('that is hostile is refused with its sentence', async () => {
    const bytes = zipOf(partsWith('xl/workbook.xml', (text) => text.replace('<workbook', '<!DOCTYPE x><workbook')));
    await expect(readWorkbook(bytes)).rejects.toMatchObject({ name: 'SheetRefused', code: 'entity' });
  });

  it('that takes too long is stopped', async () => {
    const limits = { timeMs: 1, memoryMb: 256 };
    await expect(readWorkbook(sample, limits)).rejects.toMatchObject({ name: 'SheetRefused', code: 'too-slow' });
  });

  it('that takes too much memory is stopped', async () => {
    const rows = Array.from({ length: 4_000 }, (_, row) => `<row r="${row + 1}">${'<c t="inlineStr"><is><t>一二三四五</t></is></c>'.repeat(14)}</row>`); // prettier-ignore
    const limits = { timeMs: 60_000, memoryMb: 8 };
    const read = readWorkbook(zipOf(plainParts(rows.join(''))), limits);
    await expect(read).rejects.toMatchObject({ name: 'SheetRefused', code: 'bomb' });
  });
});

describe('what a cell says', () => {
  it.each([
    ['a number', '<c r="A1"><v>1.5</v></c>', { kind: 'number', value: 1.5 }],
    ['a text in place', '<c r="A1" t="inlineStr"><is><t>省科技厅</t></is></c>', { kind: 'text', value: '省科技厅' }],
    ['text in several fonts', '<c r="A1" t="inlineStr"><is><r><t>省科</t></r><r><t>技厅</t></r></is></c>', { kind: 'text', value: '省科技厅' }], // prettier-ignore
    ['a truth', '<c r="A1" t="b"><v>1</v></c>', { kind: 'boolean', value: true }],
    ['a formula with its result', '<c r="A1"><f>1+1</f><v>2</v></c>', { kind: 'number', value: 2 }],
    ['a formula with its text', '<c r="A1" t="str"><f>B1</f><v>省科技厅</v></c>', { kind: 'text', value: '省科技厅' }],
    ['a formula without its result', '<c r="A1"><f>1+1</f></c>', { kind: 'uncached', value: '=1+1' }],
    ['an error', '<c r="A1" t="e"><v>#REF!</v></c>', { kind: 'error', value: '#REF!' }],
    ['an error of a formula', '<c r="A1" t="e"><f>B1</f><v>#N/A</v></c>', { kind: 'error', value: '#N/A' }],
    ['a date in ISO', '<c r="A1" t="d"><v>2026-06-30T00:00:00</v></c>', { kind: 'text', value: '2026-06-30T00:00:00' }],
  ])('%s', async (_name, cell, expected) => {
    expect((await cellsOf(`<row r="1">${cell}</row>`))?.[0]).toEqual(expected);
  });
});
