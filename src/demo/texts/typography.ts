// French as it is printed: narrow no-break spaces before double signs, a curved apostrophe. English: the apostrophe only.
export function typeset(text: string, language: 'fr' | 'en'): string {
  const curved = text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’').replace(/(?<=\p{L})'(?=\s|$)/gu, '’')
  if (language === 'en') return curved
  return curved
    .replace(/ ([;!?»])/g, '\u202f$1')
    .replace(/ (:)(?=\s|$)/g, '\u00a0$1')
    .replace(/« /g, '«\u202f')
    .replace(/(\d) (€|%|cm|kg|W|lm)/g, '$1\u00a0$2')
}

/** Fills `{name}` by what is known; a slot nobody fills is a mistake of the writer and throws. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`nobody fills {${name}} in: ${text.slice(0, 60)}`)
    return value
  })

/** Paragraphs of plain text, as the composer's HTML. */
export const asHtml = (text: string): string =>
  text
    .split('\n\n')
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('')

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
