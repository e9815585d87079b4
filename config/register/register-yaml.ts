import { Document, isMap, isSeq, type YAMLMap } from 'yaml';
import type { Party, Task } from '../../domain/register.js';
import type { RegisterContent } from './register-hash.js';
import { unusualCadence } from './written-cadence.js';

/** A register as YAML text in the manner of the sample; `readRegister` reads it back. */
export function registerYaml({ campaign, parties, tasks, cadence, quietDays = [] }: RegisterContent): string {
  const rhythm = unusualCadence(cadence);
  const document = new Document(
    {
      campaign: {
        ...campaign,
        coordinators: campaign.coordinators.map(({ code, name, email }) => ({ code, name, email })),
        ...(Object.keys(rhythm).length > 0 && { cadence: rhythm }),
        ...(quietDays.length > 0 && { quietDays }),
      },
      parties: parties.map(partyRow),
      tasks: tasks.map(taskRow),
    },
    { schema: 'core', aliasDuplicateObjects: false },
  );
  for (const row of rowsOf(document)) {
    for (const { key, value } of row.items) layOut(String(key), value);
  }
  return document.toString({ lineWidth: 0 });
}

/** The campaign, every party and every task. */
function rowsOf(document: Document): YAMLMap[] {
  const sections = [document.get('campaign'), document.get('parties'), document.get('tasks')];
  return sections.flatMap((section) => (isSeq(section) ? section.items : [section])).filter((row) => isMap(row));
}

/** A value stands on its key's line; what is a row of its own stands below it, one a line. */
function layOut(key: string, value: unknown): void {
  if (!isMap(value) && !isSeq(value)) return;
  if (!isSeq(value) || !listedBelow.has(key)) value.flow = true;
  else for (const item of value.items) if (isMap(item)) item.flow = true;
}

const listedBelow: ReadonlySet<string> = new Set(['coordinators', 'quietDays']);

function partyRow({ posts, fullName, ...party }: Party): Record<string, unknown> {
  const { 'liaison-a': first, 'liaison-b': second, section, office, head } = posts;
  const { code, name, aliases, kind, relation, region, mailDomains } = party;
  return present({
    code,
    name,
    fullName: fullName === name ? undefined : fullName,
    aliases: aliases.length > 0 ? aliases : undefined,
    kind,
    relation,
    region,
    mailDomains,
    liaisons: [first, second].filter((post) => post !== undefined),
    section,
    office,
    head,
  });
}

function taskRow({ support, targets, deadline, ...task }: Task): Record<string, unknown> {
  return present({
    ...task,
    support: support.length > 0 ? support : undefined,
    targets: targets.length > 0 ? targets : undefined,
    deadline,
  });
}

const present = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
