// The pages of access: coming in, one's own account, keys, the audit trail, what roles mean.
export { SignInPage } from './sign-in.tsx'
export { useMe } from './me.ts'
export { AccountPage } from './account.tsx'
export { KeysPage } from './keys.tsx'
export { AuditPage } from './audit.tsx'
export { RolesPage } from './roles.tsx'
