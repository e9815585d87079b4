import { describe, expect, it } from '@jest/globals';
import { bulletinText } from '../../client/bulletin-text.js';

const page = `<div><span>省质强办</span><span>2026年3月1日</span></div>
<figure><svg><text>产品质量</text><text>1</text></svg><figcaption>任务状态构成</figcaption></figure>
<figure><figcaption>表1</figcaption><table>
<tr><th>领域</th><th>已完成</th><th>备注</th></tr>
<tr><td>产品质量</td><td>8<span class="below">61.5%</span></td><td></td></tr>
<tr><td>合计</td><td>13<span class="below">100%</span></td><td>暂定</td></tr>
</table></figure>
<details><summary>数据来源</summary><p>标题 17</p></details>`;

describe('a bulletin on a terminal', () => {
  it('has its tables in columns and nothing of its drawings', () => {
    expect(bulletinText(page)).toBe(
      [
        '省质强办　2026年3月1日',
        '',
        '表1',
        '',
        '领域      已完成   备注',
        '产品质量  8 61.5%',
        '合计      13 100%  暂定',
      ].join('\n'),
    );
  });
});
