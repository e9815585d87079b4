import type { Words } from '../words.js';
import { askServer, type TryLogin } from './ask-server.js';
import type { Asker } from './asker.js';
import { problemOf, readCoordinator, type Coordinator, type OfficeAnswers, type Variable } from './office-answers.js';

export interface Logins {
  readonly smtp: TryLogin;
  readonly imap: TryLogin;
}

type Variables = Readonly<Record<string, string>>;

/** The whole conversation; what was set before is proposed again, and what is not asked about stays. */
export async function askOffice(asker: Asker, words: Words, logins: Logins, before: Variables): Promise<OfficeAnswers> {
  const office = await asker.text(words.init.office, {
    placeholder: '省质量强省工作领导小组办公室',
    check: (given) => (given === '' ? words.init.needed : undefined),
  });
  const coordinators = await askCoordinators(asker, words);
  const mail = await askMail(asker, words, logins, before);
  const home = await ask(
    asker,
    words.language,
    'SHUANGYUE_HOME',
    words.init.home,
    before['SHUANGYUE_HOME'] ?? '.shuangyue',
  );
  const given = Object.entries({ ...before, ...mail, SHUANGYUE_HOME: home });
  const form = (await asker.yes(words.init.asExcel, true)) ? 'xlsx' : 'yaml';
  return {
    office,
    coordinators,
    form,
    variables: Object.fromEntries(given.flatMap(([name, value]) => (value ? [[name, value]] : []))),
  };
}

async function askCoordinators(asker: Asker, { init }: Words): Promise<readonly Coordinator[]> {
  const coordinators: Coordinator[] = [];
  do {
    const text = await asker.text(init.coordinator(coordinators.length + 1), {
      placeholder: '张三 <zhangsan@ln.gov.cn>',
      check: (given) => (readCoordinator(given) === undefined ? init.badCoordinator(given) : undefined),
    });
    const coordinator = readCoordinator(text);
    if (coordinator !== undefined) coordinators.push(coordinator);
  } while (await asker.yes(init.another, coordinators.length < 2));
  return coordinators;
}

/** An empty value takes what was set before away. */
async function askMail(asker: Asker, words: Words, logins: Logins, before: Variables): Promise<Variables> {
  const smtp = await askServer(asker, {
    kind: 'smtp',
    words,
    tryLogin: logins.smtp,
    before: before['SMTP_URL'],
    like: undefined,
  });
  if (smtp === undefined) {
    asker.say(words.init.staysHere);
    return { SMTP_URL: '' };
  }
  const imap = await askServer(asker, {
    kind: 'imap',
    words,
    tryLogin: logins.imap,
    before: before['IMAP_URL'],
    like: smtp,
  });
  const user = decodeURIComponent(new URL(smtp).username);
  const ownDomain = user.includes('@') ? user.replace(/^.*@/, '') : '';
  const domain = await ask(asker, words.language, 'MAIL_DOMAIN', words.init.domain, before['MAIL_DOMAIN'] ?? ownDomain);
  const from = await ask(
    asker,
    words.language,
    'MAIL_FROM',
    words.init.from,
    before['MAIL_FROM'] ?? (user.includes('@') ? user : `zqb@${domain}`),
  );
  const url = await ask(asker, words.language, 'WEB_PUBLIC_URL', words.init.publicUrl, before['WEB_PUBLIC_URL'] ?? '');
  return { SMTP_URL: smtp, IMAP_URL: imap ?? '', MAIL_DOMAIN: domain, MAIL_FROM: from, WEB_PUBLIC_URL: url };
}

function ask(
  asker: Asker,
  language: Words['language'],
  name: Variable,
  question: string,
  initial: string,
): Promise<string> {
  return asker.text(question, { initial, check: (given) => problemOf(name, given, language) });
}
