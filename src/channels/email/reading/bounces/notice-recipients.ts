import type { MailAddress } from '../shapes.ts'

type Named = {
  address: string
  /** What the notice says about this address: the lines from here to the next one. */
  words: string
}

const ADDRESS =
  /[A-Za-z0-9!#$%&+/=?^_{}~.\u00c0-\u024f-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?![a-z0-9]*\.{2})/gi

// "… to", "recipient:", "destinataire :" and the like, directly before an address.
const LABEL =
  /(recipient(s|\(s\))?( address)?|address(ee)?|error-for|undeliver(able|ed)( (address|to|for|mail))?|unknown user|deliver(y|ed)?( failed \d+ attempts)?( (of|your|the) (mail|message|e-?mail))?( to)?|userid|addressed,?( to)?|(message|mail|e-?mail) to|violation for|attempts|gateway for|reach(ed)?( the following recipient)?|mailbox( is full)?|generated from|expanded from|smtp|destinataires?|adresse( e-?mail)?|à|empfänger(adresse)?|an|destinatario|dirección|destinat[áa]rio|endereço|destinatário|indirizzo|宛先|アドレス|收件人|地址|получател[ьяю]|for|user)\s*(\([^)]{0,20}\)\s*)?[:：=-]?\s*(\[?smtp:|mailto:)?[\s<"'«([「]*$/iu

// An address in such a place is where to ask, or who sent it, never who failed.
const ASIDE =
  /(contact|postmaster|assist|help|support|question|reply|visit|abuse|report (this|it)|forward|administrator|write to|e-?mail us|s['’]adresser|contacter|joindre|wenden|sender|expéditeur|absender|return-path|received|reporting|^\s*from|sent by|mail from|remitente|accepting mail from|bounces@|by\b|via\b)[^.]{0,60}$/i

const DESCRIBED = /^[\s>*|]*(from|to|cc|bcc|sent|date|subject|reply-to|message-id|de|à|objet|envoyé|von|an|betreff|gesendet)\s*:/i

/**
 * The recipients a notice names in prose. Addresses at the start of a line or behind a label count; failing those, any address in the
 * text that is not a contact or the sender; failing those, the "To:" of the description. `ours` is who got the notice, `bare`
 * the mailbox names without a domain: better than any stray address.
 */
export function findNamed(told: string, ours: MailAddress[], bare: Named[] = []): Named[] {
  const own = new Set(ours.map((one) => one.address.toLowerCase()))
  const sightings = findSightings(told)
  const strong = sightings.filter((one) => one.strength === 'strong')
  const weak = sightings.filter((one) => one.strength === 'weak' && !own.has(one.address.toLowerCase()))
  const described = sightings.filter((one) => one.strength === 'described' && !own.has(one.address.toLowerCase()))
  if (strong.length === 0 && bare.length > 0) return bare
  const chosen = [strong, weak, described].find((tier) => tier.length > 0) ?? []
  return withWords(chosen, told)
}

type Sighting = { address: string; at: number; strength: 'strong' | 'weak' | 'described' | 'aside' }

function findSightings(told: string): Sighting[] {
  const sightings: Sighting[] = []
  let at = 0
  let previous = ''
  for (const line of told.split('\n')) {
    if (line.includes('@') && line.length < 2_000 && sightings.length < 5_000) {
      for (const match of line.matchAll(ADDRESS)) {
        const address = match[0].replace(/^[^]*?smtp=/i, '').replace(/^mailto:/i, '')
        const strength = judge({
          before: line.slice(0, match.index),
          after: line.slice(match.index + match[0].length),
          previous,
          line,
        })
        // An abbreviated address ("dav...@gmail.com") is nobody's.
        if (!address.includes('..')) sightings.push({ address, at: at + match.index, strength })
      }
    }
    previous = line
    at += line.length + 1
  }
  return sightings
}

type Context = { before: string; after: string; previous: string; line: string }

function judge({ before, after, previous, line }: Context): Sighting['strength'] {
  const lead = before.trimEnd()
  if (DESCRIBED.test(line)) return 'described'
  const begins = /^[\s<>*"'«([|•·—–-]*$/.test(before) && /^[>"'»)\]]*\s*($|[:,;(]|\.\.\.|- |on \w|\s*[[{<])/.test(after)
  // "For help, write to" at the end of one line, the address at the start of the next.
  const above = previous.trimEnd()
  const continues_aside = begins && /[a-z,]$/i.test(above) && ASIDE.test(above)
  if (begins && !continues_aside) return 'strong'
  if (/(expanded|generated) from:?\s*<?$/i.test(lead)) return 'strong'
  if (ASIDE.test(lead)) return 'aside'
  if (LABEL.test(before) && !/\b(rcpt|mail) (to|from)\b/i.test(before)) return 'strong'
  return begins && continues_aside ? 'aside' : 'weak'
}

function withWords(sightings: Sighting[], told: string): Named[] {
  const named = new Map<string, Named>()
  sightings.forEach(({ address, at }, index) => {
    const key = address.toLowerCase()
    const next = sightings.slice(index + 1, index + 20).find((other) => other.address.toLowerCase() !== key)
    const words = told.slice(at + address.length, Math.min(next?.at ?? told.length, at + 3_000))
    const known = named.get(key)
    if (known) known.words = `${known.words}\n${words}`.slice(0, 4_000)
    else named.set(key, { address, words })
  })
  return [...named.values()]
}

/** AOL and old campus systems name the mailbox only ("screenname"): its domain is that of the daemon that writes. */
export function findBareNames(told: string, from: MailAddress | null): Named[] {
  const domain = from?.address.split('@')[1]?.toLowerCase()
  const intro =
    /(following recipients?|not delivered to the following|following address(?:es)?)[^\n]*(?:\n[^\n]+){0,2}:\s*\n+((?:[ \t]+[A-Za-z0-9][\w.-]{1,40}(?:[ \t]{2,}[^\n]*|[ \t]*)(?:\n|$))+)/i.exec(
      told,
    )
  if (!domain || !intro) return []
  const lines = (intro[2] ?? '').split('\n')
  const names = lines
    .map((line) => /^[ \t]+([A-Za-z0-9][\w.-]{1,40})(?:[ \t]{2,}|\s*$)/.exec(line)?.[1])
    .filter((name) => name !== undefined)
  return names.map((name) => ({ address: `${name}@${domain}`, words: told }))
}
