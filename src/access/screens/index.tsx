// The pages of access: coming in, one's own account, keys, the audit trail, what roles mean.
export { SignInPage } from './sign-in.tsx'
