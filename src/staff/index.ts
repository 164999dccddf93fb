// The door of staff.
export { addPerson } from './add-person.ts'
export { active, find } from './find.ts'
export { standIn } from './stand-in.ts'
export { deputyFor } from './deputy-for.ts'
export type { StandIn } from './rules/stand-in.ts'
