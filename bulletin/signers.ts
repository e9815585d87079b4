/** Who made and signed the bulletin; what is not known is not printed. */
export interface Signers {
  readonly editor?: string;
  readonly reviewer?: string;
  readonly signer?: string;
}

export function signedBy({ editor, reviewer, signer }: Signers): string {
  const known = [editor && `编辑：${editor}`, reviewer && `审核：${reviewer}`, signer && `签发：${signer}`];
  return known.filter(Boolean).join('　　');
}
