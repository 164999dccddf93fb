// Does this mail come from whom it says? SPF, DKIM, DMARC and ARC by mailauth, judged together. A function of its arguments alone, so
// that it can run in the process that reads mail and may be killed. Only mailauth's four parts are loaded, not its BIMI and commands,
// which would take half a second and 15 MB more.
import { BlockList, isIP } from 'node:net'
import { arc as verifyArc } from 'mailauth/lib/arc/index.js'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { evaluateDmarc } from 'mailauth/lib/dmarc/index.js'
import { spf as verifySpf } from 'mailauth/lib/spf/index.js'
import { dmarcPolicy, readArc, readDkim, readSpf, type DkimReport } from './evidence.ts'
import { rationed, type Resolve } from './resolver.ts'
import { sentencesFor, type Sentence } from './sentences.ts'
import { trustedResults } from './trusted-results.ts'
import { judge, type Evidence, type Reason, type Verdict } from './verdict.ts'

export type Arrival =
  | { by: 'smtp'; remote: string; helo: string; mailFrom: string } // mailFrom '' for a bounce
  | { by: 'imap'; authservId: string | null } // the id our mail provider signs its Authentication-Results with (RFC 8601 §2.5)
export type Means = {
  resolve: Resolve
  name: string // our own host name
  trustedForwarders: readonly string[] // domains whose ARC seals are believed
}
export type Authentication = Evidence & {
  verdict: Verdict
  reason: Reason
  sentences: Sentence[]
  source: 'checked here' | 'mail provider'
}

/**
 * Checks a message as it was received. Never throws for what a message contains, and never takes longer than about eight seconds.
 *
 * A sender of this machine or of a private network is one of ours or a relay in front of us: SPF and DMARC would judge the relay, so
 * only signatures are looked at. For mail fetched by IMAP the peer is not known: what the provider wrote is believed when the topmost
 * Authentication-Results bears its id (RFC 8601 §5; anything below may be the sender's own), else only signatures count.
 */
export async function authenticate(bytes: Buffer, arrival: Arrival, means: Means): Promise<Authentication> {
  const said = arrival.by === 'imap' && arrival.authservId ? trustedResults(bytes, arrival.authservId) : null
  const evidence = said ?? (await gather(bytes, arrival, means))
  const { verdict, reason } = judge(evidence)
  return {
    ...evidence,
    verdict,
    reason,
    sentences: sentencesFor(reason, evidence),
    source: said ? 'mail provider' : 'checked here',
  }
}

/** Large services that forward their users' mail and seal it by the name given; a good start for `trustedForwarders`. */
export const wellKnownForwarders = ['google.com', 'microsoft.com', 'messagingengine.com', 'pobox.com'] as const

const PART_MILLISECONDS = 4_000

async function gather(bytes: Buffer, arrival: Arrival, { resolve, name, trustedForwarders }: Means): Promise<Evidence> {
  // Each part has its own ration, so that a slow or greedy one cannot starve another.
  const ration = (questions: number) => rationed(resolve, PART_MILLISECONDS, questions)
  const isOutside = arrival.by === 'smtp' && !isPrivate(arrival.remote)
  const [report, spf] = await Promise.all([
    dkimVerify(bytes, { resolver: ration(50), minBitLength: 1_024, rejectRsaSha1: true }) as Promise<DkimReport>, // its own type calls the chain of ARC optional
    isOutside
      ? verifySpf({ ip: arrival.remote, helo: arrival.helo, sender: arrival.mailFrom, mta: name, resolver: ration(60) })
      : null,
  ])
  const arc = report.arc ? await verifyArc(report.arc, { resolver: ration(60), minBitLength: 1_024 }) : null
  const author = authorOf(report)
  const dkim = readDkim(report, author.from)
  const policy = isOutside ? await policyOf(report, spf, ration(40)) : null
  return {
    ...author,
    spf: readSpf(spf, author.from),
    dkim: policy ? dkim.map((each) => ({ ...each, aligned: each.aligned || policy.aligned.has(each.domain) })) : dkim,
    dmarc: policy?.dmarc ?? { result: 'skipped', policy: null },
    arc: readArc(arc, author.from, trustedForwarders),
  }
}

function authorOf({ headerFrom, fromFields }: DkimReport): Pick<Evidence, 'from' | 'ambiguous'> {
  const domains = new Set(headerFrom.map((address) => address.slice(address.lastIndexOf('@') + 1).toLowerCase()))
  const [only] = domains
  const ambiguous = domains.size > 1 || fromFields > 1
  return { from: ambiguous || !only ? null : only, ambiguous }
}

async function policyOf(report: DkimReport, spf: Awaited<ReturnType<typeof verifySpf>> | null, resolver: Resolve) {
  const passing = report.results.filter(({ status }) => status.result === 'pass')
  const { response, dkimAligned } = await evaluateDmarc({
    headerFrom: report.headerFrom,
    fromFields: report.fromFields,
    spfDomains: spf?.status.result === 'pass' ? [spf.domain] : [],
    dkimDomains: passing.map(({ signingDomain = '', status }) => ({ domain: signingDomain, aligned: status.aligned ?? false })),
    resolver,
  })
  return { dmarc: dmarcPolicy(response), aligned: dkimAligned ?? new Set<string>() }
}

const near = new BlockList()
for (const [network, prefix] of [['127.0.0.0', 8], ['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['169.254.0.0', 16], ['100.64.0.0', 10]] as const) near.addSubnet(network, prefix, 'ipv4') // prettier-ignore
for (const [network, prefix] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  near.addSubnet(network, prefix, 'ipv6')

// What is no IP address at all came through a local socket.
export function isPrivate(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  const family = isIP(plain)
  return family === 0 || near.check(plain, family === 6 ? 'ipv6' : 'ipv4')
}
