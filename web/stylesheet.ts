/** For kernels as old as Chromium 49 too: no grid, no variables, no `:has`; flex with plain fallbacks. */
export const stylesheet = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: #f4f5f2; color: #22303a; line-height: 1.7; font-size: 16px;
  font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
}
.inner { max-width: 848px; margin: 0 auto; padding: 0 20px; }
.wide .inner { max-width: 1120px; }
.full .inner { max-width: 1680px; }
a { color: #1d5f7a; text-underline-offset: 3px; }
a:hover { color: #123f52; }
h1 { font-size: 25px; line-height: 1.35; margin: 8px 0 12px; font-weight: 600; }
h2 { font-size: 18px; line-height: 1.5; margin: 0 0 8px; font-weight: 600; }
h3 { font-size: 16px; margin: 20px 0 6px; font-weight: 600; }
p { margin: 0 0 10px; }
:focus { outline: 3px solid #e0a526; outline-offset: 2px; }
.breakable { word-break: break-all; }
.quiet { color: #5b6a73; font-size: 14px; }
.masthead { background: #17465a; color: #dfe9ec; font-size: 14px; padding: 12px 0; }
.masthead a { color: #fff; }
.masthead-title { margin-left: 12px; padding-left: 12px; border-left: 1px solid #4f7a8b; color: #fff; }
.masthead form { display: inline; }
main { padding-top: 28px !important; padding-bottom: 40px !important; }
.foot { color: #5b6a73; font-size: 13px; border-top: 1px solid #dde1dd; padding: 18px 0 40px; }
.foot p { margin: 0 0 4px; }

.card { background: #fff; border: 1px solid #e1e5e1; border-radius: 8px; padding: 24px 26px; margin: 0 0 18px; }
.intro { margin: 0 0 22px; }
.dates { margin: 0 0 14px; }
.dates div { display: inline-block; margin: 0 26px 4px 0; }
.dates dt, .dates dd { display: inline; margin: 0; }
.dates dt { color: #5b6a73; margin-right: 4px; }
.howto { color: #45545d; }
.number { color: #1d5f7a; margin-right: 4px; white-space: nowrap; }
.standing-line { margin: 0 0 12px; font-size: 14px; }
.own-date { margin-left: 10px; color: #8a5200; }
.done { color: #fff; background: #2c7a4b; border-radius: 50%; display: inline-block; width: 32px; height: 32px; line-height: 32px; text-align: center; font-size: 18px; margin-right: 6px; vertical-align: 2px; }

.facts { margin: 0 0 16px; font-size: 15px; }
.facts dt { float: left; clear: left; width: 5em; color: #5b6a73; }
.facts dd { margin: 0 0 4px 5.6em; min-height: 1.7em; }
.scope { display: block; color: #5b6a73; font-size: 14px; }
.last { display: block; color: #45545d; font-size: 14px; }

.tag { display: inline-block; font-size: 13px; line-height: 22px; padding: 0 10px; border-radius: 11px; background: #e9edee; color: #3d4b54; white-space: nowrap; }
.tag-asked { background: #e3eef3; color: #17536c; }
.tag-answered, .tag-accepted { background: #e2f1e7; color: #1d5c37; }
.tag-late { background: #fbf0d9; color: #7a4a00; }
.tag-returned { background: #fbf0d9; color: #7a4a00; }
.tag-overdue, .tag-escalated, .tag-missed { background: #fbe6e3; color: #96231a; }

.note { border-left: 4px solid #b9c5ca; background: #f3f6f7; padding: 10px 14px; margin: 0 0 14px; font-size: 15px; }
.note p { margin: 0; }
.note-amber { border-color: #d99a1c; background: #fdf6e7; }
.note-green { border-color: #58a578; background: #eff7f1; }
.phrases { margin: 4px 0 8px; padding-left: 1.3em; }
.phrases li { margin: 2px 0; white-space: pre-wrap; word-wrap: break-word; }
.note .phrases { margin-bottom: 0; }
.problem { border-color: #d9a29c; border-top: 4px solid #b3362a; }
.problem ul { margin: 0; padding-left: 1.3em; }
.problem .facts { margin: 14px 0 0; }

.index { margin: 0 0 22px; background: #fff; border: 1px solid #e1e5e1; border-radius: 8px; padding: 8px 26px; }
.index ol { list-style: none; margin: 0; padding: 0; }
.index li { padding: 8px 0; border-bottom: 1px solid #eef0ee; overflow: hidden; }
.index li:last-child { border-bottom: 0; }
.index a { text-decoration: none; }
.index a:hover { text-decoration: underline; }
.index .tag { float: right; margin: 2px 0 0 8px; }

fieldset { border: 0; margin: 0 0 14px; padding: 0; min-width: 0; }
legend, label { font-weight: 600; font-size: 15px; }
legend { padding: 0; margin-bottom: 6px; }
label small { font-weight: 400; color: #5b6a73; font-size: 13px; margin-left: 8px; }
.field { margin: 0 0 14px; }
.field > label { display: block; margin-bottom: 4px; }
input[type=text], input[type=date], input[type=search], input[type=password], textarea, select {
  width: 100%; font: inherit; color: inherit; padding: 8px 11px; border: 1px solid #9fabb1; border-radius: 5px; background: #fff; line-height: 1.5;
}
input[type=text], input[type=date], input[type=search], input[type=password], select { height: 42px; }
textarea { resize: vertical; display: block; }
input:focus, textarea:focus { border-color: #1d5f7a; }
::placeholder { color: #8b979d; opacity: 1; }
.with-unit { display: flex; align-items: center; max-width: 320px; }
.with-unit input { flex: 1; min-width: 0; }
.unit { padding-left: 10px; color: #45545d; white-space: nowrap; }
.tick label { font-weight: 400; }
.tick input, .chip input { width: 17px; height: 17px; vertical-align: -2px; margin: 0 6px 0 0; }
.chip { display: inline-block; font-weight: 400; padding: 6px 10px 6px 9px; margin: 0 3px 8px 0; border: 1px solid #c5ced2; border-radius: 5px; cursor: pointer; background: #fff; }
.chip:hover { border-color: #1d5f7a; background: #f1f6f8; }
.tick .chip { font-weight: 600; background: #f4f8f5; }
.sure { display: block; margin-top: 8px; font-weight: 600; padding: 8px 10px; background: #fdf6e7; border-radius: 5px; }
.sure input { width: 17px; height: 17px; vertical-align: -2px; margin: 0 6px 0 0; }
.files { margin-top: 14px; }
.kept { list-style: none; margin: 0 0 8px; padding: 0; font-size: 15px; }
.kept li { padding: 4px 0; }
.kept label { font-weight: 400; margin-left: 12px; white-space: nowrap; }
input[type=file] { font: inherit; font-size: 14px; max-width: 100%; }
.sign button { margin: 0 8px 8px 0; }
details.previous { margin: 0 0 14px; padding: 8px 14px; background: #f7f8f6; border-radius: 6px; font-size: 15px; }
details.previous summary { color: #45545d; }
.pair { display: flex; margin: 0 -9px; }
.pair > div { flex: 1; padding: 0 9px; min-width: 0; }
.pair-date > div:last-child { flex: 0 0 240px; }
.hint { color: #5b6a73; font-size: 14px; }
.bad { display: block; color: #9c2219; font-size: 14px; font-weight: 600; margin: 0 0 5px; }
.invalid { border-left: 4px solid #b3362a; padding-left: 12px; }
.invalid input[type=text], .invalid textarea { border-color: #b3362a; }
details summary { cursor: pointer; color: #1d5f7a; font-weight: 600; font-size: 15px; }
details.more { border-top: 1px solid #eef0ee; padding-top: 12px; }
details.more[open] summary, details.amend[open] > summary { margin-bottom: 12px; }
details.amend { border-top: 1px solid #eef0ee; padding-top: 12px; }
.sign { text-align: left; }
button, .button { display: inline-block; font: inherit; font-size: 15px; padding: 7px 18px; border-radius: 5px; border: 1px solid #9fabb1; background: #fff; color: #22303a; cursor: pointer; text-decoration: none; line-height: 1.6; }
button:hover, .button:hover { background: #f1f6f8; color: #22303a; }
button.primary, .button.primary { background: #17536c; border-color: #17536c; color: #fff; font-weight: 600; }
.sign button.primary { font-size: 17px; padding: 10px 46px; }
button.primary:hover, .button.primary:hover { background: #0f3d50; color: #fff; }
.masthead button { font-size: 13px; padding: 1px 10px; background: transparent; color: #fff; border-color: #4f7a8b; }
.masthead button:hover { background: #23596f; color: #fff; }

table { border-collapse: collapse; width: 100%; font-size: 15px; }
th, td { text-align: left; padding: 8px 10px; border-bottom: 1px solid #e8ebe8; vertical-align: top; }
th { font-weight: 600; color: #45545d; font-size: 14px; white-space: nowrap; }
td.count, th.count { text-align: right; white-space: nowrap; }
.scroll { overflow-x: auto; -webkit-overflow-scrolling: touch; }
.below { display: none; white-space: normal; font-weight: 400; font-size: 13px; line-height: 1.5; color: #7a4a00; }
.has-some { font-weight: 600; }
.zero { color: #b4bdc1; }
td.when { white-space: nowrap; width: 1%; padding-right: 28px; }
.cell-answered, .cell-accepted { color: #1d5c37; } .cell-late, .cell-returned { color: #7a4a00; } .cell-overdue, .cell-escalated, .cell-missed { color: #96231a; } .cell-asked { color: #17536c; }
code { font-family: "Cascadia Mono", Consolas, "Noto Sans Mono CJK SC", monospace; font-size: 13px; background: #eef1f0; border-radius: 4px; padding: 2px 7px; word-break: break-all; }
pre { white-space: pre-wrap; word-wrap: break-word; background: #f7f8f6; border: 1px solid #e6e9e6; border-radius: 6px; padding: 14px 16px; font: inherit; font-size: 15px; margin: 8px 0 12px; }
.figures { margin: 0 0 6px; padding: 0; list-style: none; overflow: hidden; }
.figures li { float: left; margin: 0 30px 10px 0; }
.figures b { display: block; font-size: 28px; line-height: 1.2; font-weight: 600; }
.item { border-top: 1px solid #e8ebe8; padding: 14px 0 4px; }
.item:first-of-type { border-top: 0; }
.item h3 { margin-top: 0; }
.passed { color: #1d5c37; } .failed { color: #96231a; font-weight: 600; }

.search { display: flex; max-width: 460px; margin: 0 0 22px; }
.search input { flex: 1; border-radius: 5px 0 0 5px; }
.search button { border-radius: 0 5px 5px 0; border-left: 0; }
.units { column-width: 330px; column-gap: 18px; -webkit-column-width: 330px; -webkit-column-gap: 18px; }
.unit-box { break-inside: avoid; -webkit-column-break-inside: avoid; page-break-inside: avoid; display: inline-block; width: 100%; background: #fff; border: 1px solid #e1e5e1; border-radius: 8px; padding: 14px 18px 8px; margin: 0 0 16px; }
.unit-box h2 { font-size: 16px; margin: 0 0 4px; }
.unit-box ul { list-style: none; margin: 0; padding: 0; }
.unit-box li { border-top: 1px solid #eef0ee; }
.unit-box li a { display: block; padding: 7px 0; text-decoration: none; color: inherit; overflow: hidden; }
.unit-box li a:hover .post { text-decoration: underline; }
.post { color: #1d5f7a; }
.unread { background: #17536c; color: #fff; border-radius: 10px; font-size: 12px; line-height: 18px; padding: 0 8px; margin-left: 6px; display: inline-block; }
.tally { float: right; color: #5b6a73; font-size: 13px; }
.crumbs { font-size: 14px; margin: 0 0 10px; }
.crumbs a { text-decoration: none; }
.letters { list-style: none; margin: 0 0 18px; padding: 0; background: #fff; border: 1px solid #e1e5e1; border-radius: 8px; overflow: hidden; }
.letters li { border-top: 1px solid #eef0ee; }
.letters li:first-child { border-top: 0; }
.letters a { display: flex; padding: 11px 20px; text-decoration: none; color: #45545d; }
.letters a:hover { background: #f1f6f8; }
.letters .from { flex: 0 0 220px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; padding-right: 14px; }
.letters .subject { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.letters .when { flex: 0 0 auto; padding-left: 14px; color: #5b6a73; font-size: 14px; }
.letters .is-unread { color: #14212a; font-weight: 600; }
.empty { padding: 30px 20px; color: #5b6a73; text-align: center; }
.pages { font-size: 14px; } .pages a, .pages span { margin-right: 14px; }
.letter-head { border-bottom: 1px solid #e8ebe8; margin-bottom: 16px; padding-bottom: 8px; }
.letter-head dl { margin: 0; font-size: 14px; }
.letter-head dt { float: left; clear: left; width: 4.5em; color: #5b6a73; }
.letter-head dd { margin: 0 0 2px 4.6em; word-break: break-word; }
iframe { width: 100%; height: 640px; border: 1px solid #e6e9e6; border-radius: 6px; background: #fff; display: block; margin: 0 0 12px; }
iframe.short { height: 340px; } iframe.long { height: 900px; }
article h2 { margin-top: 18px; }
.split { display: flex; align-items: flex-start; margin: 0 -9px; }
.paper, .typing { flex: 1 1 50%; min-width: 0; margin: 0 9px; }
.paper { position: -webkit-sticky; position: sticky; top: 12px; max-height: calc(100vh - 24px); overflow-y: auto; background: #fff; border: 1px solid #e1e5e1; border-radius: 8px; padding: 20px 24px; }
.paper img { max-width: 100%; height: auto; display: block; border: 1px solid #e6e9e6; }
.sheet { border-top: 1px solid #e8ebe8; padding-top: 4px; margin-top: 14px; }
.sheet h3 { margin: 12px 0 2px; }
.words { background: #fdfdfb; border: 1px solid #e6e9e6; border-radius: 6px; padding: 14px 18px; margin: 0 0 12px; }
.words p { white-space: pre-wrap; word-wrap: break-word; margin: 0 0 6px; }
.grid { font-size: 14px; margin: 0 0 10px; } .grid td { border: 1px solid #dfe4df; padding: 4px 8px; white-space: pre-wrap; }
.hand-in { position: -webkit-sticky; position: sticky; bottom: 0; background: #f4f5f2; border-top: 1px solid #dde1dd; padding: 12px 0; margin: 0; }
.hand-in button { margin-right: 8px; }
.others { margin: 0 0 18px; } .others > summary { padding: 6px 0 12px; }
.attachments { list-style: none; padding: 0; margin: 0 0 12px; }
.attachments li { display: inline-block; margin: 0 8px 8px 0; }
.reply textarea { font-size: 16px; }
.side-by-side button { margin-right: 10px; }

@media (max-width: 960px) {
  .split { display: block; margin: 0; }
  .paper, .typing { margin: 0 0 18px; }
  .paper { position: static; max-height: none; }
  .hand-in { position: static; }
}
@media (max-width: 640px) {
  .inner { padding: 0 14px; }
  h1 { font-size: 21px; }
  .card { padding: 18px 16px; border-radius: 6px; }
  .index, .unit-box { padding-left: 16px; padding-right: 16px; }
  .pair { display: block; margin: 0; }
  .pair > div { padding: 0; }
  .masthead-title { display: block; margin: 0; padding: 0; border: 0; }
  .dates div { display: block; }
  .sign button.primary { width: 100%; }
  .letters a { display: block; padding: 10px 16px; }
  .letters .when { padding: 0; }
  .letters .subject { display: block; white-space: normal; }
  .beside { display: none; } .below { display: block; }
  iframe, iframe.long { height: 480px; } iframe.short { height: 340px; }
  .chip { padding: 8px 12px; margin: 0 6px 8px 0; }
}
@media print {
  body { background: #fff; } .masthead, .foot, .index, button, .reply { display: none; } .card { border: 0; padding: 0; }
}
`;
