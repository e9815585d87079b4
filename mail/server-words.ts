/** What is wrong with a mail server of the office's own, for its coordinators. */
const authority = '由不受信任的机构签发：请用 MAIL_CA_FILE 指明签发它的根证书';
const cut = '连接被切断';
const silent = '没有回音';
const chinese = {
  names: { relay: '发信服务器', inbox: '收信服务器', archive: '存档邮箱' },
  certificate: {
    CERT_HAS_EXPIRED: '已过期：请其管理员换发证书',
    CERT_NOT_YET_VALID: '尚未生效：请核对本机时钟，或请其管理员换发证书',
    ERR_TLS_CERT_ALTNAME_INVALID: '不是发给这个主机名的：设置中应写证书上的主机名',
    DEPTH_ZERO_SELF_SIGNED_CERT: '是自签名的，不受信任：请用 MAIL_CA_FILE 指明签发它的根证书',
    SELF_SIGNED_CERT_IN_CHAIN: authority,
    UNABLE_TO_GET_ISSUER_CERT: authority,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: authority,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: authority,
    CERT_REVOKED: '已被吊销：请其管理员换发证书',
  },
  silence: {
    ENOTFOUND: '主机名查不到',
    EAI_AGAIN: '主机名暂时查不到',
    EDNS: '主机名查不到',
    ECONNREFUSED: '拒绝连接',
    ECONNRESET: cut,
    ECONNECTION: cut,
    EConnectionClosed: cut,
    NoConnection: cut,
    EHOSTUNREACH: '网络不通',
    ENETUNREACH: '网络不通',
    EPIPE: cut,
    ETIMEDOUT: silent,
    ETIMEOUT: silent,
    CONNECT_TIMEOUT: silent,
    GREETING_TIMEOUT: silent,
    UPGRADE_TIMEOUT: silent,
    ClosedAfterConnectTLS: '一连上就被切断',
    ClosedAfterConnectText: '一连上就被切断',
  },
  badCertificate: (server: string, setting: string, what: string) => `${server}（${setting}）的证书${what}`,
  badPassword: (server: string, setting: string, answer: string) =>
    `${server}不接受 ${setting} 中的用户或口令（${answer}）`,
  unreachable: (server: string, setting: string, what: string) => `${server}（${setting}）连不上：${what}`,
  otherwise: (server: string, setting: string, answer: string) => `${server}（${setting}）出错：${answer}`,
  later: {
    certificate: '弄好后自动恢复。',
    password: '请核对后改正这项设置，再重新启动。',
    unreachable: '会一直再试，请查看服务器和网络。',
  },
  withLater: (what: string, later: string) => `${what}；${later}`,
  nobodyRetries: {
    certificate: '。',
    password: '。',
    unreachable: '；请核对主机、端口、加密方式（一连上就加密的写 smtps、imaps）和网络。',
  },
};

const byOthers = 'is issued by an authority that is not trusted: name its root certificate by MAIL_CA_FILE';
const cutOff = 'the connection was cut';
const noAnswer = 'no answer';
const english: typeof chinese = {
  names: { relay: 'relay', inbox: 'mailbox', archive: 'archive mailbox' },
  certificate: {
    CERT_HAS_EXPIRED: 'has expired: its admin should renew it',
    CERT_NOT_YET_VALID: 'does not hold yet: check the clock of this machine, or have its admin renew it',
    ERR_TLS_CERT_ALTNAME_INVALID: 'is for another host: the setting should name the host that the certificate names',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'is signed by itself and not trusted: name its root certificate by MAIL_CA_FILE',
    SELF_SIGNED_CERT_IN_CHAIN: byOthers,
    UNABLE_TO_GET_ISSUER_CERT: byOthers,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: byOthers,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: byOthers,
    CERT_REVOKED: 'was revoked: its admin should renew it',
  },
  silence: {
    ENOTFOUND: 'no such host name',
    EAI_AGAIN: 'the host name is not found just now',
    EDNS: 'no such host name',
    ECONNREFUSED: 'the connection was refused',
    ECONNRESET: cutOff,
    ECONNECTION: cutOff,
    EConnectionClosed: cutOff,
    NoConnection: cutOff,
    EHOSTUNREACH: 'no way through the network',
    ENETUNREACH: 'no way through the network',
    EPIPE: cutOff,
    ETIMEDOUT: noAnswer,
    ETIMEOUT: noAnswer,
    CONNECT_TIMEOUT: noAnswer,
    GREETING_TIMEOUT: noAnswer,
    UPGRADE_TIMEOUT: noAnswer,
    ClosedAfterConnectTLS: 'cut off at once',
    ClosedAfterConnectText: 'cut off at once',
  },
  badCertificate: (server, setting, what) => `The certificate of the ${server} (${setting}) ${what}`,
  badPassword: (server, setting, answer) =>
    `The ${server} does not take the user or the password of ${setting} (${answer})`,
  unreachable: (server, setting, what) => `The ${server} (${setting}) cannot be reached: ${what}`,
  otherwise: (server, setting, answer) => `The ${server} (${setting}) failed: ${answer}`,
  later: {
    certificate: 'it goes on by itself once that is mended.',
    password: 'mend the setting and start again.',
    unreachable: 'it is tried again and again; look at the server and the network.',
  },
  withLater: (what, later) => `${what}; ${later}`,
  nobodyRetries: {
    certificate: '.',
    password: '.',
    unreachable: '; check host, port, encryption (smtps or imaps where it is encrypted from the start) and network.',
  },
};

export const serverWords = { zh: chinese, en: english };
