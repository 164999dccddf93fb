import type { Line } from './lines.ts'

// The block Outlook, Zimbra and others put above the earlier mail, in their languages.
const FIELDS: Record<string, RegExp> = {
  from: /^(from|de|von|da|van|od|fra|från|lähettäjä|feladó|kimden|от|від|发件人|寄件者|差出人|送信者|보낸 ?사람)$/iu,
  sent: /^(sent|message du|message envoyé|envoyé|envoyé le|gesendet|inviato|verzonden|enviado|enviado el|enviada em|enviado em|wysłano|skickat|sendt|lähetetty|elküldve|gönderildi|gönderme tarihi|отправлено|надіслано|发送时间|寄件日期|送信日時|보낸 ?날짜)$/iu,
  date: /^(date|date d'envoi|datum|data|fecha|dato|dátum|päivämäärä|дата|日期|日付)$/iu,
  to: /^(to|à|a|pour|an|aan|para|do|till|til|vastaanottaja|címzett|kime|кому|收件人|宛先|받는 ?사람)$/iu,
  cc: /^(cc|copie|copie à|kopie|kopia|ccn|cci|copie à|副本)$/iu,
  subject:
    /^(subject|objet|sujet|betreff|oggetto|onderwerp|asunto|assunto|temat|ämne|emne|aihe|tárgy|konu|тема|主题|主旨|件名|제목)$/iu,
}

const SEPARATOR =
  /^[\s>]*[-_=*—–]{2,}\s*(original message|message d['’]origine|message original|message initial|mail original|ursprüngliche nachricht|originalnachricht|original-?nachricht|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|originalmeddelande|oprindelig meddelelse|oryginalna wiadomość|wiadomość oryginalna|原始邮件|原始郵件|元のメッセージ|исходное сообщение|reply message|original appointment)\s*[-_=*—–]{2,}\s*$/iu

/**
 * Does the earlier mail begin at this line, by a separator ("-----Message d'origine-----") or a block of From/Sent/To/Subject? A form
 * that a customer fills in ("De : Paris, À : Lyon, Date : …") is no such block: there must be an address, or the word "Sent" in some
 * language, which only programs write.
 */
export function startsEarlierMail(lines: Line[], at: number): boolean {
  const text = lines[at]?.text ?? ''
  if (text.length > 500) return false
  if (SEPARATOR.test(text)) return true
  return isHeaderBlock(lines, at)
}

function isHeaderBlock(lines: Line[], at: number): boolean {
  const first = fieldOf(lines[at]?.text ?? '')
  if (first !== 'from' && first !== 'sent' && first !== 'date' && first !== 'subject') return false
  const seen = new Set<string>()
  let block = ''
  for (let i = at, misses = 0; i < at + 10 && i < lines.length && misses < 2; i++) {
    const text = lines[i]?.text.slice(0, 1_000) ?? ''
    const field = fieldOf(text)
    if (field) {
      seen.add(field)
      block += text
    } else misses += text.trim() === '' && i > at && seen.size < 3 ? 0.5 : 1
  }
  const has_when = seen.has('sent') || seen.has('date')
  const enough = seen.has('from') && has_when && (seen.has('to') || seen.has('subject'))
  return enough && (seen.has('sent') || /[^\s<>]@[^\s<>]/.test(block))
}

function fieldOf(text: string): string | null {
  const label = /^[\s>*_|-]*([\p{L}][\p{L}'’ ]{0,20}?)\s?[*_]*\s*[::]/u.exec(text.slice(0, 100))?.[1]
  if (!label) return null
  return Object.keys(FIELDS).find((field) => FIELDS[field]?.test(label.trim())) ?? null
}

/** The line Outlook draws above its block. */
export function isRuler(text: string): boolean {
  return /^\s*[_*=-]{10,}\s*$/.test(text)
}
