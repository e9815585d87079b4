import { AlignmentType } from 'docx';
import { sizes } from '../../documents/office-fonts.js';
import { officialSection, textWidth } from '../../documents/official-page.js';
import { officeTable, type SheetCell } from '../../documents/office-table.js';
import { packDocument } from '../../documents/pack-document.js';
import { openWriter, words } from '../../documents/words.js';
import { instant } from '../compose/chinese-date.js';
import type { CallSheet, CallsModel } from '../compose/letter-model.js';
import { roundName } from '../compose/round-name.js';

const room =
  '时间：　　　　　　通话人：\n□收到　□未收到\n卡在：□处室　□审签　□数据　□其他\n预计：　　月　　日\n□申请延期　□更换联系人';

/** The 电话清单 on paper: whom to ring about what, with room to note the four points of each call. */
export function setCallList(model: CallsModel, zone: string): Promise<Buffer> {
  const { round, parties, at, campaign } = model;
  const write = openWriter();
  const tasks = parties.reduce((sum, sheet) => sum + sheet.tasks.length, 0);
  const title = `${roundName(round.round)}电话清单`;
  const until = `报送截止：${instant(round.answerBy, zone)}。截至${instant(at, zone)}，${parties.length}个单位${tasks}项待报。内部使用。`;
  return packDocument({
    title,
    author: campaign.issuer,
    date: at.slice(0, 10),
    sections: [
      officialSection('landscape', [
        write('OfficeTitle', words(title)),
        write('OfficePlain', words(until, { size: sizes.小四 }), {
          alignment: AlignmentType.CENTER,
          spacing: { line: 400, lineRule: 'exact', after: 120 },
        }),
        officeTable(
          {
            widths: [12, 22, 26, 12, 28],
            head: ['单位', '联系岗位', '未报任务', '提示', '通话记录'],
            rows: parties.map(callRow),
            rowHeight: 1700,
          },
          textWidth.landscape,
        ),
      ]),
    ],
  });
}

function callRow({ party, posts, tasks, troubles = [] }: CallSheet): readonly SheetCell[] {
  return [
    { text: `${party.name}\n（${tasks.length}项）`, align: 'center' },
    { text: posts.map(({ name, phone, email }) => [name, phone, email].filter(Boolean).join('　')).join('\n') },
    {
      text: tasks
        .toSorted((one, other) => one.number - other.number)
        .map(({ number, title }) => `${number}．${title}`)
        .join('\n'),
    },
    { text: troubles.join('\n') },
    { text: room },
  ];
}
