import { Refused } from '#ui/api'
import { Button } from '#ui/button'
import { useLanguage } from '#ui/language'
import { useAskPages, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { listMoves, putMoveUndone, type Move } from '../../../contract/moves.ts'
import { getCoverage, getTroubles, listPlans, type Plan } from '../../../contract/plans.ts'
import { dayName } from '../grid/hours.ts'
import { announceMove } from '../use-board.ts'
import { refused } from '../use-move-line.ts'
import { Log } from './log.tsx'
import { historyWords } from './words.ts'

/** The log of a plan. Each change says who, whom and when, and is taken back where that is still possible. */
export function Moves({ plan }: { plan: Plan }) {
  const say = useWords(historyWords)
  const asked = useAskPages(listMoves, { id: plan.id, limit: 25 })
  return (
    <Log asked={asked} none={say('noMoves')} lead={say('movesText')} keyOf={({ id }) => id}>
      {(move) => <One move={move} plan={plan} />}
    </Log>
  )
}

function One({ move, plan }: { move: Move; plan: Plan }) {
  const say = useWords(historyWords)
  const whom = useWhom()
  const when = useDays()
  const turn = useSend(putMoveUndone, {
    refetch: [listMoves, listPlans, getCoverage, getTroubles],
    onDone: () => {
      announceMove()
      toast({ text: say(move.undone_at ? 'redoneToast' : 'undoneToast'), tone: 'good' })
    },
    onError: (error) => refused(error),
  })
  const [able] = plan.may.includes('edit') ? move.may : []
  const stuck = plan.may.includes('edit') && !able && turn.error instanceof Refused
  return (
    <li data-undone={move.undone_at ? '' : undefined}>
      <strong>{say(move.kind)}</strong>
      <span>{[whom(move), when(move.days), ...(move.shifts > 1 ? [say('shifts', { count: move.shifts })] : [])].join(' · ')}</span>
      <small>
        <Time at={move.at} /> {say('by', { name: move.by?.name ?? say('program') })}
        {move.undone_at && <> · {say('undone')} <Time at={move.undone_at} /></>}
        {stuck && <> · {say('builtUpon')}</>}
      </small>
      {able && (
        <Button size="small" icon="undo" tone="quiet" busy={turn.isPending} aria-label={`${say(able)}, ${say(move.kind)}, ${whom(move)}`} onPress={() => turn.mutate({ id: plan.id, move: move.id, undone: able === 'undo' })}>
          {say(able)}
        </Button>
      )}
    </li>
  )
} // prettier-ignore

const NAMED = 3

function useWhom(): (move: Pick<Move, 'people'>) => string {
  const say = useWords(historyWords)
  return ({ people }) => {
    const names = people.slice(0, NAMED).map(({ name }) => name).join(', ') // prettier-ignore
    if (people.length === 0) return say('unassigned')
    return people.length > NAMED ? say('andOthers', { names, count: people.length - NAMED }) : names
  }
}

function useDays(): (days: readonly string[]) => string {
  const say = useWords(historyWords)
  const spoken = useLanguage()
  const name = (day: string | undefined): string => (day ? dayName(day, spoken, 'short') : '')
  return (days) => (days.length < 2 ? name(days[0]) : say('dayToDay', { from: name(days[0]), to: name(days.at(-1)) }))
}
