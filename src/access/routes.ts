// Endpoint → verb. What gives or takes a cookie is in door/serve.ts.
import { route } from '#base/http'
import { findAccount, listAccounts } from './accounts.ts'
import { changeGrants } from './change-grants.ts'
import { closeAccount } from './close-account.ts'
import * as contract from './contract.ts'
import { createSignInLink } from './create-sign-in-link.ts'
import { createKey, listKeys, revokeKey } from './keys.ts'
import { openAccount } from './open-account.ts'
import { readAudit } from './read-audit.ts'
import { endAllSessions, endSession, listSessions } from './sessions.ts'
import { chooseLanguage, whoAmI } from './who-am-i.ts'

export const routes = [
  route(contract.getSession, whoAmI),
  route(contract.putSession, chooseLanguage),
  route(contract.getSessions, listSessions),
  route(contract.deleteOneSession, endSession),
  route(contract.deleteSessions, endAllSessions),
  route(contract.getKeys, listKeys),
  route(contract.postKey, async (work, key) => ({
    ...(await createKey(work, key)),
    expires_at: work.now.add({ hours: key.days * 24 }).toString(),
  })),
  route(contract.deleteKey, revokeKey),
  route(contract.getAccounts, listAccounts),
  route(contract.getGrants, findAccount),
  route(contract.postAccount, async (work, account) => {
    await openAccount(work, account)
    return await findAccount(work, account)
  }),
  route(contract.putGrants, async (work, change) => {
    await changeGrants(work, change)
    return await findAccount(work, change)
  }),
  route(contract.deleteAccount, async (work, account) => {
    await closeAccount(work, account)
    return {}
  }),
  route(contract.postAccountLink, async (work, { person }) => {
    const { path, expires_at } = await createSignInLink(work, person)
    return { path, expires_at: expires_at.toString() }
  }),
  route(contract.getAudit, readAudit),
]
