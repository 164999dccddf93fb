// The door of access/: who may enter, what they may do, and the trail they leave.
export { can, scopesFor, anonymous, type Object } from './can.ts'
export { allow } from './allow.ts'
export { audit } from './audit.ts'
export { arriving, visitOf, type Visit } from './visit.ts'

export { createTenant, listTenants, DOORSTEP } from './tenants.ts'
export { openAccount, type NewAccount } from './open-account.ts'
export { changeGrants } from './change-grants.ts'
export { closeAccount } from './close-account.ts'

export { createSignInLink, FIRST_START_MINUTES, type SignInLink } from './create-sign-in-link.ts'
export { signInByLink } from './sign-in-by-link.ts'
export { signInByPassword } from './sign-in-by-password.ts'
export { requestLink } from './request-link.ts'
export { setPassword } from './set-password.ts'
export { listSessions, endSession, endAllSessions } from './sessions.ts'
export { firstPersonNeverIn, personToLetIn } from './never-in.ts'
export { createKey, revokeKey } from './keys.ts'

export { makeAdmit, makeDoor, type Door, type Ended } from './door/door.ts'
export { serveSignIn, signInEndpoints } from './door/serve.ts'
export { routes } from './routes.ts'
export { isCookieExposed } from './rules/cookie.ts'
