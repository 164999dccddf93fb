// What the mail provider found out when it took the mail: the topmost Authentication-Results (RFC 8601), and only when it bears the
// provider's id.
import { alignsWith } from './evidence.ts'
import { resultsIn, type Finding } from './results-header.ts'
import type { Dkim, Dmarc, Evidence, Spf, SpfResult } from './verdict.ts'

/** The provider's findings, or null when the topmost header is not the provider's (or there is none). */
export function trustedResults(bytes: Buffer, authservId: string): Evidence | null {
  const fields = headerFields(bytes)
  const topmost = fields.find(({ name }) => name === 'authentication-results')
  const results = topmost ? resultsIn(topmost.value) : null
  if (!results || results.authservId.toLowerCase() !== authservId.toLowerCase()) return null
  const dmarc = results.findings.find(({ method }) => method === 'dmarc')
  const authors = fields.filter(({ name }) => name === 'from')
  const from = dmarc?.properties.get('header.from')?.toLowerCase() ?? domainIn(authors[0]?.value ?? '')
  return {
    from,
    ambiguous: authors.length > 1,
    spf: spfOf(results.findings, from),
    dkim: results.findings.filter(({ method }) => method === 'dkim').map((finding) => dkimOf(finding, from)),
    dmarc: dmarcOf(dmarc),
    arc: { result: 'none', sealedBy: [], vouched: false }, // the provider has weighed it already
  }
}

function headerFields(bytes: Buffer): { name: string; value: string }[] {
  const text = bytes.subarray(0, 1024 * 1024).toString('latin1')
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length
  return text
    .slice(0, end)
    .split(/\r?\n(?![ \t])/)
    .map((field) => ({ name: field.slice(0, Math.max(0, field.indexOf(':'))).trim().toLowerCase(), value: field.slice(field.indexOf(':') + 1) })) // prettier-ignore
}

function spfOf(findings: Finding[], from: string | null): Spf {
  const finding = findings.find(({ method }) => method === 'spf')
  if (!finding) return { result: 'skipped', domain: null, aligned: false }
  const known: SpfResult[] = ['pass', 'fail', 'softfail', 'neutral', 'none', 'temperror', 'permerror']
  const sender = finding.properties.get('smtp.mailfrom') ?? finding.properties.get('smtp.helo') ?? ''
  const domain = sender.slice(sender.lastIndexOf('@') + 1).toLowerCase() || null
  return { result: known.find((each) => each === finding.result) ?? 'neutral', domain, aligned: alignsWith(domain, from) }
}

function dkimOf({ result, properties }: Finding, from: string | null): Dkim {
  const named = properties.get('header.d') ?? properties.get('header.i') ?? ''
  const domain = named.slice(named.lastIndexOf('@') + 1).toLowerCase()
  const known = ({ pass: 'pass', fail: 'broken', temperror: 'temperror' } as const)[result] ?? 'useless'
  return { domain, selector: properties.get('header.s') ?? null, result: known, aligned: alignsWith(domain, from) }
}

// The policy stands in a property (RFC 8601 §2.7.2) or, as Gmail and others write it, in a comment: (p=REJECT sp=…).
function dmarcOf(finding: Finding | undefined): Dmarc {
  const result = (['pass', 'fail', 'temperror'] as const).find((each) => each === finding?.result) ?? 'none'
  const written = finding?.properties.get('policy.dmarc') ?? /\bp=(\w+)/i.exec(finding?.comment ?? '')?.[1]
  return { result, policy: (['none', 'quarantine', 'reject'] as const).find((each) => each === written?.toLowerCase()) ?? null }
}

const domainIn = (from: string): string | null => /@([\w.-]+)\s*>?[^@]*$/.exec(from)?.[1]?.toLowerCase() ?? null
