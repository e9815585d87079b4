const mib = 1024 * 1024;
export const uploadLimits = { fileBytes: 10 * mib, filesPerTask: 5, pageBytes: 24 * mib } as const;

interface Kind {
  readonly endings: readonly string[];
  readonly begins: Buffer;
}

const kinds: readonly Kind[] = [
  { endings: ['pdf'], begins: Buffer.from('%PDF-') },
  { endings: ['jpg', 'jpeg'], begins: Buffer.from([0xff, 0xd8, 0xff]) },
  { endings: ['png'], begins: Buffer.from([0x89, 0x50, 0x4e, 0x47]) },
  { endings: ['docx', 'xlsx', 'pptx', 'ofd'], begins: Buffer.from([0x50, 0x4b, 0x03, 0x04]) },
  { endings: ['doc', 'xls', 'ppt', 'wps', 'et', 'dps'], begins: Buffer.from('d0cf11e0a1b11ae1', 'hex') },
];
/** For the file chooser. */
export const uploadEndings = kinds.flatMap(({ endings }) => endings.map((ending) => `.${ending}`)).join(',');

/** Where macros lie: in a zip the part's name stands unpacked, in an old file the storage's name in UTF-16. */
const macros = [Buffer.from('vbaProject'), Buffer.from('_VBA_PROJECT', 'utf16le')];

/** Why a file is not taken, in a Chinese sentence without a full stop; undefined for one that is. It is kept, never opened. */
export function whyRefused({ name, bytes }: { readonly name: string; readonly bytes: Buffer }): string | undefined {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = kinds.find(({ endings }) => endings.includes(ending));
  if (!kind) return `附件“${name}”不是可收的类型；请用 PDF、图片（jpg、png）、Word、Excel、PPT、WPS 或 OFD 文件`;
  if (bytes.length === 0) return `附件“${name}”是空的；请核对后重新选择`;
  if (bytes.length > uploadLimits.fileBytes) {
    return `附件“${name}”有${(bytes.length / mib).toFixed(1)} MB，每个不超过${uploadLimits.fileBytes / mib} MB；大的请回复邮件报送`;
  }
  if (bytes.indexOf(kind.begins) !== 0)
    return `附件“${name}”的内容不是 ${ending} 文件，或已加密；请另存为不加密的文件再选`;
  if (macros.some((macro) => bytes.includes(macro))) return `附件“${name}”带有宏；请另存为不带宏的文件再选`;
  return undefined;
}
