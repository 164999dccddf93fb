// The words a case is found by: who wrote, what about, what was written. Pure.
const MOST_CHARACTERS = 60_000

type Facts = {
  interactions: readonly { from_name: string; from_address: string; subject: string; visible_text: string; kind: string }[]
  notes: readonly { text: string }[]
  customer?: { name: string; email: string | null } | undefined
}

export function wordsOf({ interactions, notes, customer }: Facts): string {
  const words = [
    customer?.name ?? '',
    customer?.email ?? '',
    ...interactions
      .filter(({ kind }) => kind !== 'acknowledgement' && kind !== 'notice')
      .flatMap((i) => [i.from_name, i.from_address, i.subject, i.visible_text]),
    ...notes.map((note) => note.text),
  ]
  return [...new Set(words.filter((word) => word !== ''))].join('\n').slice(0, MOST_CHARACTERS)
}
