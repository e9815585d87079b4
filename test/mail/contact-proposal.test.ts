import { describe, expect, it } from '@jest/globals';
import { readContactProposal } from '../../mail/answer/contact-proposal.js';
import { takeContactChange } from '../../mail/answer/requests.js';

const read = (text: string) => {
  const { change, which } = takeContactChange(text);
  return change === undefined ? undefined : readContactProposal(change, which);
};

const zhang = { name: '张三（副处长）', phone: '024-86890002', email: 'zhang@ln.example' };

describe('a hand-over by reply', () => {
  it.each([
    '联络员变更：张三、副处长、024-86890002、zhang@ln.example',
    '联络员变更：张三、副处长、024－86890002、ｚｈａｎｇ＠ｌｎ．ｅｘａｍｐｌｅ',
    '联络员变更为：张三，副处长，024-86890002，zhang@ln.example。',
    '联络员变更：张三（副处长），电话024-86890002，邮箱zhang@ln.example',
    '联络员变更：\n姓名：张三\n职务：副处长\n电话：024-86890002\n邮箱：zhang@ln.example',
    '联络员变更：zhang@ln.example 024-86890002 张三 副处长',
    '联络员变更：原联络员王五，现联络员张三、副处长、024-86890002、zhang@ln.example',
    '联络员由王五变更为张三、副处长、024-86890002、zhang@ln.example',
    '收到。\n一、联络员变更：姓名：张三；职务：副处长；办公电话：024-86890002；电子邮箱：zhang@ln.example\n任务17：已完成。',
  ])('%j', (text) => {
    expect(read(text)).toEqual(zhang);
  });

  it('names the second liaison where it says so', () => {
    expect(read('联络员B变更：李四、13900000001、li@ln.example')).toEqual({
      post: 'liaison-b',
      name: '李四',
      phone: '13900000001',
      email: 'li@ln.example',
    });
  });

  it('keeps two numbers', () => {
    expect(read('联络员变更：李四，024-86890002，13900000001，li@ln.example')?.phone).toBe('024-86890002、13900000001');
  });

  it.each(['联络员变更：张三、副处长、024-86890002', '联络员变更：zhang@ln.example', '联络员变更：请与我处联系'])(
    'half an entry is none: %s',
    (text) => expect(read(text)).toBeUndefined(),
  );

  it('leaves the rest of the mail as it was', () => {
    const { rest } = takeContactChange('任务17：已完成。\n联络员变更：张三、zhang@ln.example\n任务18：无变化');
    expect(rest.replaceAll(/\n+/g, '\n')).toBe('任务17：已完成。\n任务18：无变化');
  });
});
