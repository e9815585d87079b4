import type {
  BulletinEntry,
  BulletinTexts,
  CallList,
  CampaignEntry,
  ContactChangeEntry,
  ContactEntry,
  ContactFinding,
  ContactHolder,
  LetterDetail,
  LetterEntry,
  LetterPaper,
  MailEntry,
  ReportDraft,
  Status,
  TaskHistory,
} from '../domain/board.js';
import type { FormLinkEntry } from '../domain/form-links.js';
import type {
  AnswerOnBehalf,
  AskContactChange,
  AskedContactChange,
  EditBulletin,
  EditedBulletin,
  LogCall,
  LoggedCall,
  EditedInWord,
  EditInWord,
  RefuseContactChange,
  RevokeLink,
  StoreCampaign,
  StoredCampaign,
  TakenAnswer,
} from '../domain/office-requests.js';
import { callBoard, type BoardAddress } from './call-board.js';
import { plainText } from './plain-text.js';

export interface LetterFilter {
  readonly campaign: string;
  readonly state?: string;
  readonly kind?: string;
  readonly round?: string;
  readonly desk?: string;
}

/** The office's JSON API, as the client reads and asks; every refusal is thrown as its sentence. */
export interface Board {
  readonly campaigns: () => Promise<readonly CampaignEntry[]>;
  readonly status: (campaign: string) => Promise<Status>;
  readonly task: (campaign: string, number: number) => Promise<TaskHistory>;
  readonly letters: (filter: LetterFilter) => Promise<readonly LetterEntry[]>;
  readonly letter: (id: number) => Promise<LetterDetail>;
  readonly letterPaper: (id: number) => Promise<LetterPaper>;
  /** Those that no campaign could be told for are among them. */
  readonly mails: (filter: { readonly campaign: string; readonly state?: string }) => Promise<readonly MailEntry[]>;
  readonly mail: (id: string) => Promise<MailEntry>;
  readonly answerFile: (campaign: string, hash: string) => Promise<Buffer>;
  readonly formLink: (campaign: string, party: string) => Promise<FormLinkEntry>;
  readonly revokeLink: (request: RevokeLink) => Promise<FormLinkEntry>;
  readonly contacts: (campaign: string, party?: string) => Promise<readonly ContactEntry[]>;
  readonly contactHistory: (campaign: string, party: string) => Promise<readonly ContactHolder[]>;
  readonly contactCheck: (campaign: string) => Promise<readonly ContactFinding[]>;
  readonly report: (campaign: string, party?: string) => Promise<ReportDraft>;
  readonly calls: (campaign: string) => Promise<CallList>;
  readonly logCall: (request: LogCall) => Promise<LoggedCall>;
  /** `waiting`: only what parties asked for and nobody decided. */
  readonly contactChanges: (campaign: string, waiting?: boolean) => Promise<readonly ContactChangeEntry[]>;
  readonly refuseContactChange: (request: RefuseContactChange) => Promise<AskedContactChange>;
  readonly bulletins: (campaign: string) => Promise<readonly BulletinEntry[]>;
  readonly bulletinPage: (campaign: string, round: string, version: number) => Promise<string>;
  readonly bulletinDocx: (campaign: string, round: string, version: number) => Promise<Buffer>;
  readonly bulletinTexts: (campaign: string, round: string, version: number) => Promise<BulletinTexts>;
  readonly storeCampaign: (request: StoreCampaign) => Promise<StoredCampaign>;
  readonly answerOnBehalf: (request: AnswerOnBehalf) => Promise<TakenAnswer>;
  readonly askContactChange: (request: AskContactChange) => Promise<AskedContactChange>;
  readonly editBulletin: (campaign: string, round: string, request: EditBulletin) => Promise<EditedBulletin>;
  readonly editInWord: (campaign: string, round: string, request: EditInWord) => Promise<EditedInWord>;
}

export function openBoard(address: BoardAddress): Board {
  const get = <Reply>(path: string, query: object = {}) => callBoard(address, path, query, dataOf<Reply>);
  const post = <Reply>(path: string, body: object, query: object = {}) =>
    callBoard(address, path, query, dataOf<Reply>, body);
  return {
    campaigns: () => get('/campaigns'),
    status: (campaign) => get('/status', { campaign }),
    task: (campaign, number) => get(`/tasks/${number}`, { campaign }),
    letters: (filter) => get('/letters', filter),
    letter: (id) => get(`/letters/${id}`),
    letterPaper: (id) => get(`/letters/${id}/docx`),
    mails: (filter) => get('/mail', filter),
    mail: (id) => get(`/mail/${encodeURIComponent(id)}`),
    answerFile: (campaign, hash) =>
      callBoard(address, `/files/${encodeURIComponent(hash)}`, { campaign }, async (file) =>
        Buffer.from(await file.arrayBuffer()),
      ),
    formLink: (campaign, party) => get(`/links/${encodeURIComponent(party)}`, { campaign }),
    revokeLink: (request) => post('/links/revoke', request),
    contacts: (campaign, party) => get('/contacts', { campaign, party }),
    contactHistory: (campaign, party) => get('/contacts/history', { campaign, party }),
    contactCheck: (campaign) => get('/contacts/check', { campaign }),
    report: (campaign, party) => get('/report', { campaign, party }),
    calls: (campaign) => get('/calls', { campaign }),
    logCall: (request) => post('/calls', request),
    contactChanges: (campaign, waiting) => get('/contacts/changes', { campaign, ...(waiting === true && { waiting }) }),
    refuseContactChange: ({ change, ...request }) => post(`/contacts/changes/${change}/refuse`, request),
    bulletins: (campaign) => get('/bulletins', { campaign }),
    bulletinPage: (campaign, round, number) =>
      callBoard(address, `${versionPath(round, number)}/html`, { campaign }, async (page) =>
        plainText(await page.text()),
      ),
    bulletinDocx: (campaign, round, number) =>
      callBoard(address, `${versionPath(round, number)}/docx`, { campaign }, async (file) =>
        Buffer.from(await file.arrayBuffer()),
      ),
    bulletinTexts: (campaign, round, number) => get(`${versionPath(round, number)}/texts`, { campaign }),
    storeCampaign: (request) => post('/campaigns', request),
    answerOnBehalf: (request) => post('/answers', request),
    askContactChange: (request) => post('/contacts', request),
    editBulletin: (campaign, round, request) =>
      post(`/bulletins/${encodeURIComponent(round)}/edits`, request, { campaign }),
    editInWord: (campaign, round, request) =>
      post(`/bulletins/${encodeURIComponent(round)}/word-edits`, request, { campaign }),
  };
}

function versionPath(round: string, version: number): string {
  return `/bulletins/${encodeURIComponent(round)}/${version}`;
}

/** Client and server are of one build: the shapes of domain/board.ts are trusted. */
async function dataOf<Reply>(response: Response): Promise<Reply> {
  return JSON.parse(await response.text(), plainValue) as Reply;
}

function plainValue(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? plainText(value) : value;
}
