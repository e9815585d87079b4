import { html } from 'hono/html';
import type { Channel } from '../../domain/answer.js';
import type { AnswerEntry, BulletinModel, Paragraph, Traced } from '../../domain/roll-up/bulletin-model.js';
import { sectionHeadings } from '../../domain/roll-up/bulletin-model.js';
import { isTraced } from '../../domain/roll-up/prose.js';
import { arrivedAt } from '../arrived-at.js';
import { ranges, sourceName } from '../source-names.js';
import type { Fragment } from './fragment.js';
import { sourceAnchor } from './spans.js';

const channels: Readonly<Record<Channel, string>> = {
  reply: '邮件回复',
  form: '专用链接',
  sheet: '调度表',
  coordinator: '协调员代录',
};

/** 数据来源, folded: which answers each figure of the text came from, and where each answer is to be found. */
export function sourcesHtml(model: BulletinModel): Fragment {
  return html`<details id="sources">
    <summary>数据来源（${model.answers.length}份报送）</summary>
    <h3>正文数字</h3>
    <p>表格中的数字点选即可查看出处。</p>
    <table>
      <thead>
        <tr>
          <th style="width:20%">位置</th>
          <th style="width:22%">数字</th>
          <th>出处</th>
        </tr>
      </thead>
      <tbody>
        ${texts(model).flatMap(({ place, paragraph }) => figuresOf(paragraph).map((figure) => figureRow(place, figure)))}
      </tbody>
    </table>
    <h3>报送</h3>
    <table>
      <thead>
        <tr>
          <th>报送</th>
          <th>单位</th>
          <th>收到时刻</th>
          <th>渠道</th>
        </tr>
      </thead>
      <tbody>
        ${model.answers.map((answer) => answerRow(answer, model.zone))}
      </tbody>
    </table>
  </details>`;
}

function texts(model: BulletinModel): readonly { place: string; paragraph: Paragraph }[] {
  const sections = model.sections.flatMap(({ id, blocks }) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? [{ place: sectionHeadings[id], paragraph: block }] : [])),
  );
  return [{ place: '标题', paragraph: model.title }, { place: '提要', paragraph: model.summary }, ...sections];
}

function figuresOf({ spans }: Paragraph): readonly Traced[] {
  return spans.filter(isTraced).filter(({ tasks }) => tasks.length > 0);
}

function figureRow(place: string, { text, sources, tasks, comparedWith }: Traced): Fragment {
  const compared = comparedWith === undefined ? '' : `；与第${comparedWith}期比较`;
  const [only] = sources;
  const from =
    only !== undefined && sources.length === 1
      ? html`<a href="#${sourceAnchor(only)}">${sourceName(only)}</a>`
      : `任务${ranges(tasks)}${sources.length === 0 ? '（无报送）' : `（${sources.length}份报送）`}`;
  return html`<tr>
    <td>${place}</td>
    <td>${text.length > 24 ? `${text.slice(0, 24)}…` : text}</td>
    <td>${from}${compared}</td>
  </tr>`;
}

function answerRow(answer: AnswerEntry, zone: string): Fragment {
  return html`<tr id="${sourceAnchor(answer)}" data-answer="${answer.answer}">
    <td>${sourceName(answer)}</td>
    <td>${answer.party}</td>
    <td>${arrivedAt(answer.receivedAt, zone)}</td>
    <td>${channels[answer.channel]}</td>
  </tr>`;
}
