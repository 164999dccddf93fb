import { refuse, signInNeeded } from '#base/refusal'
import type { Work } from '#base/work'
import type { WhoAmI } from './contract.ts'
import * as store from './store/accounts.ts'
import { findKey } from './store/keys.ts'

export async function whoAmI(work: Work): Promise<WhoAmI> {
  const { actor } = work
  if (actor.kind === 'system') throw refuse(signInNeeded, {})
  const tenant = (await store.findTenant(work.sql, work.tenant)) ?? { id: work.tenant, name: '' }
  const permissions = [...actor.permissions].toSorted()
  if (actor.kind === 'key') {
    const key = await findKey(work.sql, work, actor.id)
    if (!key) throw refuse(signInNeeded, {})
    const { name, ...grant } = key
    return {
      tenant,
      person: null,
      key: { id: actor.id, name },
      language: 'fr',
      permissions,
      grants: [grant],
      has_password: false,
    }
  }
  const [account, secrets] = await Promise.all([
    store.findAccount(work.sql, work, actor.id),
    store.findSecrets(work.sql, work, actor.id),
  ])
  if (!account || !secrets) throw refuse(signInNeeded, {})
  const person = { id: actor.id, email: account.email }
  return {
    tenant,
    person,
    key: null,
    language: secrets.language,
    permissions,
    grants: account.grants,
    has_password: secrets.password !== null,
  }
}

export async function chooseLanguage(work: Work, { language }: { language: 'fr' | 'en' }): Promise<WhoAmI> {
  if (work.actor.kind === 'person') await store.updateLanguage(work.sql, work, { person: work.actor.id, language })
  return await whoAmI(work)
}
