import type { Command } from 'commander';
import { postNames } from '../../domain/post-names.js';
import type { PostKind } from '../../domain/register.js';
import { changeContactUpdate, ids } from '../../workflows/api.js';
import type { ClientDeps } from '../client-deps.js';
import { findParty } from '../find-party.js';
import { mistake } from '../mistake.js';
import { withOrderOptions, type OrderOptions } from '../options.js';
import { openOrder } from '../order-context.js';
import { report } from '../report.js';
import type { Words } from '../words.js';

interface ContactOptions extends OrderOptions {
  readonly post?: string;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
}

interface Holder {
  readonly post: PostKind;
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
}

/** `contact PARTY POST NAME EMAIL`: a post has a new holder; the three may be given as options as well, and a number to ring. */
export function addContact(program: Command, deps: ClientDeps): void {
  const { help } = deps.words;
  withOrderOptions(program.command('contact'), deps.words)
    .description(help.contact)
    .argument('<party>', help.party)
    .argument('[holder...]', help.holder)
    .option('--post <post>', help.post)
    .option('--name <name>', help.name)
    .option('--email <address>', help.email)
    .option('--phone <number>', help.phone)
    .action((party: string, holder: string[], options: ContactOptions) => change(deps, party, holder, options));
}

/** The address goes by the record and never through Temporal. */
async function change(deps: ClientDeps, given: string, words: string[], options: ContactOptions): Promise<void> {
  const holder = readHolder(words, options, deps.words);
  const context = await openOrder(deps, options);
  const { board, campaign, order } = context;
  const party = await findParty(deps, context, given);
  const asked = await board.askContactChange({ campaign: campaign.id, party: party.code, ...holder, ...order });
  await deps.withOffice((office) =>
    office.order(ids.desk(campaign.id, party.code), changeContactUpdate, {
      ...order,
      post: holder.post,
      change: asked.change,
    }),
  );
  report(deps, options, { campaign: campaign.id, party: party.code, ...holder, ...asked }, () =>
    deps.words.contactChanged(party.name, deps.words.names.posts[holder.post], holder.name, holder.email),
  );
}

function readHolder(given: readonly string[], options: ContactOptions, words: Words): Holder {
  const named = [options.post, options.name, options.email].filter((word) => word !== undefined);
  const [post, name, email, ...more] = named.length === 3 ? named : given;
  if (email === undefined || name === undefined || post === undefined) throw mistake(words.contactNeeds);
  if (more.length > 0 || (named.length > 0 && given.length > 0)) throw mistake(words.contactNeeds);
  if (!/^[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+$/.test(email)) throw mistake(words.badEmail(email));
  const { phone } = options;
  if (phone !== undefined && !/(?:\D*\d){3}/.test(phone)) throw mistake(words.badPhone(phone));
  return { post: readPost(post, words), name, email, ...(phone !== undefined && { phone }) };
}

function readPost(given: string, words: Words): PostKind {
  const { posts, bracket } = words.names;
  const called = (name: string) => name.replaceAll(/\s/g, '') === given.replaceAll(/\s/g, '');
  const found = kinds.find((kind) => [kind, postNames[kind], posts[kind]].some(called));
  if (found !== undefined) return found;
  throw mistake(words.badPost(given, kinds.map((kind) => `${kind}${bracket(posts[kind])}`))); // prettier-ignore
}

const kinds = Object.keys(postNames).filter((kind): kind is PostKind => Object.hasOwn(postNames, kind));
