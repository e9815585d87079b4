const greeting =
  /^(@?[^，。,！!：:]{0,12}(您好|你好|好)|各位(领导|老师)|尊敬的.{0,10}|领导|老师|[^，。,！!：:]{1,12}[：:])$/;
const who = '(?:我(?:单位|局|厅|委|办|处|部|会|们|方)?|本(?:单位|局|厅|委|办|处)|.{1,10}(?:局|厅|委|办|处|海关))?';
const what = '(?:贵办|你办|您的|该)?(?:来函|来信|来件|邮件|函件|通知|文件|材料|函|信|此件|以上|回执|调度通知|提示)?';
const core = new RegExp(
  `^${who}(?:已|均已|已经|已于.{1,12})?${what}(?:已|均已)?(?:收到|收悉|知悉|获悉|收阅|阅悉|知晓|已阅|阅知|敬悉)(?:了|啦)?${what}(?:啦|了)?$`,
);
const shortCore = /^((收到){1,3}|ok|okay|好的?|知道了|明白|got it|received|noted|well received)$/i;
const thanks =
  /^(非常|十分)?(谢谢|感谢|多谢|辛苦了?|thanks?( you)?|thx|祝好|此复|特此回复|顺祝商祺|祝工作顺利)(您|你们?|贵办|提醒|支持|告知|.{0,6})?(辛苦了?)?$/i;
const promise = new RegExp(
  `^${who}(?:将|会|正在|正|即|马上|立即)?(?:尽快|按时|按要求|按期|抓紧|及时|认真|于.{1,14}前|在.{1,14}前)+(?:组织|安排)?(?:报送|上报|填报|办理|落实|反馈|回复|处理|报|办|组织填报)(?:材料|情况)?$`,
);
const content = /任务|累计|完成|推进|滞后|启动|进展|延期|变更|附件|打不开|没有?收到|未收到|为什么|如何|是否|请问|[?？]/;

/** “收到” and its courtesies alone: recorded, but neither an answer nor a question. */
export function isAcknowledgement(text: string): boolean {
  if (text.length > 1000) return false;
  const [said = '', ...signature] = text.trim().split(/\n\s*\n|\n(?=-- ?$)/m);
  if (said.length > 120 || !isSignature(signature.join('\n'))) return false;
  const lines = said.split('\n');
  // A signature may follow at once; the courtesies end where it begins.
  return lines.some(
    (_line, index) =>
      isCourtesy(lines.slice(0, index + 1).join('\n')) && isSignature(lines.slice(index + 1).join('\n')),
  );
}

function isCourtesy(said: string): boolean {
  const clauses = said
    .split(/[\s，。,.！!；;、~～…]+|[—-]{2,}/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '' && !/^\p{P}+$/u.test(clause));
  if (!clauses.some(isReceipt)) return receivedInEnglish(said);
  return clauses.every(
    (clause) => isReceipt(clause) || thanks.test(clause) || promise.test(clause) || greeting.test(clause),
  );
}

function isReceipt(clause: string): boolean {
  return core.test(clause) || shortCore.test(clause);
}

function receivedInEnglish(said: string): boolean {
  return /^(ok|okay|got it|received|well received|noted)( with thanks|,? thanks?( you)?)?[.!]?$/i.test(said.trim());
}

function isSignature(rest: string): boolean {
  const lines = rest.split('\n').filter((line) => line.trim() !== '');
  return lines.length <= 8 && rest.length <= 240 && !content.test(rest) && lines.every((line) => line.length <= 60);
}
