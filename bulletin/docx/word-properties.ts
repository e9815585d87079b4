/** Which version of which bulletin a document shows: kept in its properties, where Word and WPS leave it alone. */
export interface WordOrigin {
  readonly campaign: string;
  readonly round: string;
  readonly version: number;
}

export function wordProperties({ campaign, round, version }: WordOrigin): Readonly<Record<string, string>> {
  return { ShuangyueCampaign: campaign, ShuangyueRound: round, ShuangyueVersion: String(version) };
}

/** Undefined where the document does not say, or not all of it. */
export function wordOrigin(properties: Readonly<Record<string, string>>): WordOrigin | undefined {
  const { ShuangyueCampaign: campaign, ShuangyueRound: round, ShuangyueVersion: version } = properties;
  if (campaign === undefined || round === undefined || !/^[1-9]\d{0,5}$/.test(version ?? '')) return undefined;
  return { campaign, round, version: Number(version) };
}
