// Is this likely to be unwanted? A sum of weak signs, each told in words, so that whoever looks at it knows why. Pure. Nothing is dropped by
// it: what is suspected is kept and shown apart.

export const SUSPECT = 5 // from this sum on

export type Signs = {
  trap: boolean // the field that people do not see was filled in
  proven: boolean // the browser did the small work asked of it
  seconds: number // between the page and the sending
  text: string // all that was written, without the choices
  email: string
  repeated: number // how often these very words came by this form within a day
}
export type Judgement = { score: number; reasons: string[]; suspected: boolean }

const LINK = /https?:\/\/|www\.[a-z0-9-]+\.[a-z]{2,}/gi
const MARKUP = /<a\s|\[url[=\]]|<\/?(?:script|iframe|img)\b/i
const SELLING =
  /\b(?:viagra|cialis|casino|forex|crypto(?:currency|monnaie)?|bitcoin|backlinks?|seo (?:services?|expert|ranking)|first page of google|escort|porn|payday loans?|guest post|essay writing|lose weight)\b/gi
// Addresses that are made to be thrown away; a well-known few, for a sign and not a verdict.
const THROWN = /@(?:.+\.)?(?:mailinator|guerrillamail|10minutemail|yopmail|tempmail|temp-mail|trashmail|sharklasers|dispostable|getnada|maildrop|throwawaymail|mohmal|moakt|emailondeck|fakeinbox|jetable|mail-temporaire|spamgourmet|grr)\.[a-z.]{2,}$/i // prettier-ignore

/** Each sign adds to the score; from SUSPECT on it is suspected. `reasons`: "links +3". */
export function judge(signs: Signs): Judgement {
  const links = signs.text.match(LINK)?.length ?? 0
  const words = signs.text.split(/\s+/).filter((word) => word !== '').length
  const found: [string, number][] = [
    ['trap', signs.trap ? SUSPECT : 0],
    ['markup', MARKUP.test(signs.text) ? 3 : 0],
    ['links', links === 0 ? 0 : Math.min(4, Math.max(0, links - 2)) + (links > 1 && links / Math.max(1, words) > 0.1 ? 2 : 0)],
    ['selling', Math.min(4, 2 * (signs.text.match(SELLING)?.length ?? 0))],
    ['repeated', Math.min(6, 3 * signs.repeated)],
    ['throw_away_address', THROWN.test(signs.email) ? 2 : 0],
    ['no_work_done', signs.proven ? 0 : 1],
    ['quick', signs.seconds < 5 ? 1 : 0],
  ]
  const counted = found.filter(([, points]) => points > 0)
  const score = counted.reduce((sum, [, points]) => sum + points, 0)
  return { score, reasons: counted.map(([sign, points]) => `${sign} +${points}`), suspected: score >= SUSPECT }
}

/** What two senders of the same words have in common: letters only, so that another link or number does not hide it. */
export const sameness = (text: string): string => text.toLowerCase().replace(/(?:https?:\/\/|www\.)\S+/g, ' ').replace(/[^\p{L}]+/gu, ' ').trim() // prettier-ignore
