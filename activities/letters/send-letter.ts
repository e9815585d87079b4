import type { Deps } from '../deps.js';
import { sendLetters, type Sent } from './send-letters.js';

export type { Sent };

export async function sendLetter(deps: Deps, id: number): Promise<Sent> {
  const [sent] = await sendLetters(deps, [id]);
  if (!sent) throw new Error(`没有编号为${id}的函；请用 shuangyue letters 查看现有的函。`);
  return sent;
}
