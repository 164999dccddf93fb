// The obvious act of each line, in place.
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { Id } from '#base/contract'
import { putKept } from '#commitments/contract'
import { putAnswer } from '#handovers/contract'
import { postChase } from '#tasks/contract'
import type { IconName } from '#ui/icon'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getGate, getTeamDay, getToday, type Line } from '../contract.ts'
import { words } from './words.ts'

const MovePromise = lazy(async () => ({ default: (await import('#commitments/screens')).MovePromise }))
const HoldDialog = lazy(async () => ({ default: (await import('./hold.tsx')).HoldDialog }))
const CalmDialog = lazy(async () => ({ default: (await import('./calm.tsx')).CalmDialog }))

export type Deed = { label: string; icon: IconName; run: () => void; busy: boolean }
export type Deeds = { of: (line: Line) => Deed; move: (line: Line) => void; dialogs: ReactNode }

const touched = [getToday, getTeamDay, getGate]
type Asked = { deed: 'move' | 'hold' | 'calm'; line: Line }

export function useLineDeeds(onDone: (line: Line, as: 'done' | 'moved' | 'answered') => void = () => {}): Deeds {
  const say = useWords(words)
  const go = useNavigate()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [at, setAt] = useState<Line | null>(null)
  const done = (as: 'done' | 'answered', text: string) => () => {
    toast({ tone: 'good', text })
    if (at) onDone(at, as)
  }
  const keep = useSend(putKept, { refetch: touched, onDone: done('done', say('keptToast')) })
  const accept = useSend(putAnswer, {
    refetch: touched,
    onDone: ({ case: of }) => done('answered', say('acceptedToast', { number: of.number }))(),
  })
  const chase = useSend(postChase, { refetch: touched, onDone: done('answered', say('chasedToast')) })
  const open = (line: Line) => void go({ to: line.path.split('?')[0]!, search: searchOf(line.path) as never }) // a page of the desk reads its own address
  const acts: { [Kind in Line['kind']]?: (line: Line) => Omit<Deed, 'busy'> & { busy?: boolean } } = {
    promise: (line) => ({
      label: say('keep'),
      icon: 'check',
      busy: keep.isPending && at?.key === line.key,
      run: () => (setAt(line), keep.mutate({ id: line.id as Id<'promise'> })),
    }),
    silent: (line) => ({ label: say('hold'), icon: 'send', run: () => setAsked({ deed: 'hold', line }) }),
    hand_over: (line) => ({
      label: say('accept'),
      icon: 'check',
      busy: accept.isPending && at?.key === line.key,
      run: () => (setAt(line), accept.mutate({ id: line.id as Id<'hand_over'>, as: 'accepted', because: '' })),
    }),
    unhappy: (line) => ({ label: say('calmIt'), icon: 'smile', run: () => setAsked({ deed: 'calm', line }) }),
    task_asked: (line) =>
      line.late
        ? {
            label: say('chase'),
            icon: 'bell',
            busy: chase.isPending && at?.key === line.key,
            run: () => (setAt(line), chase.mutate({ id: line.id as Id<'task'> })),
          }
        : { label: say('look'), icon: 'right', run: () => open(line) },
    task_mine: (line) => ({ label: say('answer'), icon: 'reply', run: () => open(line) }),
    deadline: (line) => ({ label: say('answer'), icon: 'reply', run: () => open(line) }),
  } // prettier-ignore — each id is of the kind its line says
  const close = () => setAsked(null)
  return {
    of: (line) => ({ busy: false, ...(acts[line.kind]?.(line) ?? { label: say('look'), icon: 'right', run: () => open(line) }) }),
    move: (line) => line.kind === 'promise' && setAsked({ deed: 'move', line }),
    dialogs: (
      <Suspense>
        {asked?.deed === 'move' && asked.line.case && (
          <MovePromise
            of={asked.line.case.id}
            id={asked.line.id}
            onDone={() => {
              onDone(asked.line, 'moved')
              close()
            }}
            onClose={close}
          />
        )}
        {asked?.deed === 'hold' && asked.line.case && <HoldDialog of={asked.line.case.id} onClose={close} />}
        {asked?.deed === 'calm' && asked.line.case && <CalmDialog of={asked.line.case.id} onClose={close} />}
      </Suspense>
    ),
  }
}

export const searchOf = (path: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(path.split('?')[1] ?? ''))
