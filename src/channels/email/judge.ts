// Whether the sender is who the mail says: a verdict to show, and to decide whether a mail may join a case.
import type { Wire } from '../contract.ts'

export type Verdict = { verdict: 'pass' | 'fail' | 'none' | 'unknown'; fr: string; en: string }
export type Judge = (raw: Buffer, wire: Wire) => Promise<Verdict>

export const unjudged: Verdict = {
  verdict: 'none',
  fr: 'Rien dans ce message ne prouve qui l’a envoyé.',
  en: 'Nothing in this message proves who sent it.',
}
