// The door of brands.
export { brand, entryPoint } from './find.ts'
export { addBrand } from './add-brand.ts'
export { editBrand } from './edit-brand.ts'
export { addEntryPoint } from './add-entry-point.ts'
export { editEntryPoint } from './edit-entry-point.ts'
export { dutyPerson, type OnDuty } from './duty-person.ts'
export { catchAll, entryPointsForAddresses } from './addresses.ts'
export { mailboxesOf, normaliseMailAddress } from './rules/address.ts'
