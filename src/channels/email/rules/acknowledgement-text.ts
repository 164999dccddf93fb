// The words of an acknowledgement. Nothing of the sender's own is repeated: neither subject nor text nor name, which a spammer chose.
import { awayWords, type Away } from './away-words.ts'
import { pageLine } from './page-line.ts'

type Facts = {
  language: 'fr' | 'en'
  brand: string
  owner: string // who is here for it
  number: number
  away?: Away | null // whom they know, and is not here
}

export function acknowledgementText({ language, brand, owner, number, away }: Facts): {
  subject: string
  text: string
  html: string
} {
  const instead = away ? [awayWords(language, away)] : []
  const lines =
    language === 'fr'
      ? [
          `Bonjour,`,
          `Nous avons bien reçu votre message. Il porte le numéro ${number} et ${owner} en répond personnellement.`,
          ...instead,
          `Vous pouvez compléter votre demande en répondant à ce courriel.`,
          pageLine('fr'),
          brand,
        ]
      : [
          `Hello,`,
          `We have received your message. Its number is ${number} and ${owner} answers for it personally.`,
          ...instead,
          `You can add to your request by answering this email.`,
          pageLine('en'),
          brand,
        ]
  const subject =
    language === 'fr' ? `Nous avons bien reçu votre message (n° ${number})` : `We have received your message (no. ${number})`
  return { subject, text: lines.join('\n\n'), html: lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('') }
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!)
