/** Which version of which bulletin a document shows: kept in its properties, where Word and WPS leave it alone. */
interface WordOrigin {
  readonly campaign: string;
  readonly round: string;
  readonly version: number;
}

export function wordProperties({ campaign, round, version }: WordOrigin): Readonly<Record<string, string>> {
  return { ShuangyueCampaign: campaign, ShuangyueRound: round, ShuangyueVersion: String(version) };
}
