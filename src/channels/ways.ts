// How an answer of a case may travel: on with a conversation there is, the usual one first, or by a new one of a channel that can reach the
// customer first, through the door their brand has for it.
import * as brands from '#brands'
import * as cases from '#cases'
import * as customers from '#customers'
import type { Work } from '#base/work'
import type { BrandId, EntryPointId } from '#brands/contract'
import type { Address, CaseId, Way } from '#cases/contract'
import type { Reach } from '#customers/contract'
import { all, carriedBy, channelNamed, type Channel } from './all.ts'

export async function ways(work: Work, { id }: { id: CaseId }): Promise<{ items: Way[] }> {
  const found = await cases.needCase(work, id, 'case.reply')
  const reach = found.customer_id ? await customers.reach(work, found.customer_id, 'email') : []
  const going = await Promise.all((await cases.threads(work, found)).map((thread) => goingOn(work, thread, reach)))
  const begun = await Promise.all(all.map((channel) => beginning(work, channel, { brand: found.brand_id as BrandId, reach }))) // a foreign key says so
  return { items: eachOnce([...going, ...begun].flatMap((way) => way ?? [])) }
}

async function goingOn(work: Work, { conversation, to }: cases.Thread, reach: Reach[]): Promise<Way | null> {
  const channel = channelNamed(carriedBy(conversation.channel))
  const from = await brands.entryPoint(work, conversation.entry_point_id as EntryPointId) // a foreign key says so
  if (!channel || !from) return null
  return {
    ...shown(channel),
    traits: conversation.traits,
    conversation: conversation.id,
    from: { id: from.id, name: from.name },
    to: conversation.traits.addressed ? known(to.length > 0 ? to : first(reach), reach) : [],
  }
}

async function beginning(
  work: Work,
  channel: Channel,
  { brand, reach }: { brand: BrandId; reach: Reach[] },
): Promise<Way | null> {
  if (channel.reaches === null) return null
  const from = await brands.doorOf(work, brand, channel.name)
  if (!from) return null
  return {
    ...shown(channel),
    traits: channel.traits,
    conversation: null,
    from: { id: from.id, name: from.name },
    to: known(first(reach), reach),
  }
}

const shown = ({ name, label, icon }: Channel) => ({ channel: name, label, icon })
const first = (reach: readonly Reach[]): Address[] => reach.slice(0, 1).map(({ name, value }) => ({ name, address: value }))

function known(to: readonly Address[], reach: readonly Reach[]): Way['to'] {
  const claimed = new Set(reach.flatMap((each) => (each.claimed ? [each.value.toLowerCase()] : [])))
  return to.map((each) => ({ ...each, claimed: claimed.has(each.address.toLowerCase()) }))
}

// A form is answered by mail: beside a mail conversation with the same person it is one way, not two.
function eachOnce(found: readonly Way[]): Way[] {
  const seen = new Set<string>()
  return found.filter(({ channel, to }) => {
    const key = `${channel} ${to[0]?.address.toLowerCase() ?? ''}`
    const again = seen.has(key) || (to.length === 0 && [...seen].some((other) => other.startsWith(`${channel} `)))
    seen.add(key)
    return !again
  })
}
