// The door of access/: who may enter, what they may do, and the trail they leave.
export { can, scopesFor } from './can.ts'
export { allow } from './allow.ts'
export { audit } from './audit.ts'
