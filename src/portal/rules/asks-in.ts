// What an answer of ours asks of the customer: its sentences that end with a question mark, or that ask for something in the ways of the
// trade. Pure, and modest: where it finds nothing, the page says only that we have answered.
const MOST = 3
const LONGEST = 300
const ASKS = [
  /\b(?:pourriez|pouvez|voudriez|voulez|auriez)[- ]vous\b/iu, /\bmerci de (?:nous|me|bien vouloir|confirmer|renvoyer|répondre|préciser)/iu,
  /\b(?:veuillez|envoyez|indiquez|transmettez|précisez|confirmez)(?:[- ](?:nous|moi))\b/iu, /\bil (?:nous|me) (?:faudrait|manque)\b/iu,
  /\b(?:could|can|would|will) you\b/iu, /\bplease (?:send|confirm|let us|let me|reply|tell|provide|attach|give)\b/iu, /\bwe (?:still )?need\b/iu,
] // prettier-ignore
const COURTESY =
  /comment (?:allez|ça va)|how are you|n'hésitez|n’hésitez|à votre disposition|autre question|any (?:other |further )?questions?|besoin d['’]autre chose/iu

/** The sentences that ask, at most three, each of 300 characters at most; quoted lines are not ours to ask with. */
export function asksIn(text: string): readonly string[] | null {
  const own = text
    .slice(0, 20_000)
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n')
  const asking = sentences(own).filter(
    (sentence) => !COURTESY.test(sentence) && (/\?\s*$/.test(sentence) || ASKS.some((way) => way.test(sentence))),
  )
  return asking.length === 0 ? null : asking.slice(0, MOST).map((sentence) => sentence.slice(0, LONGEST))
}

const sentences = (text: string): string[] =>
  [...text.matchAll(/[^.!?\n]+(?:[.](?=\S)[^.!?\n]+)*[.!?]*/gu)]
    .map(([sentence]) => sentence.trim())
    .filter((sentence) => sentence.length > 3)
