// What the checks say together. Pure: evidence in, verdict out.
export type SpfResult = 'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'temperror' | 'permerror' | 'skipped'
export type Spf = { result: SpfResult; domain: string | null; aligned: boolean }
export type Dkim = {
  domain: string
  selector: string | null
  result: 'pass' | 'broken' | 'useless' | 'temperror' // useless: no key, revoked, expired, malformed: as if unsigned
  aligned: boolean // the signing domain is the author's (RFC 9989 §4.4)
}
export type Dmarc = {
  result: 'pass' | 'fail' | 'none' | 'temperror' | 'skipped'
  policy: 'none' | 'quarantine' | 'reject' | null
}
export type Arc = { result: 'pass' | 'fail' | 'none'; sealedBy: string[]; vouched: boolean } // vouched: a trusted forwarder saw DMARC pass
export type Evidence = {
  from: string | null // the author's domain, null when there is none or more than one
  ambiguous: boolean // several From fields or author domains
  spf: Spf
  dkim: Dkim[]
  dmarc: Dmarc
  arc: Arc
}

export type Verdict = 'pass' | 'fail' | 'none' | 'unknown'
export type Reason =
  | 'dmarc passes' | 'dkim passes' | 'spf passes' | 'forwarder vouches'
  | 'several authors' | 'policy failed' | 'signature broken' | 'sender not allowed'
  | 'dns silent' | 'nothing to check' // prettier-ignore

/**
 * Whether the mail comes from whom it says.
 *
 * - `pass`: DMARC passes (RFC 9989 §5.3); or, where no policy is published, a signature of the author's domain verifies, or SPF passes for it;
 *   or a forwarder we trust sealed that DMARC passed when it took the mail (ARC, RFC 8617 §7.2.1).
 * - `fail`: something truly failed, and nothing aligned passed:
 *   DMARC fails with a policy of quarantine or reject (RFC 9989 §5.4; p=none asks for no consequence);
 *   a signature of the author's own domain does not fit the mail, so it was changed or made up (RFC 6376 §6.1.3. §6.1 would treat it as
 *   unsigned, because lists change mail; we only decide whether to believe the name, and then it must not help that it is signed);
 *   SPF answers "fail", a published "-all", for an envelope sender of the author's domain (RFC 7208 §8.4; "softfail" is no failure, §8.5);
 *   or there are several From fields or author domains, which RFC 5322 §3.6 forbids and RFC 9989 §11.5 finds suspicious.
 * - `unknown`: DNS did not answer a question that could have decided. To be treated as unproven, never as proven.
 * - `none`: nobody published or signed anything that could be checked.
 */
export function judge(evidence: Evidence): { verdict: Verdict; reason: Reason } {
  const passing = whyItPasses(evidence)
  if (passing) return { verdict: 'pass', reason: passing }
  if (evidence.ambiguous) return { verdict: 'fail', reason: 'several authors' }
  if (couldStillPass(evidence)) return { verdict: 'unknown', reason: 'dns silent' }
  const failing = whyItFails(evidence)
  if (failing) return { verdict: 'fail', reason: failing }
  if (evidence.dmarc.result === 'temperror') return { verdict: 'unknown', reason: 'dns silent' }
  return { verdict: 'none', reason: 'nothing to check' }
}

function whyItPasses({ ambiguous, dmarc, dkim, spf, arc }: Evidence): Reason | null {
  if (ambiguous) return null
  if (dmarc.result === 'pass') return 'dmarc passes'
  if (arc.result === 'pass' && arc.vouched) return 'forwarder vouches'
  if (dmarc.result === 'fail') return null // its own, perhaps stricter, alignment has spoken
  if (dkim.some(({ result, aligned }) => result === 'pass' && aligned)) return 'dkim passes'
  if (spf.result === 'pass' && spf.aligned) return 'spf passes'
  return null
}

const couldStillPass = ({ dkim, spf }: Evidence) =>
  dkim.some(({ result, aligned }) => result === 'temperror' && aligned) || (spf.result === 'temperror' && spf.aligned)

function whyItFails({ dmarc, dkim, spf }: Evidence): Reason | null {
  if (dmarc.result === 'fail' && dmarc.policy !== 'none' && dmarc.policy !== null) return 'policy failed'
  if (dkim.some(({ result, aligned }) => result === 'broken' && aligned)) return 'signature broken'
  if (spf.result === 'fail' && spf.aligned) return 'sender not allowed'
  return null
}
