import { Failure } from '#ui/failure'
import { Remarks } from './remarks.tsx'
import { troublesOf } from './use-move-line.ts'

/** Why something was not done, at its place: the reasons, or the sentence. */
export function Refusal({ error }: { error: unknown }) {
  const troubles = troublesOf(error)
  return troubles.length > 0 ? <Remarks troubles={troubles} /> : <Failure error={error} />
}
