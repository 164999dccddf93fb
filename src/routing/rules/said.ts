// A sentence in both languages, made of others.
export type Said = { fr: string; en: string }

export const said = (fr: string, en: string): Said => ({ fr, en })

/** Several in a row: "a, b et c", "a, b and c". */
export function listed(all: readonly Said[]): Said {
  const join = (words: string[], and: string): string =>
    words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`
  return { fr: join(all.map(({ fr }) => fr), 'et'), en: join(all.map(({ en }) => en), 'and') } // prettier-ignore
}
