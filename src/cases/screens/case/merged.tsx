import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { Button } from '#ui/button'
import { Notice, Panel } from '#ui/layout'
import { useSend } from '#ui/query'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { countCases, deleteMerge, getCase, listCases, listHandOvers, type Case } from '../../contract.ts'
import { words } from './standing-words.ts'

const MergeDialog = lazy(async () => ({ default: (await import('./merge-dialog.tsx')).MergeDialog }))
export const mergeTouches = [getCase, listCases, countCases, listHandOvers]

function useParting() {
  const say = useWords(words)
  return useSend(deleteMerge, { refetch: mergeTouches, onDone: () => toast({ tone: 'good', text: say('parted') }) })
}

/** On a case that is part of another: where its story is told, and the way back. */
export function PartOf({ found }: { found: Case }) {
  const say = useWords(words)
  const part = useParting()
  const main = found.merged_into
  if (!main) return null
  const action = (
    <span className="ui-button-row">
      <Link to={`/cases/${main.id}`}>{say('partOfSee', { number: main.number })}</Link>
      {found.may.includes('case.edit') && (
        <Button size="small" busy={part.isPending} onPress={() => part.mutate({ id: main.id, merged: found.id })}>
          {say('part')}
        </Button>
      )}
    </span>
  )
  return (
    <Notice tone="promise" icon="link" action={action}>
      {say('partOf', { number: main.number, subject: main.subject || say('noSubject') })}
    </Notice>
  )
}

/** Beside a main case: what is part of it, each of which can stand by itself again. */
export function Parts({ found }: { found: Case }) {
  const say = useWords(words)
  const part = useParting()
  if (found.merged.length === 0) return null
  const may = found.may.includes('case.edit')
  return (
    <Panel title={say('parts')}>
      <p className="cases-quiet">{say('partsText')}</p>
      <ul className="cases-parts">
        {found.merged.map((each) => (
          <li key={each.id}>
            <Link to={`/cases/${each.id}`}>
              <strong>{each.subject || say('noSubject')}</strong>
              <small>
                {say('of', { number: each.number, owner: each.customer?.name ?? '' })} · <Time at={each.at} />
              </small>
            </Link>
            {may && (
              <Button
                size="small"
                tone="quiet"
                icon="undo"
                busy={part.isPending}
                onPress={() => part.mutate({ id: found.id, merged: each.id })}
              >
                {say('part')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Opens the chooser. Shown where the other cases of the customer are. */
export function MergeButton({ found }: { found: Case }) {
  const say = useWords(words)
  const [open, setOpen] = useState(false)
  if (!found.may.includes('case.edit') || !found.may.includes('case.take') || found.status !== 'open' || found.merged_into)
    return null
  return (
    <>
      <Button size="small" tone="quiet" icon="link" onPress={() => setOpen(true)}>
        {say('mergeShort')}
      </Button>
      <Suspense>{open && <MergeDialog found={found} onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}
