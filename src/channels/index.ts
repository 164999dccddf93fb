// The door of channels.
export { inspectHtmlFile, inspectMailFile } from './email/reading/inspect.ts'
export { openOffice, type Office, type OfficeSettings } from './email/office.ts'
export { slipOriginal } from './email/tray.ts'
export { signInLinks } from './email/link-mail.ts'
export { outgoingMail, acknowledgements } from './listen.ts'
export { brokenBooks } from './email/broken-books.ts'
export { officeTroubles } from './email/troubles.ts'
export { RelayAddressInvalid } from './email/sending/relay-address.ts'
