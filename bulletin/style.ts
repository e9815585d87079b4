const song = `'FZXiaoBiaoSong-B05S','方正小标宋简体','STZhongsong','华文中宋','Noto Serif CJK SC','Source Han Serif SC',serif`;
const fang = `'FangSong_GB2312','仿宋_GB2312','FangSong','仿宋','STFangsong','Noto Serif CJK SC','Source Han Serif SC',serif`;
const kai = `'KaiTi_GB2312','楷体_GB2312','KaiTi','楷体','STKaiti','LXGW WenKai','Noto Serif CJK SC',serif`;
const hei = `'SimHei','黑体','STHeiti','Noto Sans CJK SC','Source Han Sans SC',sans-serif`;

/** The bulletin's whole style, screen and paper: GB/T 9704's page, type and red, with nothing fetched. */
export const style = `
@page wide { size: A4; margin: 22mm 18mm 24mm; }
@page { size: A4; margin: 28mm 26mm 27mm 28mm;
  @bottom-center { content: '— ' counter(page) ' —'; font: 14pt ${fang}; } }
* { box-sizing: border-box; }
html { background: #e9e7e3; -webkit-text-size-adjust: 100%; }
body { margin: 0; color: #111; font: 16pt/27pt ${fang}; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.paper { width: 210mm; max-width: 100%; margin: 8mm auto; padding: 28mm 26mm 26mm 28mm; background: #fff;
  box-shadow: 0 1px 8px rgb(0 0 0 / 18%); }
.draft { margin: 0 0 6mm; padding: 1mm 3mm; border: 1.5pt dashed #a30; color: #a30; font: 12pt/18pt ${hei}; text-align: center; }
.masthead { color: #d7000f; text-align: center; font-family: ${song}; font-weight: 900; line-height: 1.25; white-space: nowrap; }
.issue { margin: 4mm 0 1mm; text-align: center; }
.imprint { display: flex; justify-content: space-between; gap: 1em; padding: 0 .5em; }
.rule { height: 0; margin: 1mm 0 7mm; border: 0; border-top: 2.25pt solid #d7000f; }
h1 { margin: 0 0 5mm; text-align: center; font: 900 22pt/34pt ${song}; word-break: keep-all; overflow-wrap: anywhere; text-wrap: balance; }
h2 { margin: 5mm 0 0; padding-left: 2em; font: 400 16pt/28pt ${hei}; break-after: avoid; }
p { margin: 0; text-indent: 2em; text-align: justify; orphans: 2; widows: 2; }
.lead { font-family: ${kai}; font-weight: 700; }
.item .lead { font: inherit; }
.summary { margin: 0 0 3mm; padding: 2.5mm 4mm; border-top: 1pt solid #d7000f; border-bottom: 1pt solid #d7000f; font-family: ${kai};
  font-size: 15pt; break-inside: avoid; }
.summary b { font-family: ${hei}; font-weight: 400; }
.figure { color: inherit; text-decoration: none; }
a.figure:hover, data.figure:hover { background: #fdf1c4; box-shadow: 0 1px 0 #b58900; }
figure { margin: 3mm 0 4mm; }
figcaption { padding: 1mm 0 1.5mm; text-align: center; font: 12pt/18pt ${hei}; break-after: avoid; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font: 10.5pt/14.5pt ${fang}; break-inside: auto; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
tbody tr:nth-child(-n+3) { break-after: avoid; }
tbody tr:nth-last-child(-n+3) { break-before: avoid; }
th, td { padding: 1.1mm 1mm; border: .5pt solid #444; overflow-wrap: anywhere; vertical-align: middle; }
th, td.center { text-wrap: balance; }
th { background: #f3f1ee; font: 400 10.5pt/14pt ${hei}; }
table { border: 1pt solid #222; }
.left { text-align: left; } .center { text-align: center; } .right { text-align: right; font-variant-numeric: tabular-nums; }
tr.total td { background: #f8f6f3; font-weight: 700; }
tr.group td { background: #f8f6f3; font: 10.5pt/14pt ${hei}; text-align: left; padding-left: 2mm; break-after: avoid; }
.below { display: block; color: #444; font-size: 8.5pt; line-height: 11pt; font-weight: 400; }
.note { margin: 1mm 0 0; text-indent: 0; font-size: 9.5pt; line-height: 13pt; color: #333; }
figure.whole { break-inside: avoid; }
.light i { display: inline-block; width: 2.6mm; height: 2.6mm; margin-right: 1mm; border: .6pt solid #333; border-radius: 50%; vertical-align: -.1mm; }
.light.green i { background: #1a8f4c; } .light.yellow i { background: linear-gradient(90deg, #f2b400 50%, #fff 50%); }
.light.red i { background: #c8102e; border-radius: 0; }
.light.missing, .light.unpaced { color: #555; }
svg { display: block; width: 100%; height: auto; }
svg text { font-family: ${hei}; }
.pace { height: 1.6mm; margin-top: .6mm; }
svg + figcaption { padding-top: 2mm; break-after: auto; }
.back { page: wide; break-before: page; }
.annex h2 { padding: 0; margin: 0; text-align: left; }
.annex h2 + .title { margin: 0; text-align: center; text-indent: 0; font: 900 18pt/26pt ${song}; }
.annex table { font-size: 9.5pt; line-height: 12.5pt; }
.annex th, .annex td { padding: .75mm 1mm; }
.annex figure { margin-top: 2mm; }
.annex th { word-break: keep-all; }
.corrections { margin-top: 6mm; break-inside: avoid-page; }
.colophon { margin-top: 10mm; border-top: 1.2pt solid #111; border-bottom: 1.2pt solid #111; font-size: 14pt; line-height: 24pt; break-inside: avoid; }
.colophon p { padding: 0 1em 0 4em; text-indent: -3em; }
.colophon .signed { border-top: .7pt solid #111; padding-left: 1em; text-indent: 0; }
details { margin-top: 8mm; font: 10.5pt/16pt ${hei}; color: #333; }
summary { cursor: pointer; }
details table { font-size: 9pt; line-height: 12.5pt; }
details h3 { margin: 4mm 0 1mm; font: 700 11pt/16pt ${hei}; }
details p { text-indent: 0; }
:target { background: #fdf1c4; }
@media print {
  html { background: none; }
  .paper { width: auto; margin: 0; padding: 0; box-shadow: none; }
  details { display: none; }
  .scroll { overflow: visible; }
}
@media screen and (max-width: 720px) {
  body { font-size: 17px; line-height: 1.75; }
  .paper { margin: 0; padding: 18px 16px; }
  .masthead { font-size: 9vw !important; letter-spacing: 0 !important; }
  h1 { font-size: 21px; line-height: 1.45; } h2 { font-size: 18px; line-height: 1.7; padding-left: 0; }
  .imprint { flex-wrap: wrap; font-size: 15px; } .summary { font-size: 16px; }
  table { min-width: 640px; }
}
`;
