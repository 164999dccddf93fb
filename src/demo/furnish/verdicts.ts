// What the checks of the sender would have said, had these people's mail servers existed.
import type { CustomerCast } from '../texts/cast.ts'

export type Verdict = { verdict: 'pass' | 'fail' | 'none' | 'unknown'; fr: string; en: string }

export const proven: Verdict = {
  verdict: 'pass',
  fr: 'L’expéditeur est bien celui qu’il dit être (démonstration).',
  en: 'The sender is who they say they are (demonstration).',
}
export const nothingProves: Verdict = {
  verdict: 'none',
  fr: 'Rien dans ce message ne prouve qui l’a envoyé.',
  en: 'Nothing in this message proves who sent it.',
}
export const forged: Verdict = {
  verdict: 'fail',
  fr: 'La signature ne correspond pas au message : il vient peut-être de quelqu’un d’autre (démonstration).',
  en: 'The signature does not fit the message: it may come from somebody else (demonstration).',
}
export const verdictOf = ({ email }: Pick<CustomerCast, 'email'>): Verdict =>
  email.endsWith('lettres.example') ? nothingProves : proven
