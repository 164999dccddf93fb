import { isBlank } from './lines.ts'
import type { Line } from './lines.ts'

const DEVICE =
  /^[\s*_>-]*(sent (from|via|with|using)( my| the)?|envoyé (de|depuis|à partir de|avec|par)( mon| ma| l['’])?|get outlook for|télécharger outlook pour|obtenez outlook pour|obtenir outlook pour|provenance :? ?courrier pour|von meinem|gesendet (von|mit)|diese nachricht wurde von mein|holen sie sich outlook|outlook für|enviado (desde|do|de|a partir)|inviato (da|dal)|scarica outlook|verzonden (vanaf|met|via)|skickat från|sendt fra|lähetetty|wysłane z|wysłano z|отправлено с|发自我的|來自我的|从我的|iphoneから送信|私の)\s*\S/iu

const DEVICE_NAMES =
  /iphone|ipad|ipod|android|samsung|galaxy|huawei|xiaomi|pixel|blackberry|windows|outlook|yahoo|gmail|mobile|mobil|handy|phone|téléphone|telefono|teléfono|tablet|smartphone|mail|orange|device|appareil|gerät|nokia|htc|sony|lg|verizon|at&t|t-mobile|proton|courrier|ios|手机|から送信/iu

/** First hidden line of the signature that ends this stretch of lines, or the end when there is none. */
export function findSignature(lines: Line[], [start, end]: [number, number]): number {
  let last = end
  for (let round = 0; round < 3; round++) {
    const cut = [footer, delimiter, device, initials].map((find) => find(lines, [start, last])).find((at) => at < last)
    if (cut === undefined) break
    last = cut
  }
  return last
}

function trailing(lines: Line[], [start, end]: [number, number], most: number): number[] {
  const found: number[] = []
  for (let i = end - 1; i >= start && found.length < most; i--) if (!isBlank(lines[i])) found.push(i)
  return found
}

/** "-- " (RFC 3676 section 4.3) with at most a dozen lines after it; more than that is not a signature. */
function delimiter(lines: Line[], range: [number, number]): number {
  const shown = trailing(lines, range, 14)
  for (const [index, at] of shown.entries()) {
    const text = lines[at]?.text ?? ''
    const strict = /^-- $/.test(text)
    if ((strict || /^(--|—|–-)\s*$/.test(text)) && index <= (strict ? 13 : 7)) return at
  }
  return range[1]
}

/** "Sent from my iPhone" as the last line, short, naming a device or a program. */
function device(lines: Line[], range: [number, number]): number {
  const at = trailing(lines, range, 1)[0]
  const text = at === undefined ? '' : (lines[at]?.text.trim() ?? '')
  if (at === undefined || text.length > 120 || text.split(/\s+/).length > 12) return range[1]
  const unlinked = text.replace(/<?\bhttps?:\/\/[^\s>]+>?/gi, '').trim()
  const whole =
    DEVICE.test(unlinked) &&
    !/[,;?!]|\.\s*\S/.test(unlinked) &&
    (DEVICE_NAMES.test(unlinked) || /\bmy [A-Za-z ]{3,40}\bdevice$/i.test(unlinked))
  return whole || /^iphoneから送信$/iu.test(unlinked) ? at : range[1]
}

/** The footer a mailing list adds: a long line of underscores, few lines, an address of the list. */
function footer(lines: Line[], range: [number, number]): number {
  const shown = trailing(lines, range, 8)
  const ruler = shown.find((at) => /^_{20,}\s*$/.test(lines[at]?.text ?? ''))
  if (ruler === undefined) return range[1]
  const below = lines.slice(ruler + 1, range[1]).map((line) => line.text)
  return /mailing list|listinfo|unsubscribe|se désabonner|@lists?\./i.test(below.join(' ')) ? ruler : range[1]
}

/** "-Jean" alone after a finished sentence. Never after a list or a colon: "Villes :\n-Lyon". */
function initials(lines: Line[], range: [number, number]): number {
  const [at, before] = trailing(lines, range, 2)
  if (at === undefined || before === undefined || !isBlank(lines[at - 1])) return range[1]
  const signed = /^-{1,2}\s?\p{Lu}[\p{L}.'’-]{0,20}( \p{Lu}[\p{L}.'’-]{0,20}){0,2}\s*$/u.test(lines[at]?.text ?? '')
  const above = lines[before]?.text.trim() ?? ''
  return signed && /[.!?,)»]$/.test(above) && !/^[-*•]/.test(above) ? at : range[1]
}
