// Play the customer in the chat and by a form: where they are, and what the site would say of this customer.
import * as customers from '#customers'
import { notFound } from '#base/refusal'
import type { Seal } from '#base/seal'
import { refuse, type Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import { brandCast } from './furnish/roster.ts'
import { sites } from './furnish/web-doors.ts'
import { vouchFor } from './live/chatting.ts'
import { needDemonstration } from './play.ts'
import { webDoors } from './store.ts'
import { formCast } from './texts/forms.ts'

type Doors = { chats: { key: string; brand: string; identity: string | null }[]; forms: { key: string; name: string }[] }

export const webDoorsFor =
  ({ seal }: { seal: Seal }) =>
  async (work: Work, { customer }: { customer: CustomerId }): Promise<Doors> => {
    await needDemonstration(work)
    const who = (await customers.find(work, [customer])).get(customer)
    if (!who) throw refuse(notFound, {})
    const [chats, forms] = [await webDoors(work, 'chat'), await webDoors(work, 'form')]
    const shown: Doors = { chats: [], forms: [] }
    for (const site of sites) {
      const door = chats.find(({ name }) => name === site)
      const identity = door && who.email ? await vouchFor({ name: who.name, email: who.email }, door, seal) : null
      if (door) shown.chats.push({ key: door.key, brand: brandCast[site].name, identity })
    }
    for (const [name, form] of Object.entries(formCast)) {
      const door = forms.find((each) => each.name === name)
      if (door) shown.forms.push({ key: door.key, name: form.name })
    }
    return shown
  }
