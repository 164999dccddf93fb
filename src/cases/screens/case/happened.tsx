import { Link } from '@tanstack/react-router'
import { Happening } from '#ui/timeline'
import { useWords } from '#ui/words'
import type { Closure, Merged } from '../../contract.ts'
import { words } from './standing-words.ts'

/** It was closed: by whom, and, where something still waited, over what and why. */
export function ClosedHere({ closure: { by, because, over }, at }: { closure: Closure; at: string }) {
  const say = useWords(words)
  return (
    <Happening icon="check" at={at}>
      {say('closedBy', { name: by })}
      {over.length > 0 && ` ${say('closedOver', { count: over.length })} (${over.map(({ what }) => what).join(', ')})`}
      {because && <em className="cases-because"> {say('closedBecause', { because })}</em>}
    </Happening>
  )
}

export function Reopened({ at }: { at: string }) {
  const say = useWords(words)
  return (
    <Happening icon="undo" at={at}>
      {say('reopened')}
    </Happening>
  )
}

export function MergedHere({ merged: { id, number, by, because }, at }: { merged: Merged; at: string }) {
  const say = useWords(words)
  return (
    <Happening icon="link" at={at}>
      <Link to={`/cases/${id}`}>{say('mergedHere', { number, by })}</Link>
      {because && <em className="cases-because"> {say('mergedWhy', { because })}</em>}
    </Happening>
  )
}
