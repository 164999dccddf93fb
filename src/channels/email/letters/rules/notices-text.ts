// The mail that says what a colleague has not seen. Pure.
import type { Notice } from '#staff/contract'
import type { Block } from './layout.ts'

type Reader = { name: string; language: 'fr' | 'en'; url: string; house: string }
const MOST_SAID = 30

const words = {
  fr: {
    subjectOne: (first: string) => first,
    subjectMany: (count: number) => `${count} avis vous attendent`,
    urgent: 'Urgent\u202f: ',
    hello: (name: string) => `Bonjour ${name},`,
    said: 'Voici ce qui vous attend à votre bureau et que vous n’avez pas encore vu\u202f:',
    more: (count: number) => `Et ${count} autres avis.`,
    open: 'Ouvrir votre bureau\u202f:',
    foot: 'Vous recevez ce courriel parce que vous n’étiez pas à votre bureau. Réglez cela dans «\u202fMon compte\u202f».',
  },
  en: {
    subjectOne: (first: string) => first,
    subjectMany: (count: number) => `${count} notices are waiting for you`,
    urgent: 'Urgent: ',
    hello: (name: string) => `Hello ${name},`,
    said: 'This is waiting at your desk, and you have not seen it yet:',
    more: (count: number) => `And ${count} more.`,
    open: 'Open your desk:',
    foot: 'You get this mail because you were not at your desk. Change that under “My account”.',
  },
} as const

export function noticesText(
  notices: readonly Notice[],
  { name, language, url, house }: Reader,
): { subject: string; blocks: Block[] } {
  const say = words[language]
  const inOrder = notices.toSorted((a, b) => Number(b.urgent) - Number(a.urgent) || (a.told_at < b.told_at ? -1 : 1))
  const first = inOrder[0]?.[language] ?? ''
  const urgent = inOrder.some((each) => each.urgent) ? say.urgent : ''
  const shown = inOrder.slice(0, MOST_SAID)
  return {
    subject: urgent + (notices.length === 1 ? say.subjectOne(first) : say.subjectMany(notices.length)),
    blocks: [
      { kind: 'line', text: say.hello(name) },
      { kind: 'line', text: say.said },
      ...shown.map((each): Block => block(each, { language, url })),
      ...(inOrder.length > shown.length ? [{ kind: 'line', text: say.more(inOrder.length - shown.length) } as const] : []),
      ...(url === '' ? [] : [{ kind: 'link', text: say.open, address: `${url}/desk/` } as const]),
      { kind: 'foot', text: `${say.foot}\n${house}` },
    ],
  }
}

function block(notice: Notice, { language, url }: Pick<Reader, 'language' | 'url'>): Block {
  const text = `${notice.urgent ? words[language].urgent : ''}${notice[language]}`
  return url === '' ? { kind: 'line', text } : { kind: 'link', text, address: `${url}/desk${notice.path}` }
}
