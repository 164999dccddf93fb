import { useWords } from '#ui/words'
import type { Address, Case, Conversation, Interaction } from '../../contract.ts'
import { words } from './message-words.ts'

/** The door a message came or went by, which is not always its conversation's own. */
export function doorOf({ marks, travels_by }: Interaction, { channel }: Conversation): string {
  if (travels_by) return travels_by
  if (marks.via === 'mail') return 'email'
  return marks.via === 'page' ? 'page' : channel
}

/** Said where the other side is, not sent to an address. */
export const isThere = ({ travels_by }: Interaction, { traits }: Conversation): boolean => traits.instant && travels_by === null

const doors = ['email', 'form', 'chat', 'phone', 'sms', 'social', 'letter', 'visit', 'video', 'page'] as const

/** By which door, from which address, to whom. */
export function Travelled({ found, interaction, way }: { found: Case; interaction: Interaction; way: Conversation }) {
  const say = useWords(words)
  const { cc, more_recipients, direction } = interaction
  const to = interaction.to.filter(({ address }) => address.includes('@'))
  const door = doorOf(interaction, way)
  const name = useDoorName({ found, way, door })
  const parts = [
    found.conversations.length > 1 || door !== 'email' ? name : null,
    direction === 'in' && interaction.from.name !== '' && interaction.from.address.includes('@')
      ? interaction.from.address
      : null,
    interaction.travels_by && way.traits.instant ? say('followedByMail') : null,
    to.length > 0 ? say('to', { people: named(to) }) : null,
    cc.length > 0 ? say('cc', { people: named(cc) }) : null,
    more_recipients > 0 ? say('andMore', { count: more_recipients }) : null,
  ]
  return <span className="cases-recipients">{parts.filter(Boolean).join(' · ')}</span>
}

/** What a door is called; with its entry point's name where the case has several of one kind. Null: of a kind that has no name here. */
export function useDoorName({ found, way, door }: { found: Case; way: Conversation; door: string }): string | null {
  const say = useWords(words)
  const name = doors.find((each) => each === door)
  if (!name) return null
  const alike = new Set(found.conversations.filter(({ channel }) => channel === name).map(({ entry_point }) => entry_point.id))
  return alike.size > 1 ? `${say(`door_${name}`)} (${way.entry_point.name})` : say(`door_${name}`)
}

const MOST_NAMED = 6
const named = (people: readonly Address[]): string =>
  `${people.slice(0, MOST_NAMED).map(({ name, address }) => name || address).join(', ')}${people.length > MOST_NAMED ? '…' : ''}` // prettier-ignore
