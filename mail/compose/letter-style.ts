/** Inline styles of our letters: mail programs drop style sheets. Red and rules as official paper has them. */
const serif = "font-family:'仿宋','FangSong','仿宋_GB2312','STFangsong','Noto Serif CJK SC',serif;";
const sans = "font-family:'黑体','SimHei','STHeiti','Noto Sans CJK SC',sans-serif;";
const ink = 'color:#1a1a1a;';
const red = '#c4161c';
const line = '#8c8c8c';

export const body = `margin:0;padding:16px 8px;background:#f4f3f0;${serif}${ink}`;
export const sheet = 'width:100%;max-width:720px;background:#ffffff;border:1px solid #dedbd4;';
export const page = `padding:30px 40px 28px;${serif}font-size:17px;line-height:1.75;${ink}`;

export const marker = `margin:0 auto;max-width:720px;text-align:center;${serif}font-size:14px;color:#6b6b6b;`;
export const markerNote = `margin:2px auto 12px;max-width:720px;text-align:center;${serif}font-size:13px;color:#6b6b6b;`;

export const issuer = `margin:0 0 6px;text-align:center;${sans}font-size:25px;line-height:1.4;letter-spacing:2px;color:${red};`;
export const reference = `padding:4px 0 0;${serif}font-size:16px;${ink}`;
export const rule = `height:0;line-height:0;font-size:0;margin:8px 0 22px;border-top:2px solid ${red};`;
export const title = `margin:0 0 20px;text-align:center;${sans}font-size:21px;line-height:1.5;${ink}`;

export const salutation = `margin:0 0 6px;${serif}font-size:17px;line-height:1.75;`;
export const paragraph = `margin:0 0 6px;text-indent:2em;text-align:justify;${serif}font-size:17px;line-height:1.75;`;
export const heading = `margin:14px 0 4px;${sans}font-size:17px;line-height:1.6;`;
export const lines = `margin:4px 0 10px;padding-left:2em;${serif}font-size:17px;line-height:1.75;`;

export const caption = `margin:20px 0 0;${sans}font-size:16px;`;
export const table = `width:100%;margin:10px 0 16px;border-collapse:collapse;border:1px solid ${line};`;
const anyCell = `padding:6px 8px;border:1px solid ${line};font-size:15px;line-height:1.5;vertical-align:top;word-break:break-word;`;
export const headCell = `${anyCell}background:#f3efe6;text-align:center;font-weight:normal;${sans}white-space:nowrap;`;
export const cell = `${anyCell}${serif}`;

export const link = `margin:10px 0 14px;padding:10px 14px;background:#faf7f0;border-left:3px solid ${red};${serif}font-size:15px;line-height:1.6;`;
export const label = sans;
export const anchor = 'color:#1f4e9c;text-decoration:underline;word-break:break-all;';
export const small = 'font-size:14px;color:#6b6b6b;';

export const inset = `margin:18px 0 8px;padding-top:14px;border-top:1px solid ${line};`;
export const signature = `margin:22px 0 0;text-align:right;${serif}font-size:17px;line-height:1.75;`;
export const foot = `margin:20px 0 0;padding-top:10px;border-top:1px solid #d5d2ca;${serif}font-size:14px;line-height:1.7;color:#555555;`;
