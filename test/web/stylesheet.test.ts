import { expect, it } from '@jest/globals';
import { stylesheet } from '../../web/stylesheet.js';

it.each([
  [':has', /:has\(/],
  [':is and :where', /:(is|where)\(/],
  ['variables', /var\(|--[a-z]/],
  ['grid', /display:\s*(inline-)?grid/],
  ['gaps of flex', /[{;\s](row-)?gap:/],
  ['inset', /[{;\s]inset:/],
  ['clamp, min and max', /:\s*(clamp|min|max)\(/],
  ['something from elsewhere', /url\(|@import/],
])('the pages of old kernels use no %s', (_what, modern) => {
  expect(stylesheet).not.toMatch(modern);
});
