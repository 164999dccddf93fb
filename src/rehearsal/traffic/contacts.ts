// What was read of the journal, as columns: half a million contacts are some arrays, not half a million objects. Strings stand once each in
// `names`; a column holds their places, -1 for nobody or nothing. Moments are milliseconds since 1970, NaN where nothing happened.

/** Strings by place and places by string. */
export type Names = { list: string[]; places: Map<string, number> }
export const newNames = (): Names => ({ list: [], places: new Map() })

export function placeOf({ list, places }: Names, name: string): number {
  if (name === '') return -1
  const known = places.get(name)
  if (known !== undefined) return known
  list.push(name)
  places.set(name, list.length - 1)
  return list.length - 1
}
export const nameAt = ({ list }: Names, place: number): string | null => list[place] ?? null

export type Contacts = {
  names: Names
  channel: number[]
  arrived_ms: number[]
  case: number[]
  customer: number[]
  door: number[]
  brand: number[]
  reason: number[]
  language: number[]
  priority: number[]
  degree: number[]
  flags: number[] // joined by commas, in order
  owner: number[] // whoever answers for the case; -1 where only the duty had it
  contact: number[] // the customer's point of contact
  taken_ms: number[] // accepted; of deferred work nobody routed: answered
  taken_by: number[]
  gone_ms: number[] // gave up before anybody came
  ended_ms: number[]
  handling_s: number[] // where routing measured it; NaN otherwise
  wrap_up_s: number[]
  due_ms: number[]
}

const columns = [
  'channel', 'arrived_ms', 'case', 'customer', 'door', 'brand', 'reason', 'language', 'priority', 'degree', 'flags', 'owner', 'contact', 'taken_ms', 'taken_by', 'gone_ms',
  'ended_ms', 'handling_s', 'wrap_up_s', 'due_ms',
] as const satisfies readonly Exclude<keyof Contacts, 'names'>[] // prettier-ignore
const numbers = new Set<string>([
  'arrived_ms', 'taken_ms', 'gone_ms', 'ended_ms', 'handling_s', 'wrap_up_s', 'due_ms',
]) // prettier-ignore

const isNumber = columns.map((column) => numbers.has(column)) // a lookup a field would be nine million of them

export const noContacts = (): Contacts => ({
  names: newNames(),
  ...(Object.fromEntries(columns.map((column) => [column, []])) as unknown as Omit<Contacts, 'names'>), // every column is there
})

/** Adds the lines of a slice: fields parted by tabs, in the order of the columns above, as `store/contacts.ts` writes them. A line that has not as many fields is refused. */
export function addLines(contacts: Contacts, lines: string): void {
  if (lines === '') return
  const into = columns.map((column) => contacts[column])
  for (const line of lines.split('\n')) {
    const fields = line.split('\t')
    if (fields.length !== into.length) throw new RangeError(`a contact of ${fields.length} fields`)
    for (let i = 0; i < into.length; i++) {
      const field = fields[i] ?? ''
      if (isNumber[i]) into[i]?.push(field === '' ? NaN : Number(field))
      else into[i]?.push(field === '' ? -1 : placeOf(contacts.names, field))
    }
  }
}

export const countOf = ({ arrived_ms }: Contacts): number => arrived_ms.length

// Somebody waits on the other side.
const instant: ReadonlySet<string> = new Set(['phone', 'video', 'visit', 'chat', 'call_back'])
export const isInstant = (channel: string): boolean => instant.has(channel)

/** The places of the contacts of each channel. */
export function byChannel({ channel, names }: Contacts): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [i, place] of channel.entries()) {
    const name = nameAt(names, place) ?? ''
    const own = places.get(name)
    if (own) own.push(i)
    else places.set(name, [i])
  }
  return places
}
