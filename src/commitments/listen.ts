// What we do when a case changes hands, is closed, or somebody leaves. A promise follows the owner of its case; who made it stays written.
import * as cases from '#cases'
import { hear, reader } from '#base/journal'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { caseClosed, caseEdited, ownerChanged, type CaseId } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import { personLeft } from '#staff/contract'
import { promiseLeftOpen } from './contract.ts'
import { giveTo } from './give-to.ts'
import { owedBy, owedInCase, recordCustomer } from './store/promise.ts'

// The owner is read, not taken from the event: of two changes heard late the last one counts.
async function followOwner(work: Work, { case_id }: { case_id: CaseId }): Promise<void> {
  const owner = (await cases.facts(work, [case_id])).get(case_id)?.owner_id
  if (owner) await giveTo(work, await owedInCase(work, case_id), owner)
}

// A closed case may still owe something ("we call you back in a month"): it is not kept from closing, but neither is the promise forgotten.
async function flagWhatIsOwed(work: Work, { case_id }: { case_id: CaseId }): Promise<void> {
  for (const { id, owner_id, due_at } of await owedInCase(work, case_id))
    work.publish(promiseLeftOpen, { case_id, promise_id: id, owner: owner_id, due_at: due_at.toString() }, { case_id })
}

// Open cases went to the successor before, with their promises; what is left is owed in closed ones.
const AT_ONCE = 500
async function passToSuccessor(work: Work, { person, successor }: { person: PersonId; successor: PersonId }): Promise<void> {
  for (;;) {
    const owed = await owedBy(work, person, { most: AT_ONCE })
    await giveTo(work, owed, successor)
    if (owed.length < AT_ONCE) return
  }
}

export const readers = [
  reader('commitments.promises', [
    hear(ownerChanged, followOwner),
    hear(caseClosed, flagWhatIsOwed),
    hear(personLeft, passToSuccessor),
    hear(caseEdited, async (work, { case_id, customer_id }) => {
      if (customer_id) await recordCustomer(work, case_id, customer_id as CustomerId) // the contract of cases says a customer
    }),
  ]),
]
