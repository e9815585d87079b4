import type { ServerWords } from './server-words.js';

/** Where a server is, in the words of a language. */
export function serverIn({ where }: ServerWords, connectionString: string): string {
  const { host, port, database } = placeOf(connectionString);
  return where(host, port, database);
}

/** Where a server is, without its password: `db.ln.example:5432/shuangyue`. */
export function describeServer(connectionString: string): string {
  const { host, port, database } = placeOf(connectionString);
  return host.startsWith('/') ? `${database}@${host}:${port}` : `${host}:${port}/${database}`;
}

export function userOf(connectionString: string): string {
  const { username, searchParams } = urlOf(connectionString);
  return searchParams.get('user') ?? decodeURIComponent(username);
}

export function placeOf(connectionString: string): { host: string; port: string; database: string } {
  const { hostname, port, pathname, searchParams } = urlOf(connectionString);
  return {
    host: searchParams.get('host') ?? (decodeURIComponent(hostname) || 'localhost'),
    port: searchParams.get('port') ?? (port || '5432'),
    database: decodeURIComponent(pathname.slice(1)),
  };
}

/** The driver takes an empty host after a user for a socket; a URL may not have one. */
function urlOf(connectionString: string): URL {
  return new URL(connectionString.replace('@/', '@localhost/'));
}
