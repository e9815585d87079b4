import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificates {
  /** Of the office's own authority, as MAIL_CA_FILE names it. */
  readonly caFile: string;
  readonly ca: string;
  readonly valid: KeyPair;
  readonly expired: KeyPair;
  readonly close: () => void;
}

export interface KeyPair {
  readonly certFile: string;
  readonly keyFile: string;
  readonly cert: string;
  readonly key: string;
}

/** An authority of our own and two certificates for localhost that it signed, one of them long past. */
export function makeCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'shuangyue-tls-'));
  chmodSync(folder, 0o755);
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  openssl('req', '-x509', ...newKey, '-nodes', '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '30', '-subj', '/CN=CA');
  writeFileSync(join(folder, 'index.txt'), '');
  writeFileSync(join(folder, 'ca.cnf'), authority);
  const issue = (name: string, from: string, to: string): KeyPair => {
    openssl('req', ...newKey, '-nodes', '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
    const dates = ['-startdate', from, '-enddate', to];
    openssl('ca', '-batch', '-config', 'ca.cnf', '-in', `${name}.csr`, '-out', `${name}.pem`, ...dates, '-notext');
    const [certFile, keyFile] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)];
    chmodSync(keyFile, 0o644);
    return { certFile, keyFile, cert: readFileSync(certFile, 'utf8'), key: readFileSync(keyFile, 'utf8') };
  };
  const caFile = join(folder, 'ca.pem');
  return {
    caFile,
    ca: readFileSync(caFile, 'utf8'),
    valid: issue('valid', '20200101000000Z', '20990101000000Z'),
    expired: issue('expired', '20200101000000Z', '20200201000000Z'),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];

const authority = `
[ca]
default_ca = office
[office]
database = index.txt
new_certs_dir = .
certificate = ca.pem
private_key = ca.key
default_md = sha256
rand_serial = yes
policy = any
x509_extensions = server
[any]
commonName = supplied
[server]
subjectAltName = DNS:localhost,IP:127.0.0.1
`;
