import { it } from '@jest/globals';
import { sampleModel } from '../bulletin/sample.js';
import { plain } from '../../domain/roll-up/prose.js';
it('dumps', () => {
  const m = sampleModel();
  const out: string[] = [plain(m.title.spans), plain(m.summary.spans) + ' ' + plain(m.summary.spans).length];
  for (const s of m.sections) { out.push('## ' + s.id); for (const b of s.blocks) {
    if (b.kind === 'paragraph') out.push((b.lead ?? '') + plain(b.spans));
    if (b.kind === 'table') { out.push(b.columns.map(c=>c.name).join('|')); for (const r of b.rows) out.push(r.cells.map(c=>plain(c.spans)+(c.below?'('+plain(c.below)+')':'')).join(' | ')); }
  } }
  for (const r of m.annex.rows) out.push(r.cells.map(c=>plain(c.spans)).join(' | '));
  out.push(...m.notes, JSON.stringify(m).length+'');
  process.stdout.write(out.join('\n'));
});
