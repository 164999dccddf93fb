// The columns of the grid: what each shows of a person, between which numbers, and what an empty cell stands for.
import type { Ability, SeatSettings } from '../../../contract/abilities.ts'
import { queueName, weightsOf, type Rulebook, type WorkChannel } from '../../../contract/rulebook.ts'
import type { RulesHouse } from '../../../contract/rulebook-endpoints.ts'
import { channelWords } from '../../../rules/channel-words.ts'
import { heldAtOnce } from '../../../rules/weight-words.ts'
import { capital, languageName } from '../../../rules/words/phrases.ts'

export const modes = ['skills', 'queues', 'languages', 'settings'] as const
export type Mode = (typeof modes)[number]

export type Column = {
  id: string
  label: string
  least: number
  most: number
  usual: number | null // what holds where nothing is said; null: nothing
  valueOf: (person: Ability) => number | null // null: nothing is said
  change: (person: Ability, value: number | null) => Change
}
/** A skill is of staff; the rest is kept by routing. */
export type Change = { skill: string; level: number } | { settings: Partial<SeatSettings> }

export function columnsOf(
  mode: Mode,
  { house, book, spoken }: { house: RulesHouse; book: Rulebook; spoken: 'fr' | 'en' },
): Column[] {
  switch (mode) {
    case 'skills':
      return house.skills.map(({ id, name }) => ({
        id, label: name, least: 1, most: 5, usual: null,
        valueOf: ({ skills }) => skills[id] ?? null,
        change: (_person, value) => ({ skill: id, level: value ?? 0 }),
      })) // prettier-ignore
    case 'queues':
      return book.queues.map((queue) => ({
        id: queue.key, label: queueName(queue), least: 0, most: 5, usual: queue.who.people === 'named' ? 0 : 3,
        valueOf: ({ queues }) => queues[queue.key] ?? null,
        change: ({ queues }, value) => ({ settings: { queues: put(queues, queue.key, value) } }),
      })) // prettier-ignore
    case 'languages':
      return house.languages.map((code) => ({
        id: code, label: capital(languageName(code))[spoken], least: 1, most: 5, usual: null,
        valueOf: ({ speaks }) => speaks[code] ?? null,
        change: ({ speaks }, value) => ({ settings: { languages: put(speaks, code, value === 0 ? null : value) } }),
      })) // prettier-ignore
    case 'settings':
      return [degree(spoken), ...held(book, spoken)]
  }
}

function put<Value>(all: Readonly<Record<string, Value>>, key: string, value: Value | null): Record<string, Value> {
  const { [key]: _before, ...others } = all
  return value === null ? others : { ...others, [key]: value }
}

const degree = (spoken: 'fr' | 'en'): Column => ({
  id: 'degree', label: { fr: 'Degré de support', en: 'Degree of support' }[spoken], least: 1, most: 5, usual: 1,
  valueOf: (person) => (person.degree === 1 ? null : person.degree),
  change: (_person, value) => ({ settings: { degree: value ?? 1 } }),
}) // prettier-ignore

const several: readonly WorkChannel[] = ['chat', 'sms', 'social', 'email', 'form', 'task']
const MOST_BY_KEY = 9 // one digit

const held = (book: Rulebook, spoken: 'fr' | 'en'): Column[] =>
  several.map((channel) => {
    const usual = heldAtOnce(weightsOf(book).get(channel)!, book.seat_units)
    return {
      id: channel, label: channelWords[channel].name[spoken], least: 0, most: MOST_BY_KEY, usual,
      valueOf: ({ most }) => most[channel] ?? null,
      change: ({ most }, value) => ({ settings: { most: put(most, channel, value) } }),
    }
  }) // prettier-ignore
