import { describe, expect, it } from '@jest/globals';
import { composeLetter } from '../../mail/compose/compose-letter.js';
import type { LetterModel, OpeningModel } from '../../mail/compose/letter-model.js';
import { parties, samples, zone } from './letter-samples.js';

const compose = (kind: string, more: object = {}) =>
  composeLetter({ ...samples(parties.peer)[kind], ...more } as LetterModel, { zone });

describe('a letter that asks to confirm the contacts', () => {
  it('shows what is on file and the link', () => {
    const { subject, text } = compose('contacts-confirm');
    expect(subject).toBe('【联络员确认】请核对贵单位双月调度联络登记');
    for (const said of [
      '联络员A',
      'zhang@ln.example',
      '024-87654321',
      'https://shuangyue.ln.example/c/abc.def',
      '2月19日前',
    ])
      expect(text).toContain(said);
    expect(text).toContain('联络员变更：姓名、职务、电话、邮箱');
  });

  it('may be a paragraph of the 调度通知', () => {
    const confirm = 'https://shuangyue.ln.example/c/abc.def';
    const asking = compose('opening', { confirm } satisfies Partial<OpeningModel>).text;
    expect(asking).toContain(confirm);
    expect(asking).toContain('六、请同时核对联络员登记');
    expect(compose('opening').text).not.toContain('核对联络员登记');
  });
});

describe('a welcome to a new liaison', () => {
  it('names the open tasks and the link that works', () => {
    const { subject, text } = compose('contacts-welcome');
    expect(subject).toContain('尚有2项任务待报');
    expect(text).toContain('首台（套）重大装备攻关');
    expect(text).toContain('4月27日（星期一）17:00前报送');
  });

  it('says that nothing is due between rounds', () => {
    expect(compose('contacts-welcome-between').text).toContain('目前没有待报事项');
  });
});

it('a receipt of a change says how to object', () => {
  const { text } = compose('contacts-changed');
  expect(text).toContain('联络员A由张三变更为李四（li@ln.example）');
  expect(text).toContain('如非贵单位所提或登记有误');
});
