/**
 * Loaded before all else into the threads of a process that rehearses. The engine's sandbox guards itself against
 * workflows that never yield (by a thread of the system for each call) and keeps the stack of every promise for an
 * admin's look at a waiting workflow. In a rehearsal nobody looks, and the two took three quarters of the sandbox's time.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { promiseHooks } from 'node:v8';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

if (!isMainThread) {
  withoutTimeLimit();
  withoutPromiseHook();
}

function withoutTimeLimit(): void {
  const run: Script['runInContext'] = Reflect.get(Script.prototype, 'runInContext');
  Script.prototype.runInContext = function (context, options): unknown {
    return run.call(this, context, { ...options, timeout: undefined });
  };
}

/**
 * A workflow's cancellation scopes follow its promises by Node's own hook. Set for the first time after a sandbox was
 * made, it misses that sandbox; the hook that goes missing here had it set in time.
 */
function withoutPromiseHook(): void {
  new AsyncLocalStorage<true>().run(true, () => undefined);
  promiseHooks.createHook = () => () => undefined;
}
