import type { OfficeAnswers } from './office-answers.js';

/**
 * A register to begin with: it holds, so that checking, planning and rehearsing work from the first minute, and what
 * has to be replaced says so. Its only party is not in this world.
 */
export function registerText({ office, coordinators }: OfficeAnswers): string {
  const [first] = coordinators;
  const people = coordinators.map(
    ({ name, email }, index) => `    - { code: zqb${index + 1}, name: ${text(name)}, email: ${text(email)} }`,
  );
  return `# 台账 · Register
# 写好后检查：shuangyue register check 台账.yaml（一次列出全部问题，附行号）。一份完整的样例：config/samples/liaoning-quality.yaml。
# 标着“示例”的单位和任务请全部换成真的；示例邮箱在互联网上不存在，发不到任何人。
campaign:
  id: quality                       # 台账编号：小写字母、数字、横线；行动编号是“编号-年份”
  title: 质量提升行动               # 行动名称，印在每封信里
  issuer: ${text(office)}  # 发文机关
  bulletin: 质量提升行动简报        # 简报名称
  principles: [标准引领]            # 行动方案里的原则
  areas: [产品质量]                 # 行动方案里的领域
  zone: Asia/Shanghai
  office: { name: ${text(`${office}负责人`)}, email: ${text(first?.email ?? '')} }  # 领导小组办公室
  coordinators:                     # 协调员：指令都以 --as 代码 下达；一次督办超过五份须两人签
${people.join('\n')}
  bulletinTo: []                    # 简报另送的邮箱，如 [leaders@ln.example]
  publish: approval                 # approval 审定后印发，automatic 自动印发
  escalation: signed                # signed 督办函由协调员签发，automatic 自动发出

parties:                            # 单位：岗位写职务，不写死个人
  - code: shili                     # 代码，命令里用它
    name: 示例单位                  # 简称
    fullName: 某某省示例单位        # 全称，印在信的抬头
    aliases: []                     # 别名，如 [省工信厅]，任务里写哪个都认得
    kind: department                # department 部门，city 市
    relation: peer                  # 行文关系：own 本部门，peer 平行，party 党委部门，mass 群团，central 中直，city 市
    liaisons:                       # 联络员 A、B，信写给他们
      - { name: 联络员A, email: lianluo-a@shili.example, phone: "024-00000000" }
      - { name: 联络员B, email: lianluo-b@shili.example }
    section: { name: 承办处室, email: chushi@shili.example }    # 逾期催办抄送
    office: { name: 单位办公室, email: bangongshi@shili.example } # 再催
    head: { name: 分管负责人, email: fuzeren@shili.example }    # 督办函

tasks:                              # 任务：编号从 1 起，与行动方案一致
  - number: 1
    area: 产品质量
    aspect: 示例方面
    principle: 标准引领
    title: 示例任务
    requirement: 这里写任务要求。
    goal: 这里写年度目标。
    lead: shili                     # 牵头单位：代码或名称；几个牵头写 [甲, 乙]
    support: []                     # 配合单位
    targets: [{ value: 10, unit: 个, kind: cumulative, by: 12-31 }] # 量化目标，没有就删去；kind：cumulative 累计，stock 存量，ratio 比率，hold 保持，reduce 压缩
    deadline: 12-31                 # 完成时限，月-日
`;
}

/** JSON's strings are YAML's. */
const text = (value: string): string => JSON.stringify(value);
