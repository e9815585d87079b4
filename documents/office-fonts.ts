/** The fonts of GB/T 9704 as offices have them installed: Chinese and Latin characters are named apart. */
const face = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
  // Without it Word sets “ ” and — in the Latin font, half as wide.
  hint: 'eastAsia',
});

export const officeFonts = {
  title: face('方正小标宋简体'),
  body: face('仿宋_GB2312'),
  heading: face('黑体'),
  subheading: face('楷体_GB2312'),
  page: { ...face('宋体'), ascii: '宋体', hAnsi: '宋体' },
} as const;

/** Type sizes in half-points. */
export const sizes = {
  二号: 44,
  三号: 32,
  四号: 28,
  小四: 24,
  五号: 21,
  小五: 18,
} as const;
