import { describe, expect, it } from '@jest/globals';
import { displayWidth } from '../../client/display-width.js';
import { wrapped } from '../../client/wrapped.js';

const text = '启动示例：106 项任务、35 个单位，六期各约两分钟（npm start 即此）；再次启动接着上次继续。';

describe('a text in lines', () => {
  it('breaks between Chinese characters', () => {
    expect(wrapped('按设置启动整套服务', 8)).toBe('按设置启\n动整套服\n务');
  });

  it('fills lines and is wider than none', () => {
    for (const width of [20, 31, 40]) {
      const widths = wrapped(text, width).split('\n').map(displayWidth);
      expect(Math.max(...widths)).toBeLessThanOrEqual(width);
      expect(Math.min(...widths.slice(0, -1))).toBeGreaterThan(width - 12);
    }
  });

  it('never begins a line with a mark or loses a character', () => {
    for (let width = 10; width < 60; width += 1) {
      const lines = wrapped(text, width).split('\n');
      expect(lines.filter((line) => /^[，。、；：）]/.test(line))).toEqual([]);
      expect(lines.filter((line) => line.endsWith('（'))).toEqual([]);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
  });

  it('keeps breaks and words of its own', () => {
    expect(wrapped('source completion\n  bash', 8)).toBe('source\ncompletion\n  bash');
  });
});
