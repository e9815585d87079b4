/** A column of a table: its key, and what its heading may say; the first is the one that is written. */
export interface Column {
  readonly key: string;
  readonly headings: readonly [string, ...string[]];
  /** Headings that mean this column only where no better one is there. */
  readonly otherwise?: readonly string[];
}

/** 任务台账: one row a task; further targets of a task in the rows below it. */
export const taskColumns: readonly Column[] = [
  { key: 'number', headings: ['序号', '编号', '任务编号', '任务序号', '项号', '任务号', 'no', 'no.'] },
  { key: 'area', headings: ['质量领域', '领域', '所属领域', '任务领域', '类别', '任务类别', '板块'] },
  { key: 'aspect', headings: ['方面', '重点方面', '工作方面', '重点领域', '任务分类', '工作方向'] },
  { key: 'principle', headings: ['原则', '工作原则', '基本原则', '对应原则'] },
  {
    key: 'title',
    headings: ['任务名称', '任务', '重点任务', '工作任务名称', '任务事项', '工作事项', '事项', '项目名称'],
    otherwise: ['名称', '任务标题'],
  },
  {
    key: 'requirement',
    headings: ['工作任务', '任务内容', '工作要求', '任务要求', '主要内容', '工作内容', '具体任务', '具体措施'],
    otherwise: ['工作措施', '主要任务', '具体内容', '内容'],
  },
  {
    key: 'goal',
    headings: ['工作目标', '年度目标', '目标', '目标要求', '预期目标', '预期成效', '年度工作目标', '目标任务'],
  },
  {
    key: 'lead',
    headings: ['牵头单位', '牵头部门', '牵头责任单位', '主办单位', '主办部门', '主责单位', '主责部门', '牵头'],
    otherwise: ['责任单位', '责任部门', '承办单位', '承办部门', '落实单位'],
  },
  {
    key: 'support',
    headings: ['配合单位', '配合部门', '协办单位', '协办部门', '协同单位', '协同部门', '参与单位', '参加单位', '配合'],
    otherwise: ['责任单位', '责任部门', '支持单位', '其他责任单位'],
  },
  {
    key: 'value',
    headings: ['量化目标', '目标值', '量化指标', '指标值', '年度目标值', '目标数', '目标数值', '量化目标值'],
  },
  { key: 'unit', headings: ['单位', '计量单位', '目标单位', '指标单位'] },
  { key: 'kind', headings: ['指标类型', '目标类型', '类型', '指标性质', '目标性质', '统计方式'] },
  { key: 'by', headings: ['目标时限', '指标时限', '目标完成时限', '达标时限', '量化目标时限'] },
  { key: 'scope', headings: ['口径', '统计口径', '指标口径', '口径说明', '计算口径'] },
  { key: 'baseline', headings: ['上年底基数', '基数', '上年基数', '上年末基数', '基期值', '上年底数', '上年完成数'] },
  { key: 'milestones', headings: ['分期目标', '阶段目标', '分阶段目标', '阶段性目标', '里程碑', '季度目标'] },
  {
    key: 'deadline',
    headings: ['完成时限', '时限', '完成时间', '完成期限', '办结时限', '时限要求', '时间节点', '截止时间', '完成日期'],
  },
];

/** Columns of a task that describe a target. */
export const targetKeys = ['value', 'unit', 'kind', 'by', 'scope', 'baseline', 'milestones'] as const;

const posts = [
  [
    'liaison-a',
    ['联络员A', '联络员', '联络员1', '联络员一', '第一联络员', 'A岗联络员', '主联络员', '联系人', '工作联络员'],
  ],
  ['liaison-b', ['联络员B', '联络员2', '联络员二', '第二联络员', 'B岗联络员', '备用联络员', '副联络员']],
  ['section', ['承办处室', '责任处室', '业务处室', '处室', '牵头处室']],
  ['office', ['单位办公室', '办公室', '综合处', '厅办公室']],
  ['head', ['分管负责人', '分管领导', '负责人', '主管领导', '责任领导', '分管负责同志', '分管厅领导', '分管同志']],
] as const satisfies readonly (readonly [string, readonly [string, ...string[]]])[];

/** Words for a number and an address. A bare one belongs to the post whose column stands to its left. */
export const phoneWords = ['电话', '联系电话', '手机', '手机号', '手机号码', '座机', '办公电话', '电话号码'];
export const mailWords = ['邮箱', '电子邮箱', '邮箱地址', '电子邮件', '邮件', '邮件地址', 'email', 'e-mail'];

const joined = (names: readonly string[], words: readonly string[]): string[] =>
  names.flatMap((name) => words.map((word) => name + word));

/** 单位通讯录: posts with a column for what each is called, its number and its address. */
export const partyColumns: readonly Column[] = [
  { key: 'code', headings: ['代码', '单位代码', '编码', '简码', '单位编码'] },
  {
    key: 'name',
    headings: ['单位名称', '单位', '部门', '部门名称', '单位简称', '简称', '成员单位', '责任单位', '名称'],
  },
  { key: 'fullName', headings: ['全称', '单位全称', '规范名称', '规范全称'], otherwise: ['单位名称', '部门名称'] },
  { key: 'aliases', headings: ['别名', '其他名称', '又称', '曾用名', '其他简称', '常用名'] },
  { key: 'kind', headings: ['类别', '单位类别', '单位类型', '种类', '类型'] },
  { key: 'relation', headings: ['关系', '行文关系', '隶属关系', '单位性质'] },
  { key: 'region', headings: ['地区', '区域', '片区', '所在地区'] },
  { key: 'mailDomains', headings: ['来信域名', '邮件域名', '邮箱域名'] },
  ...posts.flatMap(([key, names]): Column[] => {
    const [first, ...others] = names;
    const called = others.flatMap((name) => [name, `${name}姓名`]);
    return [
      { key, headings: [first, `${first}姓名`, ...called] },
      { key: `${key}.phone`, headings: [`${first}电话`, ...joined(names, phoneWords)] },
      { key: `${key}.email`, headings: [`${first}邮箱`, ...joined(names, mailWords)] },
    ];
  }),
];

/** 静默期: days on which nobody is written to. */
export const quietColumns: readonly Column[] = [
  { key: 'from', headings: ['首日', '开始日期', '起始日期', '开始', '起'] },
  { key: 'to', headings: ['末日', '结束日期', '截止日期', '结束', '止'] },
  { key: 'region', headings: ['地区', '区域', '片区'] },
  { key: 'party', headings: ['单位', '单位名称', '部门'] },
];
