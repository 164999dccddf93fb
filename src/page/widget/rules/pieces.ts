// What is written is text, never markup: addresses in it become links, and nothing else does anything. Pure.
export type Piece = { text: string; to: string | null } // to: where a link leads, http(s) or mailto only

const LINK = /https?:\/\/[^\s<>"«»]+|www\.[^\s<>"«»]+\.[^\s<>"«»]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/gi
const TRAILING = /[.,;:!?'’”…\u00a0\u202f]+$/

export function pieces(text: string): Piece[] {
  const found: Piece[] = []
  let from = 0
  for (const match of text.matchAll(LINK)) {
    const shown = withoutTail(match[0])
    const to = target(shown)
    if (to === null) continue
    if (match.index > from) found.push({ text: text.slice(from, match.index), to: null })
    found.push({ text: shown, to })
    from = match.index + shown.length
  }
  if (from < text.length) found.push({ text: text.slice(from), to: null })
  return found
}

// A full stop ends the sentence, a bracket that the address did not open closes the sentence's own.
function withoutTail(address: string): string {
  const bare = address.replace(TRAILING, '')
  const open = (sign: string): number => bare.split(sign).length
  return bare.endsWith(')') && open(')') > open('(') ? withoutTail(bare.slice(0, -1)) : bare
}

function target(shown: string): string | null {
  if (!/^(https?:|www\.)/i.test(shown)) return `mailto:${shown}`
  const address = /^www/i.test(shown) ? `https://${shown}` : shown
  return URL.canParse(address) ? address : null
}
