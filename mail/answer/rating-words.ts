import type { Rating } from '../../domain/rating.js';
import { clausesOf, halfWidth } from './half-width.js';

const subject =
  '(?:目前|现|截至目前|总体|整体|基本情况|(?:该|本|此)?(?:项)?(?:任务|工作|目标|项目)|年度(?:目标|任务)|进展|进度|状态|情况|自评|为|是|:|\\s)*';

/** A rating counts only as a whole clause: “已完成抽检120批次” rates nothing, “部分企业尚未启动” neither. */
const words: readonly (readonly [Rating, RegExp])[] = [
  [
    'done',
    clause(
      '(?:已|已经|均已|已全部|已如期|已按期|已提前|全部|如期|按期|提前)(?:完成|办结)(?:任务|目标|年度目标|年度任务|目标任务)?',
    ),
  ],
  [
    'onTrack',
    clause('(?:按|按照)?序时(?:进度)?(?:推进|进行|开展)?(?:中)?|(?:正常|按计划|按期)(?:推进|开展|进行)(?:中)?'),
  ],
  ['behind', clause('(?:进展|进度|推进)?(?:有所|较为|相对|略有|较)?(?:滞后|落后)(?:于序时(?:进度)?)?')],
  ['notStarted', clause('(?:尚|还|暂)?(?:未|没有)(?:启动|开展|开始|实施)')],
  ['longTerm', clause('(?:作为|属于|列为)?长期(?:推进|坚持)(?:任务|工作|类)?')],
  ['adjust', clause('(?:拟|现)?申请调整(?:任务|目标|时限|目标值|年度目标|完成时限)*')],
  ['separate', clause('(?:已|将|拟)?(?:另行|通过保密渠道|按保密渠道)报送(?:材料)?')],
];

function clause(pattern: string): RegExp {
  return new RegExp(`^${subject}(?:${pattern})(?:。)?$`);
}

/** Every rating said in a text as a clause of its own, without repetition. */
export function ratingsIn(text: string): Rating[] {
  const found = clausesOf(halfWidth(text)).flatMap((said) => ratingOf(said) ?? []);
  return [...new Set(found)];
}

export function ratingOf(said: string): Rating | undefined {
  if (said.length > 40) return undefined;
  const bare = said.replace(/^[("'“【[]+|[)"'”】\].]+$/g, '').trim();
  return words.find(([, shape]) => shape.test(bare))?.[0];
}

/** 无变化: the party confirms its last figure. */
export function isUnchanged(said: string): boolean {
  return /^(?:本期|与?上期相?比?|较上期|目前|暂|情况|进展|工作|数据|:|\s)*(?:无(?:新的?)?(?:变化|进展|变动)|没有(?:新的?)?(?:变化|变动)|未发生变化)$|^(?:同|与)上期(?:一致|相同|数据)?$/.test(
    said.replace(/^[("'“【[]+|[)"'”】\].]+$/g, ''),
  );
}

/** 各项均无变化: said once for all tasks asked. */
export function isAllUnchanged(said: string): boolean {
  return said.length <= 30 && /(?:均|全部|都|各项|所有).{0,12}(?:无(?:新的?)?变化|没有变化)$/.test(said);
}
