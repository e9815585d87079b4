import { letterName } from '../../domain/letter-names.js';
import type { Party, Register } from '../../domain/register.js';
import { instantIn } from '../../domain/zone-time.js';
import type { GatheredYear, SentLetter } from '../../worker/in-time/gather-year.js';

/** One letter of the rehearsed year, as the folder and the page name it. */
export interface BookLetter {
  /** `letters/2027-02-11/0931-调度通知-省教育厅`, without its ending. */
  readonly path: string;
  /** Party code, or whose letter it is else. */
  readonly addressee: string;
  readonly addresseeName: string;
  readonly kind: string;
  readonly kindName: string;
  readonly round: string | null;
  /** `2027-02-11` and `09:31` on the wall of the campaign's zone. */
  readonly day: string;
  readonly time: string;
  readonly isToHead: boolean;
  readonly letter: SentLetter;
}

const others: Readonly<Record<string, string>> = { coordinators: '质强办协调员', office: '简报发送范围' };

/** Names each letter for people; of letters with the same name the later ones are numbered. */
export function bookLetters({ letters }: GatheredYear, register: Register): readonly BookLetter[] {
  const { zone } = register.campaign;
  const taken = new Map<string, number>();
  return letters.map((letter) => {
    const party = register.parties.find(({ code }) => code === letter.desk);
    const wall = instantIn(zone, letter.sentAt);
    const [day, time] = [wall.slice(0, 10), wall.slice(11, 16)];
    const addresseeName = party?.name ?? others[letter.desk] ?? letter.desk;
    const kindName = letterName(letter.kind);
    const name = `letters/${day}/${time.replace(':', '')}-${fileName(kindName)}-${fileName(addresseeName)}`;
    const n = (taken.get(name) ?? 0) + 1;
    taken.set(name, n);
    return {
      path: n === 1 ? name : `${name}-${n}`,
      addressee: letter.desk,
      addresseeName,
      kind: letter.kind,
      kindName,
      round: letter.round,
      day,
      time,
      isToHead: party !== undefined && isToHead(letter, party),
      letter,
    };
  });
}

function isToHead({ to }: SentLetter, { posts }: Party): boolean {
  return posts.head !== undefined && to.includes(posts.head.email);
}

/** Nothing that a file system or a link could take amiss. */
function fileName(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, '').slice(0, 40) || '函';
}
