import type { Words } from '../words.js';
import { askServer, type ServerAnswer, type ServerKind, type TryLogin } from './ask-server.js';
import type { Asker } from './asker.js';
import { problemOf, readCoordinator, type Coordinator, type OfficeAnswers, type Variable } from './office-answers.js';

export interface Logins {
  readonly smtp: TryLogin;
  readonly imap: TryLogin;
}

type Variables = Readonly<Record<string, string>>;

/** The whole conversation; what was set before is proposed again, and what is not asked about stays. */
export async function askOffice(asker: Asker, words: Words, logins: Logins, before: Variables): Promise<OfficeAnswers> {
  asker.say(words.init.begin);
  const office = await asker.text(words.init.office, {
    placeholder: words.init.likeOffice,
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
      placeholder: init.likeCoordinator,
      check: (given) => (readCoordinator(given) === undefined ? init.badCoordinator(given) : undefined),
    });
    const coordinator = readCoordinator(text);
    if (coordinator !== undefined) coordinators.push(coordinator);
  } while (await asker.yes(init.another, coordinators.length < 2));
  return coordinators;
}

/** An empty value takes what was set before away. */
async function askMail(asker: Asker, words: Words, logins: Logins, before: Variables): Promise<Variables> {
  const server = (kind: ServerKind, variable: Variable, like?: ServerAnswer) =>
    askServer(asker, {
      kind,
      words,
      tryLogin: kind === 'smtp' ? logins.smtp : logins.imap,
      before: before[variable],
      like: like?.url,
      caFile: like === undefined ? before['MAIL_CA_FILE'] : like.caFile,
    });
  const smtp = await server('smtp', 'SMTP_URL');
  if (smtp.url === undefined) {
    asker.say(words.init.staysHere);
    return { SMTP_URL: '' };
  }
  const imap = await server('imap', 'IMAP_URL', smtp);
  const archive = await server('archive', 'ARCHIVE_IMAP_URL', { ...smtp, caFile: imap.caFile });
  return {
    SMTP_URL: smtp.url,
    IMAP_URL: imap.url ?? '',
    ARCHIVE_IMAP_URL: archive.url ?? '',
    MAIL_CA_FILE: archive.caFile ?? '',
    ...(await askAddresses(asker, words, before, { smtp: smtp.url, archive: archive.url })),
  };
}

async function askAddresses(
  asker: Asker,
  { init, language }: Words,
  before: Variables,
  { smtp, archive }: { readonly smtp: string; readonly archive: string | undefined },
): Promise<Variables> {
  const user = userOf(smtp);
  const ownDomain = user.includes('@') ? user.replace(/^.*@/, '') : '';
  const archived = archive === undefined ? '' : userOf(archive);
  const kept =
    archive === undefined
      ? {}
      : {
          ARCHIVE: await ask(
            asker,
            language,
            'ARCHIVE',
            init.archive,
            before['ARCHIVE'] ?? (archived.includes('@') ? archived : `${archived}@${ownDomain}`),
          ),
        };
  const domain = await ask(asker, language, 'MAIL_DOMAIN', init.domain, before['MAIL_DOMAIN'] ?? ownDomain);
  const sender = before['MAIL_FROM'] ?? (user.includes('@') ? user : `zqb@${domain}`);
  return {
    ...kept,
    MAIL_DOMAIN: domain,
    MAIL_FROM: await ask(asker, language, 'MAIL_FROM', init.from, sender),
    WEB_PUBLIC_URL: await ask(asker, language, 'WEB_PUBLIC_URL', init.publicUrl, before['WEB_PUBLIC_URL'] ?? ''),
  };
}

const userOf = (url: string): string => decodeURIComponent(new URL(url).username);

function ask(
  asker: Asker,
  language: Words['language'],
  name: Variable,
  question: string,
  initial: string,
): Promise<string> {
  return asker.text(question, { initial, check: (given) => problemOf(name, given, language) });
}
