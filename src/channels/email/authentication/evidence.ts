// mailauth's reports in our words.
import { createRequire } from 'node:module'
import type { ARCData, ARCResult, DKIMVerifyResult, DMARCResult, SPFResult } from 'mailauth'
import { resultsIn } from './results-header.ts'
import type { Arc, Dkim, Dmarc, Spf, SpfResult } from './verdict.ts'

export type DkimReport = DKIMVerifyResult & { arc?: ARCData }

export function readSpf(report: SPFResult | null, from: string | null): Spf {
  if (!report) return { result: 'skipped', domain: null, aligned: false }
  const known: SpfResult[] = ['pass', 'fail', 'softfail', 'neutral', 'none', 'temperror', 'permerror']
  const result = known.find((each) => each === report.status.result) ?? 'neutral'
  return { result, domain: report.domain, aligned: alignsWith(report.domain, from) }
}

export function readDkim({ results }: DkimReport, from: string | null): Dkim[] {
  return results
    .filter(({ signingDomain }) => signingDomain)
    .map(({ signingDomain = '', selector, status }) => ({
      domain: signingDomain.toLowerCase(),
      selector: selector ?? null,
      result: dkimResult(status.result, status.comment ?? ''),
      aligned: Boolean(status.aligned) || alignsWith(signingDomain, from),
    }))
}

function dkimResult(result: string, comment: string): Dkim['result'] {
  if (result === 'pass' || result === 'temperror') return result
  // mailauth calls a wrong body hash "neutral" unless it is told to be strict; RFC 8601 §2.7.1 calls it "fail".
  return result === 'fail' || comment.startsWith('body hash') ? 'broken' : 'useless'
}

export function dmarcPolicy(response: DMARCResult | false): Dmarc {
  if (!response) return { result: 'none', policy: null }
  const { result } = response.status
  const policy = (['none', 'quarantine', 'reject'] as const).find((each) => each === response.policy) ?? null
  const known = (['pass', 'fail', 'temperror'] as const).find((each) => each === result)
  return { result: known ?? 'none', policy }
}

export function readArc(report: ARCResult | null, from: string | null, trusted: readonly string[]): Arc {
  const chain = report?.chain ? report.chain : []
  if (!report || report.status.result === 'none') return { result: 'none', sealedBy: [], vouched: false }
  const sealedBy = chain.map((set) => String(set['arc-seal']?.parsed?.['d']?.value ?? '').toLowerCase())
  if (report.status.result !== 'pass') return { result: 'fail', sealedBy, vouched: false }
  // Anybody can seal; a chain proves only that its sealers said so. All of them must be trusted, and the first one saw the original.
  const allTrusted =
    sealedBy.length > 0 && sealedBy.every((domain) => trusted.some((each) => domain === each || domain.endsWith(`.${each}`)))
  return { result: 'pass', sealedBy, vouched: allTrusted && foundAuthentic(chain[0]?.['arc-authentication-results'], from) }
}

function foundAuthentic(header: object | undefined, from: string | null): boolean {
  if (!header || !('original' in header) || !Buffer.isBuffer(header.original)) return false
  const said = resultsIn(header.original.toString('latin1').replace(/^[^:]*:\s*i\s*=\s*\d+\s*;/, ''))
  const dmarc = said?.findings.find(({ method }) => method === 'dmarc')
  return dmarc?.result === 'pass' && dmarc.properties.get('header.from')?.toLowerCase() === from
}

// Not among mailauth's declared types; it brings the Public Suffix List, without which "evil.github.io" would align with "github.io".
const tools = createRequire(import.meta.url)('mailauth/lib/tools.js') as {
  getAlignment(from: string, domains: string[]): unknown
}

/** Relaxed alignment: both belong to one organisation (RFC 7489 §3.1; with a DMARC record, RFC 9989's tree walk decides instead). */
export function alignsWith(domain: string | null, from: string | null): boolean {
  return Boolean(domain && from && tools.getAlignment(from, [domain]))
}
