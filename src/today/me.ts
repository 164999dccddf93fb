import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'

const NOBODY = '00000000-0000-0000-0000-000000000000' as PersonId // "me" of a key: nothing is theirs
export const meOf = (work: Work): PersonId => (work.actor.kind === 'person' ? work.actor.id : NOBODY)
