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

/**
 * The first line after the block at `at` when its mail is marked with ">": then only the marked lines are the earlier mail. Null when it is
 * not marked, and so goes on to the end.
 */
export function markedBelow(lines: Line[], at: number): number | null {
  let end = at
  while (end < at + 16 && end < lines.length && isOfBlock(lines[end])) end++
  return lines[end]?.quoted ? end : null
}

function isOfBlock(line: Line | undefined): boolean {
  if (line === undefined || line.quoted) return false
  return line.text.trim() === '' || isRuler(line.text) || SEPARATOR.test(line.text.slice(0, 500)) || fieldOf(line.text) !== null
}

/** A block may be wrapped or broken by one odd line; it is read over ten lines at most. */
function isHeaderBlock(lines: Line[], at: number): boolean {
  const first = fieldOf(lines[at]?.text ?? '')
  if (first === null || first === 'to' || first === 'cc') return false
  const fields: string[] = []
  let block = ''
  let misses = 0
  for (const { text } of lines.slice(at, at + 10)) {
    const field = fieldOf(text)
    if (field) {
      fields.push(field)
      block += text.slice(0, 1_000)
      continue
    }
    // Some programs write an empty line between two fields.
    misses += text.trim() === '' && fields.length < 3 ? 0.5 : 1
    if (misses >= 2) break
  }
  return isComplete(new Set(fields), block)
}

function isComplete(fields: Set<string>, block: string): boolean {
  const has_when = fields.has('sent') || fields.has('date')
  const has_what = fields.has('to') || fields.has('subject')
  return fields.has('from') && has_when && has_what && (fields.has('sent') || /[^\s<>]@[^\s<>]/.test(block))
}

function fieldOf(text: string): string | null {
  const label = /^[\s>*_|-]*([\p{L}][\p{L}'’ ]{0,20}?)\s?[*_]*\s*[::]/u.exec(text.slice(0, 100))?.[1]
  if (!label) return null
  return Object.keys(FIELDS).find((field) => FIELDS[field]?.test(label.trim())) ?? null
}

const FORWARD =
  /^[\s*]*(?:[-_=]{2,}\s*)?(forwarded message|begin forwarded message|message transféré|message transmis|courriel transféré|début du message (transféré|réexpédié)|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|mensaje reenviado|inicio del mensaje reenviado|mensagem (encaminhada|reencaminhada)|messaggio inoltrato|inizio messaggio inoltrato|doorgestuurd bericht|begin doorgestuurd bericht|vidarebefordrat meddelande|wiadomość przekazana|пересылаемое сообщение|转发的邮件|転送されたメッセージ)\s*(?:[-_=]{2,}|[::])?\s*$/iu

/** From here on the sender passes on somebody's mail: it is what they want us to read, not a quote. */
export function startsForward(line: Line): boolean {
  return !line.quoted && line.text.length < 200 && FORWARD.test(line.text)
}

/** The line Outlook draws above its block. */
export function isRuler(text: string): boolean {
  return /^\s*[_*=-]{10,}\s*$/.test(text)
}
