/** How programs head the answers they give for people who are away, in the languages of the common clients. */
const starts = [
  '自动(回复|答复|应答|回信|回覆)|自動(回覆|回復|回信|答覆)|(系统|假期|休假|外出|离职)(的)?自动|外出(回复|通知)|不在办公室',
  "automatic[\\s-](reply|response|answer|e-?mail)|automated[\\s-](reply|response|answer|message|e-?mail)|auto[\\s-]?(reply|response|responder|respond|answer|resp)\\b|auto:|ooo\\b|out[\\s-]of[\\s-](the[\\s-])?office|(i am |i'm )?(currently )?(away from|on) (my |the |annual |maternity |sick )?(office|vacation|holiday|leave|mail)\\b|vacation (reply|response|message|notice)|absence (reply|notice)",
  "abwesenheit|automatische (antwort|r[üu]ckantwort|r[ée]ponse)|nicht im (haus|b[üu]ro)|r[ée]ponse automatique|absence(?= |:|$)|absent\\b|message d['’]absence|respuesta autom|fuera de (la )?oficina|ausente|risposta automatica|fuori (sede|ufficio)|resposta autom|(ausência|fora do escrit)|automatisch antwoord|afwezig|automatyczna odpowied|autoodpowied|nieobecno|автоответ|автоматическ|вне офиса|отсутств|自動(応答|返信)|不在(通知|のお知らせ|連絡|応答)|자동 ?(회신|응답)|부재|autosvar|automatiskt? svar|frånvaro|fravær|automaattinen vastaus|poissa|automatick[áa] odpov|automatikus válasz|otomatik yan[ıi]t|ofis dışı",
].join('|');
const anywhere =
  'is out of (the )?office|\\(auto(matic|mated)? ?(response|reply)\\)|\\[auto(matic|mated)?[ -]?(response|reply)\\]|（自动(回复|答复)）|【自动(回复|答复)】|\\[自动(回复|答复)\\]|auto-?reply( from| to|:)';

export const automaticSubject = new RegExp(`^\\s*((re|aw|sv)\\s*:\\s*)?[[【（(*]?\\s*(${starts})|${anywhere}`, 'iu');
