// Whether the customer is introduced to the person who takes over, and in which words: a letter by mail, a line where one talks.
import type { Language } from './dossier.ts'

export type Introducing = {
  language: Language
  customer: string // '' when nobody knows their name
  from: string
  to: string
  brand: string
  subject: string
  number: number
  instant: boolean // both sides are there
  maxLength: number | null
}

// Why nobody is introduced, when that is so. Said to whoever hands over; they may still write a word of their own where somebody can read it.
export const silences = {
  no_customer: { fr: 'Personne à prévenir : le client est inconnu.', en: 'Nobody to tell: the customer is unknown.' },
  no_conversation: { fr: 'Aucune conversation où le prévenir.', en: 'There is no conversation to tell them in.' },
  automatic: { fr: 'Ce correspondant écrit automatiquement.', en: 'This correspondent writes automatically.' },
  closed: { fr: 'Le dossier est clos.', en: 'The case is closed.' },
  suspected: { fr: 'Ce dossier paraît indésirable.', en: 'This case looks unwanted.' },
  public: { fr: 'La conversation est publique.', en: 'The conversation is public.' },
  quiet: { fr: 'Rien ne s’est dit depuis deux mois.', en: 'Nothing has been said for two months.' },
  too_late: { fr: 'Sur ce canal, le délai pour écrire est passé.', en: 'On this channel the time to write is over.' },
  same_customer: { fr: 'Le client est prévenu dans un autre dossier.', en: 'The customer is told in another case.' },
} as const
export type Silence = keyof typeof silences
const QUIET_DAYS = 60

export type Audience = {
  customer: string | null
  automatic: boolean // nobody but machines has written
  closed: boolean
  suspected: boolean
  last_at: Temporal.Instant
  last_in_at: Temporal.Instant | null
  thread: { public: boolean; replyWindow: number | null; reachable: boolean } | null
}

/** Null when the customer should hear of it; otherwise the reason why not. Pure. */
export function whySilent(audience: Audience, now: Temporal.Instant): Silence | null {
  if (audience.suspected) return 'suspected'
  if (audience.automatic) return 'automatic'
  if (!audience.customer) return 'no_customer'
  if (audience.closed) return 'closed'
  if (!audience.thread?.reachable) return 'no_conversation'
  if (audience.thread.public) return 'public'
  const window = audience.thread.replyWindow
  const heard = audience.last_in_at ?? audience.last_at
  if (window !== null && isBefore(heard.add({ seconds: window }), now)) return 'too_late'
  if (isBefore(audience.last_at.add({ hours: 24 * QUIET_DAYS }), now)) return 'quiet'
  return null
}

const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0

/** The words of the introduction: a letter where there is room for one, else a line that fits. Vouvoiement; never longer than allowed. */
export function introductionOf(given: Introducing): string {
  const line = lineOf(given)
  if (given.instant || (given.maxLength !== null && given.maxLength < 600)) return fits(line, given.maxLength)
  return letterOf(given)
}

function lineOf({ language, from, to }: Introducing): string {
  return language === 'fr'
    ? `${to} prend le relais ${of(from)} et suit désormais votre demande. Vous n’avez rien à répéter.`
    : `${to} is taking over from ${from} and now looks after your request. You need not repeat anything.`
}

function letterOf({ language, customer, from, to, subject, number, brand }: Introducing): string {
  const about = subject.trim() === '' ? '' : language === 'fr' ? ` « ${subject.trim()} »` : ` “${subject.trim()}”`
  if (language === 'fr')
    return [
      customer ? `Bonjour ${customer},` : 'Bonjour,',
      `${to} prend le relais ${of(from)} chez ${brand} et répond désormais de votre demande${about} (dossier ${number}).`,
      `${to} connaît déjà votre dossier : ce que vous avez demandé, ce qui vous a été répondu et ce qui vous a été promis. Vous n’avez rien à répéter, et rien à faire ; pour écrire, répondez simplement à ce message.`,
      'Cordialement,',
    ].join('\n\n')
  return [
    customer ? `Hello ${customer},` : 'Hello,',
    `${to} is taking over from ${from} at ${brand} and now answers for your request${about} (case ${number}).`,
    `${to} already knows your case: what you asked, what you were answered and what you were promised. You need not repeat anything, and there is nothing you have to do; to write, simply reply to this message.`,
    'Kind regards,',
  ].join('\n\n')
}

const fits = (line: string, most: number | null): string =>
  most === null || line.length <= most ? line : `${line.slice(0, Math.max(1, most - 1)).trimEnd()}…`

const of = (name: string): string => (/^[aeiouyhàâäéèêëîïôöùûü]/i.test(name) ? `d’${name}` : `de ${name}`)
