import fs from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** The two things of Emscripten's NODEFS that are met here; its types are not published. */
interface HostFileSystem {
  readonly realPath: (node: unknown) => string;
  readonly stream_ops: { fsync?: (stream: HostStream) => number };
}
interface HostStream {
  /** The descriptor on our side; directories have none. */
  readonly nfd?: number;
  readonly node: unknown;
}

type InitArguments = Parameters<NodeFS['init']>;

/** PGlite's folder with the fsync it leaves out: without it a commit is acknowledged before it is on disk. */
export class DurableFileSystem extends NodeFS {
  override async init(pg: InitArguments[0], options: InitArguments[1]): ReturnType<NodeFS['init']> {
    const started = await super.init(pg, options);
    started.emscriptenOpts.preRun?.push((module) => {
      const host: HostFileSystem = module.NODEFS;
      host.stream_ops.fsync = (stream) => {
        if (stream.nfd === undefined) syncPath(host.realPath(stream.node));
        else fs.fsyncSync(stream.nfd);
        return 0;
      };
    });
    return started;
  }
}

/** Through `fs` itself, so that a test can count the calls. */
export const syncPath = (path: string): void => {
  const descriptor = fs.openSync(path, 'r');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
};
