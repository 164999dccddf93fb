import { words } from './words.ts'

export { words }

const known = [
  'contact',
  'contact_deputy',
  'case',
  'hand_over',
  'handling',
  'promise',
  'task',
  'team',
  'deputy',
  'absence_deputy',
] as const
type Known = (typeof known)[number]

/** The words for a kind of thing that rests on somebody; a room may know kinds that this one does not. */
export const restKey = (kind: string): `rest_${Known}` | 'rest_other' => {
  const found = known.find((each) => each === kind)
  return found ? `rest_${found}` : 'rest_other'
}
