/** A document that is not read; the message is for who handed it in. By name, as the office's other refusals are told. */
export function documentRefused(
  what: string,
  whatToDo = '请用 Word 或 WPS 打开原稿，另存为普通的 .docx 后再交',
): Error {
  return Object.assign(new Error(`文件不能读取：${what}；${whatToDo}。`), { name: 'Refusal' });
}
