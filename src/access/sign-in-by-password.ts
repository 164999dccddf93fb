import type { PersonId, TenantId } from '#base/contract'
import { refuse } from '#base/refusal'
import { inWork, system, type Open } from '#base/work'
import { audit } from './audit.ts'
import { signInRefused } from './contract.ts'
import { hashPassword, isDated, isPassword } from './password.ts'
import { startSession, type Arrival, type SignedIn } from './start-session.ts'
import * as store from './store/accounts.ts'
import { DOORSTEP } from './tenants.ts'
import { countPasswordTry, welcome } from './tries.ts'
import { arriving } from './visit.ts'

export type PasswordTry = { email: string; password: string; tenant?: TenantId | undefined } & Arrival
type Place = { tenant: TenantId; person: PersonId }

const MOST_HOUSES = 4 // one address may sign in to several tenants; whoever has more says which
const NOBODY: Place = { tenant: DOORSTEP, person: '00000000-0000-0000-0000-000000000000' as PersonId } // a constant of ours, in the form of an id

// An address nobody has is led through the same steps, so that neither the answer nor its time tells whether an account exists.
export async function signInByPassword(open: Open, given: PasswordTry): Promise<SignedIn & { tenant: TenantId }> {
  const email = given.email.trim().toLowerCase()
  await countPasswordTry(open, { email, address: given.address })
  const known = await store.accountsOf(open.database.dispatcher, email, given.tenant ? 200 : MOST_HOUSES)
  const asked = known.filter((place) => !given.tenant || place.tenant === given.tenant)
  const places = asked.length > 0 ? asked : [NOBODY]
  for (const place of places) {
    const right = await isRight(open, place, given)
    if (!right) continue
    await welcome(open, { email, address: given.address })
    return { tenant: place.tenant, ...(await letIn(open, place, { ...given, ...right })) }
  }
  for (const place of places) await noteRefusal(open, place, { ...given, email })
  throw refuse(signInRefused, {})
}

const at = (place: Place, { address }: Arrival) => ({
  tenant: place.tenant,
  actor: arriving(system('sign-in'), { address, session: null }),
})

async function isRight(open: Open, place: Place, given: PasswordTry): Promise<{ kept: string } | undefined> {
  const secrets = await inWork(open, at(place, given), (work) => store.findSecrets(work.sql, work, place.person))
  const kept = secrets?.password ?? null
  return (await isPassword(given.password, kept)) && kept !== null ? { kept } : undefined
}

// The password may have been changed, or the account closed, while we were computing: it must still be the one that was right.
async function letIn(open: Open, place: Place, given: PasswordTry & { kept: string }): Promise<SignedIn> {
  const fresh = isDated(given.kept) ? await hashPassword(given.password) : null
  return await inWork(open, at(place, given), async (work) => {
    const secrets = await store.lockSecrets(work.sql, work, place.person)
    if (secrets?.password !== given.kept) throw refuse(signInRefused, {})
    if (fresh) await store.updatePassword(work.sql, work, { person: place.person, password: fresh })
    return await startSession(work, { person: place.person, how: 'password', address: given.address, browser: given.browser })
  })
}

const noteRefusal = (open: Open, place: Place, given: PasswordTry): Promise<void> =>
  inWork(open, at(place, given), (work) =>
    audit(
      work,
      'sign_in.refused',
      place === NOBODY ? { details: { email: given.email } } : { about: place.person, details: { email: given.email } },
    ),
  )
