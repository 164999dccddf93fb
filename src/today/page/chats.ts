// Chats I serve this minute: nobody goes home in the middle of one.
import * as cases from '#cases'
import * as channels from '#channels'
import * as customers from '#customers'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Line } from '../contract.ts'

export async function chatsOf(work: Work, person: PersonId): Promise<Line[]> {
  const served = await channels.servedBy(work, person)
  const of = await cases.facts(work, served.map(({ case_id }) => case_id)) // prettier-ignore
  const known = await customers.find(work, served.flatMap(({ customer_id }) => customer_id ?? [])) // prettier-ignore
  return served.map(({ conversation, case_id, customer_id, since, unread }) => {
    const facts = of.get(case_id)
    const customer = customer_id ? known.get(customer_id) : undefined
    return {
      key: `chat:${conversation}`, kind: 'chat', id: conversation, case: facts ? { id: facts.id, number: facts.number, subject: facts.subject, closed: facts.closed_at !== null } : null,
      customer: customer ? { id: customer.id, name: customer.name } : null, person: null, what: '',
      why: unread > 0 ? { fr: 'Attend votre réponse', en: 'Waits for your answer' } : { fr: 'En cours', en: 'Under way' }, at: since.toString(), late: unread > 0,
      path: `/chats?chat=${conversation}`, version: null,
    } // prettier-ignore
  })
}
