/** From where a party's page was used. */
export interface FormUse {
  /** `*` where many places are counted together. */
  readonly address: string;
  readonly agent: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly opened: number;
  readonly submitted: number;
}

/** The signed link of a party's page; none while no round is open. */
export interface FormLink {
  readonly party: string;
  readonly partyName: string;
  /** Links of a lower version open nothing. */
  readonly version: number;
  readonly round: string | null;
  readonly token: string | null;
  readonly uses: readonly FormUse[];
}

/** `GET /api/links/:party?campaign=`: with its address. */
export interface FormLinkEntry extends Omit<FormLink, 'token'> {
  readonly url: string | null;
}
