import { lazy, Suspense, useState } from 'react'
import type { Case } from '#cases/contract'
import { Badge, type BadgeTone } from '#ui/badge'
import { Button } from '#ui/button'
import { useCommands } from '#ui/keys'
import { Panel } from '#ui/layout'
import { useAsk } from '#ui/query'
import { Time, useNow } from '#ui/time'
import { useWords } from '#ui/words'
import { listCasePromises, type Promised, type PromiseState } from '../contract.ts'
import { DeedButtons, useDeeds, type Deeds } from './deeds.tsx'
import { useDueWords } from './use-due-words.ts'
import { words } from './words.ts'
import './commitments.css'

const PromiseDialog = lazy(async () => ({ default: (await import('./promise-dialog.tsx')).PromiseDialog }))

/** What this customer was promised in this case: what is owed on top, what became of the rest below. */
export function PromisesPanel({ found }: { found: Case }) {
  const say = useWords(words)
  const [promising, setPromising] = useState(false)
  const all = useAsk(listCasePromises, { case: found.id, limit: 50 }).data?.items
  const deeds = useDeeds()
  const may = found.may.includes('case.reply')
  useCommands(
    may
      ? [
          {
            id: 'commitments.promise',
            label: say('promise'),
            group: say('group'),
            keys: 'p',
            icon: 'promise',
            run: () => setPromising(true),
          },
        ]
      : [],
  )
  if (!all) return null
  const owed = all.filter(({ state }) => isOwed(state)).toSorted((a, b) => (a.due_at < b.due_at ? -1 : 1))
  const past = all.filter(({ state }) => !isOwed(state))
  return (
    <Panel
      title={say('promised')}
      {...(owed.length > 0 ? { tone: 'promise' as const } : {})}
      actions={may && <MakeOne onPress={() => setPromising(true)} />}
    >
      {owed.length === 0 && <p className="commitments-nothing">{say('nothing')}</p>}
      <ul className="commitments-owed">
        {owed.map((promise) => (
          <Owed key={promise.id} promise={promise} deeds={may ? deeds : null} owner={found.owner.id} />
        ))}
      </ul>
      {past.length > 0 && <Past promises={past} />}
      {deeds.dialogs}
      <Suspense>{promising && <PromiseDialog of={found.id} onClose={() => setPromising(false)} />}</Suspense>
    </Panel>
  )
}

const isOwed = (state: PromiseState): boolean => state === 'open' || state === 'broken'

function MakeOne({ onPress }: { onPress: () => void }) {
  const say = useWords(words)
  return (
    <Button size="small" tone="quiet" icon="promise" keys="P" onPress={onPress}>
      {say('promise')}
    </Button>
  )
}

function Owed({ promise, deeds, owner }: { promise: Promised; deeds: Deeds | null; owner: string }) {
  const say = useWords(words)
  const when = useDueWords()
  const late = promise.state === 'broken' || Date.parse(promise.due_at) <= useNow()
  const other = promise.made_by && promise.made_by.id !== owner ? promise.made_by.name : null
  return (
    <li className="commitments-one" data-late={late || undefined}>
      <strong>{promise.what}</strong>
      <small>
        {late && <Badge tone="danger">{say('state_broken')}</Badge>} {when(promise)} · <Time at={promise.due_at} />
        {other && <> · {say('madeBy', { name: other })}</>}
      </small>
      {deeds && <DeedButtons promise={promise} deeds={deeds} />}
    </li>
  )
}

const tones: Readonly<Record<PromiseState, BadgeTone>> = { open: 'promise', broken: 'danger', kept: 'good', kept_late: 'promise', moved: 'neutral', withdrawn: 'neutral' } // prettier-ignore

function Past({ promises }: { promises: readonly Promised[] }) {
  const say = useWords(words)
  const when = useDueWords()
  return (
    <details className="commitments-past">
      <summary>{say('past', { count: promises.length })}</summary>
      <ul>
        {promises.map((promise) => (
          <li key={promise.id}>
            <Badge tone={tones[promise.state]}>{say(`state_${promise.state}`)}</Badge>
            <span>
              {promise.what} <small>{when(promise)}</small>
              {(promise.moved_because ?? promise.withdrawn_because) ? (
                <q>{promise.moved_because ?? promise.withdrawn_because}</q>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
