import { it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { sampleModel } from '../bulletin/sample.js';
import { composeHtml } from '../../bulletin/compose-html.js';
import { composeText } from '../../bulletin/compose-text.js';
it('writes', async () => {
  const m = sampleModel();
  writeFileSync('/tmp/look.html', await composeHtml(m, { signers: {signer: '王处长'} }));
  writeFileSync('/tmp/look.txt', composeText(m));
});
