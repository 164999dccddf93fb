// What can be done to a case from here, by button, by key and from the palette alike.
import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { PersonId } from '#base/contract'
import { Refused, send } from '#ui/api'
import { tell } from '#ui/failure'
import type { IconName } from '#ui/icon'
import { refetch, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  alreadyTaken,
  caseBlockedOpen,
  countCases,
  deleteClosure,
  getCase,
  listCases,
  listHandOvers,
  putClosure,
  putOwner,
  type Case,
} from '../../contract.ts'
import { useClosingChecks } from './before-closing.tsx'
import { words } from './case-words.ts'
import { mayCloseOver, type StillOpen } from './still-open.ts'

const CloseOver = lazy(async () => ({ default: (await import('./close-over.tsx')).CloseOver }))
const touched = [getCase, listCases, countCases, listHandOvers]

export type Deed = { id: string; label: string; icon: IconName; keys: string; run: () => void; busy?: boolean; inBar?: true } // in the bar of the case; the others stand where one writes
type Asking = { onReply: () => void; onNote: () => void; onHandOver: () => void }

type Deeds = { deeds: Deed[]; closing: ReactNode } // `closing`: what is asked before it closes over something

export function useDeeds(found: Case, me: PersonId | undefined, { onReply, onNote, onHandOver }: Asking): Deeds {
  const say = useWords(words)
  const may = new Set(found.may)
  const mine = found.owner.id === me
  const whole = found.merged_into === null // what is part of another case is dealt with there
  const [open, closed] = [whole && found.status === 'open', whole && found.status === 'closed']
  const [take, { closing, ...shut }, reopen] = [useTake(found, me), useShut(found, me), useReopen()]
  const backAgain = { busy: reopen.isPending, run: () => reopen.mutate({ id: found.id }) }
  const mayPass = may.has('case.hand_over') || may.has('case.assign')
  const all: (Deed & { when: boolean })[] = [
    { id: 'case.reply', label: say('reply'), icon: 'reply', keys: 'r', run: onReply, when: may.has('case.reply') },
    { id: 'case.note', label: say('note'), icon: 'note', keys: 'n', run: onNote, when: may.has('case.note') },
    { id: 'case.take', label: say('take'), icon: 'take', keys: 't', inBar: true, ...take, when: may.has('case.take') && open && !mine && me !== undefined },
    { id: 'case.handover', label: say('handOver'), icon: 'handover', keys: 'b', inBar: true, run: onHandOver, when: mayPass && open },
    { id: 'case.close', label: say('close'), icon: 'check', keys: 'e', inBar: true, ...shut, when: may.has('case.close') && open },
    { id: 'case.reopen', label: say('reopen'), icon: 'undo', keys: 'e', inBar: true, ...backAgain, when: may.has('case.reopen') && closed },
  ] // prettier-ignore
  const deeds = all.filter(({ when }) => when)
  return { deeds, closing }
}

// Of several who take it at the same moment the first wins; the others are told who it was.
function useTake(found: Case, me: PersonId | undefined) {
  const say = useWords(words)
  const take = useSend(putOwner, {
    refetch: touched,
    onDone: () => toast({ tone: 'good', text: say('taken') }),
    onError: (error) => {
      const winner =
        error instanceof Refused && error.code === alreadyTaken.code
          ? (error.details as { owner?: { name?: string } } | undefined)?.owner?.name
          : undefined // as the contract says
      if (winner) toast({ tone: 'danger', text: say('takenBy', { name: winner }) })
      else tell(error)
      void refetch(getCase)
    },
  })
  return { busy: take.isPending, run: () => me && take.mutate({ id: found.id, owner: me, expected_owner: found.owner.id }) }
}

// Over what keeps it open it closes only with a reason: asked at once where it is known, else when the server says so.
function useShut(found: Case, me: PersonId | undefined) {
  const say = useWords(words)
  const [over, setOver] = useState<StillOpen | null>(null)
  const undo = () => void send(deleteClosure, { id: found.id }).then(() => refetch(...touched), tell)
  const shut = useSend(putClosure, {
    refetch: touched,
    onDone: () => {
      setOver(null)
      toast({ tone: 'good', text: say('nowClosed'), action: { label: say('undo'), run: undo } })
    },
    onError: (error) => {
      const open = error instanceof Refused && error.code === caseBlockedOpen.code ? stillOpenIn(error.details) : null
      if (open) setOver(open)
      else tell(error)
    },
  })
  const checks = useClosingChecks(found)
  const run = () => checks.before(() => (found.blockers.length > 0 ? setOver(found.blockers) : shut.mutate({ id: found.id })))
  const why = over && (
    <Suspense>
      <CloseOver
        open={over}
        mayGo={mayCloseOver(found, me)}
        busy={shut.isPending}
        onGo={(because) => shut.mutate({ id: found.id, because })}
        onClose={() => setOver(null)}
      />
    </Suspense>
  )
  const closing = (
    <>
      {checks.looking}
      {why}
    </>
  )
  return { busy: shut.isPending, run, closing }
}

function stillOpenIn(details: unknown): StillOpen | null {
  return (details as { blockers?: StillOpen } | undefined)?.blockers ?? null // as the contract says
}

const useReopen = () => useSend(deleteClosure, { refetch: touched })
