// The mail that brings a new link to the customer's page. It repeats nothing of what was written: it may reach somebody else.
import { pageLine } from './page-line.ts'

export function pageLetter(language: 'fr' | 'en', brand: string): { subject: string; text: string; html: string } {
  const lines =
    language === 'fr'
      ? ['Bonjour,', 'Vous avez demandé un nouveau lien vers votre page. Le voici.', pageLine('fr'), 'Si vous n’avez rien demandé, vous n’avez rien à faire.', brand]
      : ['Hello,', 'You asked for a new link to your page. Here it is.', pageLine('en'), 'If you did not ask for anything, there is nothing to do.', brand] // prettier-ignore
  const subject = language === 'fr' ? 'Votre page : nouveau lien' : 'Your page: a new link'
  return { subject, text: lines.join('\n\n'), html: lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('') }
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!)
