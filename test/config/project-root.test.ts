import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '../../config/project-root.js';

describe('the project root', () => {
  it('is found from source and from dist', () => {
    const root = projectRoot();
    expect(existsSync(join(root, 'config/samples/liaoning-quality.yaml'))).toBe(true);
    expect(projectRoot(pathToFileURL(join(root, 'dist/config/project-root.js')).href)).toBe(root);
  });

  it('is missed with a clear sentence elsewhere', () => {
    expect(() => projectRoot(pathToFileURL(join(tmpdir(), 'a/b.js')).href)).toThrow('package.json');
  });
});
