import { describe, expect, it } from '@jest/globals';
import { registerNoteWords } from '../../client/words/register-notes.js';
import { readRegister } from '../../config/register/read-register.js';
import { smallRegister } from '../config/register/small-register.js';

const chinese = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;

/** What an English reader is told of a register in which one text was put for another. */
function notes(from: string | RegExp, to: string): readonly string[] {
  const text = smallRegister.replace(from, to);
  expect(text).not.toBe(smallRegister);
  const { problems, warnings } = readRegister(text, 'small.yaml');
  return [...problems, ...warnings].map(({ code, message }) => registerNoteWords.en(code, message));
}

describe('what is wrong with a register, in English', () => {
  it('names a key that is unknown, and the one that was meant', () => {
    expect(notes('issuer:', 'isuer:').join('\n')).toMatch(/no item of a register.*\("isuer"\)\. Did you mean issuer\?/);
  });

  it('names a key that was left out', () => {
    expect(notes(/\n {2}title:[^\n]*/, '').join('\n')).toMatch(/left out; add it \(title\)\./);
  });

  it.each([
    [/lead: \S+/, 'lead: 无此单位', /not among the parties.*\("无此单位"\)/],
    [/kind: department/, 'kind: bureau', /none of the values|not expected/],
    [/deadline: \S+/, 'deadline: 02-30', /no day that exists/],
  ])('tells the rule and the register’s own word for %s', (from, to, sentence) => {
    expect(notes(from, to).join('\n')).toMatch(sentence);
  });

  it('is Chinese nowhere but in the register’s words', () => {
    const all = notes(/lead: \S+/, 'lead: 无此单位').map((said) => said.replaceAll(/"[^"]*"/g, ''));
    expect(all.filter((said) => chinese.test(said))).toEqual([]);
  });
});
