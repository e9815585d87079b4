const segment = encodeURIComponent;

export const postLinks = {
  office: '/post',
  mailbox: (address: string, pageNumber = 1) =>
    `/post/${segment(address)}${pageNumber > 1 ? `?page=${pageNumber}` : ''}`,
  write: (address: string) => `/post/${segment(address)}/write`,
  letter: (address: string, id: string) => `/post/${segment(address)}/${segment(id)}`,
  body: (address: string, id: string) => `/post/${segment(address)}/${segment(id)}/body`,
  raw: (address: string, id: string) => `/post/${segment(address)}/${segment(id)}/letter.eml`,
  attachment: (address: string, id: string, index: number) =>
    `/post/${segment(address)}/${segment(id)}/attachments/${index}`,
} as const;
