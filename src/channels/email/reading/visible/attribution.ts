// "wrote" in the languages of the mail programs.
const VERB =
  /(?<!\p{L})(wrote|writes|said|schrieb|geschrieben|skrev|schreef|escribió|escribio|escribiste|escreveu|kirjoitti|yazdı|a scris|napsal|napísal|piše|rašė|rakstīja|kirjutas|viết|shkroi)(?!\p{L})|a écrit|a ecrit|écrivait|ha scritto|ha escrit|va escriure|napisał(a|\(a\))?|írta|пишет|написал|написав|написа|написала|έγραψε|写道|寫道|書きました|さんの?(書き込み|メッセージ)|작성|כתב|كتب|กล่าว|a répondu|reageerde|pisze/iu

const BEGINS =
  /^[\s*_>-]*((on|le|am|em|el|il|op|den|på|a|w dniu|dnia|dňa|dne|v|pe|în data|la|kl|ma|quoting|selon|from|date|в|во|ngày)(?![\p{L}'’])|\d{1,4}\s?[./年-]|\d{1,2}\.? \p{L}|(mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|mån|tir|tis|ons|tor|tors|fre|lør|lör|søn|sön|mo|di|mi|do|fr|sa|so|пн|вт|ср|чт|пт|сб|вс|пон|сер)\p{L}{0,9}[.,]?\s)/iu

const DATE = /\d{1,4}[./:年-]\d{1,2}|\d{1,2}\.?\s(\p{L}|月)|\p{L}\.?\s\d{1,2}\b|\d{4}/u

/**
 * Is this the line a mail program puts above a quote: a date, a name, "wrote:"? The line may have been wrapped; the caller joins it.
 */
export function isAttribution(text: string): boolean {
  if (text.length > 500) return false
  // Programs wrap it in invisible marks of direction.
  const line = text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (!/[::][*_\s]*$/.test(line)) return false
  if (!DATE.test(line)) return namedOnly(line)
  if (VERB.test(line)) return BEGINS.test(line)
  // Gmail in Japanese, Korean…: "2024年5月1日(水) 10:00 Jean <jean@example.com>:"
  return BEGINS.test(line) && /<[^<>\s]+@[^<>\s]+>[*_\s]*[::]$/.test(line)
}

/** Old news readers: "Jean Dupont <jean@example.com> writes:". */
function namedOnly(line: string): boolean {
  return /^[^.!?]{2,120}[<(][^<>()\s]+@[^<>()\s]+[>)]/.test(line) && VERB.test(line)
}

/** No person writes this by hand: the address of the quoted sender in brackets, or the time to the minute, then "wrote:". */
export function isProgramMade(text: string): boolean {
  const line = text.replace(/\s+/g, ' ').trim()
  return isAttribution(line) && /<(mailto:)?[^<>\s]+@[^<>\s]+>/.test(line)
}
