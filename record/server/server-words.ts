/** What a PostgreSQL server refuses or lacks, for who set DATABASE_URL. */
const chinese = {
  where: (host: string, port: string, database: string) =>
    `PostgreSQL（${host.startsWith('/') ? `${database}（${host}，端口 ${port}）` : `${host}:${port}/${database}`}）`,
  noUser: '（未写明）',
  tooOld: (where: string, version: string, oldest: number) =>
    `${where}的版本是 ${version}，双月需要 ${oldest} 或更高：请升级服务器，或换一台。`,
  encoding: (where: string, database: string, encoding: string) =>
    `${where}的数据库 ${database} 编码是 ${encoding}，应为 UTF8：请以 createdb -E UTF8 -T template0 另建一个。`,
  standby: (where: string) => `${where}是只读的备用服务器：请把 DATABASE_URL 指向主服务器。`,
  mayNotCreate: (where: string, user: string, database: string) =>
    `${where}中用户 ${user} 无权建表：请由管理员执行 alter database ${database} owner to ${user}，再启动。`,
  starting: (where: string) => `${where} 正在启动或停止，还不能连接：请稍候，或查看服务器的日志。`,
  full: (where: string) => `${where} 的连接已用满：请调小 DATABASE_POOL，或调大服务器的 max_connections。`,
  noHost: (where: string) => `找不到 ${where} 的主机：请核对 DATABASE_URL 中的主机名和本机的域名解析。`,
  away: (where: string, reason: string) =>
    `连不上 ${where}（${reason}）：请确认服务器已启动、DATABASE_URL 中的地址和端口正确、防火墙放行。`,
  certificate: (where: string, said: string) =>
    `${where} 的证书没有通过验证（${said}）：请在 DATABASE_URL 中以 sslrootcert 指明签发证书的文件，或改用 sslmode=require（只加密，不验证）。`,
  password: (where: string, user: string) =>
    `${where} 不认用户 ${user} 的口令：请改正 DATABASE_URL 中的用户名或口令（口令里的特殊符号要写成 %XX）。`,
  login: (where: string, user: string, said: string) =>
    `${where} 不许用户 ${user} 这样登录（${said}）：请核对用户名、sslmode，或由管理员修改服务器的 pg_hba.conf。`,
  noDatabase: (where: string, user: string, database: string) =>
    `${where} 没有数据库 ${database}：请由管理员执行 createdb -O ${user} -E UTF8 -T template0 ${database}，或改正 DATABASE_URL。`,
  rights: (where: string, user: string, database: string) =>
    `用户 ${user} 在 ${where} 无权建表或读写：请由管理员执行 alter database ${database} owner to ${user}，再启动。`,
  readOnly: (where: string) => `${where} 是只读的（备用服务器）：请把 DATABASE_URL 指向主服务器。`,
  noTls: (where: string) => `${where} 不支持加密连接：请由管理员打开服务器的 ssl，或从 DATABASE_URL 中去掉 sslmode。`,
  noPassword: (where: string) => `${where} 要求口令，DATABASE_URL 中没有：请写成 postgres://用户:口令@主机/库。`,
};

const english: typeof chinese = {
  where: (host, port, database) =>
    `PostgreSQL (${host.startsWith('/') ? `${database}, ${host}, port ${port}` : `${host}:${port}/${database}`})`,
  noUser: '(not said)',
  tooOld: (where, version, oldest) =>
    `${where} is version ${version}, and Shuangyue needs ${oldest} or newer: upgrade it, or use another server.`,
  encoding: (where, database, encoding) =>
    `Database ${database} of ${where} is encoded in ${encoding}, expected UTF8: make another by createdb -E UTF8 -T template0.`,
  standby: (where) => `${where} is a read-only standby: point DATABASE_URL at the main server.`,
  mayNotCreate: (where, user, database) =>
    `User ${user} may not make tables in ${where}: have its admin run alter database ${database} owner to ${user}, then start again.`,
  starting: (where) => `${where} is starting or stopping and takes no connection yet: wait, or look at its log.`,
  full: (where) => `${where} has no connection left: lower DATABASE_POOL, or raise max_connections of the server.`,
  noHost: (where) =>
    `The host of ${where} is not found: check the host in DATABASE_URL and this machine's name servers.`,
  away: (where, reason) =>
    `${where} cannot be reached (${reason}): see that it runs, that address and port in DATABASE_URL are right and that no firewall is in between.`,
  certificate: (where, said) =>
    `The certificate of ${where} does not hold (${said}): name its authority's file in DATABASE_URL by sslrootcert, or use sslmode=require, which encrypts and does not verify.`,
  password: (where, user) =>
    `${where} does not take the password of user ${user}: mend user or password in DATABASE_URL (special characters as %XX).`,
  login: (where, user, said) =>
    `${where} does not let user ${user} in like this (${said}): check user and sslmode, or have its admin change pg_hba.conf.`,
  noDatabase: (where, user, database) =>
    `${where} has no database ${database}: have its admin run createdb -O ${user} -E UTF8 -T template0 ${database}, or mend DATABASE_URL.`,
  rights: (where, user, database) =>
    `User ${user} may not make tables, read or write at ${where}: have its admin run alter database ${database} owner to ${user}, then start again.`,
  readOnly: (where) => `${where} is read-only (a standby): point DATABASE_URL at the main server.`,
  noTls: (where) =>
    `${where} offers no encrypted connection: have its admin switch ssl on, or take sslmode out of DATABASE_URL.`,
  noPassword: (where) =>
    `${where} wants a password and DATABASE_URL has none: write postgres://user:password@host/database.`,
};

export type ServerWords = typeof chinese;
export const serverWords = { zh: chinese, en: english };
