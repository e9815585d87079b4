/** Before the tests of the project “postgres”: one server for all of them, told by TEST_POSTGRES. */
import { register } from 'node:module';

register('./run-typescript.mjs', import.meta.url);

export default async function startServer() {
  const { startPostgres } = await import('./postgres-server.ts');
  const server = await startPostgres();
  globalThis.testPostgres = server;
  process.env.TEST_POSTGRES = server.socketUrl('postgres');
}
