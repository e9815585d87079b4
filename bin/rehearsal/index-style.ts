/** As plain as the board's: for kernels as old as Chromium 49, without anything from elsewhere. */
export const indexStyle = `
* { box-sizing: border-box; }
body { margin: 0; background: #f4f5f2; color: #22303a; font: 15px/1.65 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
header { background: #17465a; color: #fff; padding: 18px 0; }
header h1 { font-size: 22px; margin: 0 0 4px; font-weight: 600; }
header p { margin: 0; color: #cfdfe5; font-size: 14px; }
.inner { max-width: 1240px; margin: 0 auto; padding: 0 20px; }
nav { background: #fff; border-bottom: 1px solid #dde1dd; }
nav a { display: inline-block; padding: 10px 14px 10px 0; color: #1d5f7a; text-decoration: none; }
section { margin: 24px 0; }
h2 { font-size: 18px; margin: 0 0 10px; font-weight: 600; }
.facts { margin: 18px 0 0; padding: 0; list-style: none; }
.facts li { display: inline-block; background: #fff; border: 1px solid #e1e5e1; border-radius: 8px; padding: 10px 18px; margin: 0 10px 10px 0; }
.facts b { display: block; font-size: 22px; line-height: 1.2; color: #17465a; }
.warnings { background: #fdf6e7; border-left: 4px solid #d99a1c; padding: 12px 18px 12px 38px; margin: 0; }
.warnings li { margin: 3px 0; }
.calm { background: #eff7f1; border-left: 4px solid #58a578; padding: 12px 18px; margin: 0; }
.scroll { overflow-x: auto; background: #fff; border: 1px solid #e1e5e1; border-radius: 8px; }
.counts { border-collapse: collapse; width: 100%; }
.counts th, .counts td { padding: 5px 10px; border-bottom: 1px solid #eceeec; text-align: right; white-space: nowrap; }
.counts th { background: #f0f3f2; font-weight: 600; }
.counts th:first-child, .counts td:first-child { text-align: left; }
.counts .zero { color: #b9c1c4; }
.counts .head { color: #96231a; font-weight: 600; }
.counts tr.total td { font-weight: 600; background: #f8f9f8; }
.months { margin: 0 -7px; }
.month { display: inline-table; vertical-align: top; width: 384px; max-width: calc(100% - 14px); margin: 7px; background: #fff; border-collapse: collapse; table-layout: fixed; }
.month caption { text-align: left; font-weight: 600; padding: 4px 2px; }
.month th { font-size: 12px; color: #5b6a73; font-weight: 400; padding: 3px; border: 1px solid #e8ebe8; }
.month td { vertical-align: top; height: 62px; padding: 2px 3px; border: 1px solid #e8ebe8; font-size: 12px; line-height: 1.35; }
.month .off { background: #f1f1ee; color: #8b9499; }
.month .outside { background: #fafbfa; }
.month .date { color: #5b6a73; }
.month .count { float: right; color: #1d5f7a; }
.event { display: block; margin-top: 2px; padding: 0 3px; border-radius: 3px; background: #e3eef3; color: #17536c; }
.event-answer-by { background: #17465a; color: #fff; }
.event-closing { background: #4d5a62; color: #fff; }
.event-cutoff { background: #eceeec; color: #4d5a62; }
.event-overdue, .event-second-overdue { background: #fbf0d9; color: #7a4a00; }
.event-escalation { background: #fbe6e3; color: #96231a; }
.filter { margin: 0 0 10px; }
.filter select, .filter input { font: inherit; padding: 5px 8px; margin: 0 8px 8px 0; border: 1px solid #b9c5ca; border-radius: 5px; background: #fff; max-width: 100%; }
.filter output { color: #5b6a73; }
.reader { display: flex; align-items: stretch; }
.list { width: 430px; flex: none; height: 780px; overflow-y: auto; background: #fff; border: 1px solid #e1e5e1; margin: 0; padding: 0; list-style: none; }
.list a { display: block; padding: 7px 12px; border-bottom: 1px solid #eceeec; color: inherit; text-decoration: none; }
.list a:hover { background: #f3f7f8; }
.list a.open { background: #e3eef3; }
.list .when { color: #5b6a73; font-size: 13px; }
.list .kind { float: right; font-size: 12px; line-height: 20px; padding: 0 8px; border-radius: 10px; background: #e9edee; }
.list .kind-escalation { background: #fbe6e3; color: #96231a; }
.list .kind-overdue, .list .kind-second-overdue { background: #fbf0d9; color: #7a4a00; }
.list .subject { display: block; font-size: 14px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.shown { flex: 1; min-width: 0; margin-left: 14px; display: flex; flex-direction: column; }
.shown p { margin: 0 0 6px; }
iframe { flex: 1; width: 100%; min-height: 640px; border: 1px solid #e1e5e1; background: #fff; }
.bulletins { list-style: none; padding: 0; margin: 0; }
.bulletins li { background: #fff; border: 1px solid #e1e5e1; border-radius: 8px; padding: 8px 14px; margin: 0 0 8px; }
a { color: #1d5f7a; }
footer { color: #5b6a73; font-size: 13px; padding: 10px 0 40px; }
[hidden] { display: none !important; }
@media (max-width: 860px) {
  .reader { display: block; }
  .list { width: auto; height: 360px; }
  .shown { margin: 12px 0 0; }
  .month { width: 100%; margin: 7px 0; max-width: 100%; }
  .months { margin: 0; }
}
`;
