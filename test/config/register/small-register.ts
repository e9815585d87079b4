/** A register with nothing wrong, small enough to count its lines; mistakes are planted by replacing a piece of it. */
export const smallRegister = `campaign:
  id: small
  title: 质量提升行动
  issuer: 省质强办
  bulletin: 质量提升行动简报
  principles: [标准引领, 品牌推动]
  areas: [产品质量, 工程质量]
  office: { name: 负责人, email: office@ln.example }
  coordinators:
    - { code: zqb1, name: 值班员, email: zqb1@ln.example }
    - { code: zqb2, name: 联络员, email: zqb2@ln.example }
  bulletinTo: [leaders@ln.example]
parties:
  - code: gxt
    name: 省工业和信息化厅
    fullName: 辽宁省工业和信息化厅
    aliases: [省工信厅]
    kind: department
    relation: peer
    liaisons: [{ name: A, email: gxt.a@ln.example }, { name: B, email: gxt.b@ln.example }]
    head: { name: 分管负责人, email: gxt.head@ln.example }
  - code: kjt
    name: 省科技厅
    fullName: 辽宁省科学技术厅
    aliases: [省科学技术厅]
    kind: department
    relation: peer
    liaisons: [{ name: A, email: kjt.a@ln.example }, { name: B, email: kjt.b@ln.example }]
    head: { name: 分管负责人, email: kjt.head@ln.example }
tasks:
  - number: 1
    area: 产品质量
    aspect: 装备
    principle: 标准引领
    title: 重大装备攻关
    requirement: 组织联合攻关。
    goal: 全年认定 20 台（套）。
    lead: gxt
    support: [kjt]
    targets: [{ value: 20, unit: 台（套）, kind: cumulative, by: 11-30 }]
    deadline: 12-31
  - number: 2
    area: 工程质量
    aspect: 工地
    principle: 品牌推动
    title: 工地检查
    requirement: 开展检查。
    goal: 全年检查 60 家。
    lead: 省科学技术厅
    targets:
      - value: 60
        unit: 家
        kind: cumulative
        by: 12-31
        milestones:
          - { by: 06-30, value: 30 }
          - { by: 09-30, value: 45 }
    deadline: 12-31
`;
