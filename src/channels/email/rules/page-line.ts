// Where the link to the customer's page stands in a text of ours. Pure.
export type Written = { text: string; html: string | null }

const PLACES = ['(lien personnel)', '(personal link)'] as const
const OPEN = { '(lien personnel)': 'ouvrir votre page', '(personal link)': 'open your page' } as const
const LINES = {
  fr: `Suivez votre demande, complétez-la ou dites-nous si elle n’est pas résolue, sur votre page : ${PLACES[0]}`,
  en: `Follow your request, add to it or tell us that it is not solved, on your page: ${PLACES[1]}`,
} as const

export const pageLine = (language: 'fr' | 'en'): string => LINES[language]

/** `address`: a URL of ours, without characters that HTML would read. */
export function putLink({ text, html }: Written, address: string): Written {
  const inText = PLACES.reduce((given, place) => given.replace(place, address), text)
  const inHtml = PLACES.reduce((given, place) => given?.replace(place, `<a href="${address}">${OPEN[place]}</a>`) ?? null, html)
  return { text: inText, html: inHtml }
}

/** Without the line: a house that does not know its own address has no page to show. */
export function withoutLink({ text, html }: Written): Written {
  const lines = Object.values(LINES)
  return {
    text: lines.reduce((given, line) => given.replace(`${line}\n\n`, ''), text),
    html: lines.reduce<string | null>((given, line) => given?.replace(`<p>${line}</p>`, '') ?? null, html),
  }
}
