// In which language to speak to a visitor: what they chose on the page, else what their browser prefers, else what the brand speaks. Pure.
export type Language = 'fr' | 'en'

type Asked = { chosen?: string | undefined; accepted?: string | undefined; otherwise: Language }

/** `chosen`: the `lang` of the address; `accepted`: the Accept-Language header (RFC 9110 §12.5.4). */
export function languageOf({ chosen, accepted, otherwise }: Asked): Language {
  return isOurs(chosen) ? chosen : (preferred(accepted ?? '') ?? otherwise)
}

function preferred(header: string): Language | undefined {
  const ranges = header
    .slice(0, 400)
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const weight = parameters.find((each) => each.startsWith('q='))?.slice(2)
      return { language: tag.slice(0, 2), weight: weight === undefined ? 1 : Number(weight) || 0 }
    })
  const ours = ranges.filter(({ language, weight }) => isOurs(language) && weight > 0).toSorted((a, b) => b.weight - a.weight)
  return ours[0]?.language as Language | undefined // filtered above
}

const isOurs = (language: unknown): language is Language => language === 'fr' || language === 'en'
