// The door of portal: links to the customer's own page, what they show, and what may be done there.
export { linkFor, type LinkWish, type MadeLink } from './link-for.ts'
export { asVisitor, noteOpening, pageToken, throughLink } from './open-link.ts'
export { askForLink, type Asking } from './ask-link.ts'
export { act, type Act, type Done } from './act.ts'
export { confirm } from './confirm.ts'
export {
  requestOf,
  requestState,
  showRequest,
  type Document,
  type PromiseHere,
  type RequestHere,
  type SaidHere,
} from './requests.ts'
export { listRequests, type ListedRequest, type PageOfRequests } from './list-requests.ts'
export { documentOf, photoOf, type Fetched } from './files.ts'
export { firstName, type Contact, type Face, type Hours } from './contact.ts'
export type { Status } from './rules/status.ts'
export type { LinkRow } from './store/link.ts'
export { routes } from './routes.ts'
