// Away for the rest of the day, in one press: the train does not run, a child is ill. Who pressed by mistake takes it back. Fetched when pressed.
import { send } from '#ui/api'
import { tell } from '#ui/failure'
import { refetch } from '#ui/query'
import { toast } from '#ui/toast'
import { say } from '#ui/words'
import { cancelAbsence, goAway, listAbsences, listStaff } from '#staff/contract'
import { words } from './leave-words.ts'

export async function leaveUntilTonight(onStay: () => void): Promise<void> {
  const until = new Date(new Date().setHours(24, 0, 0, 0)).toISOString() // the end of the day where the reader is
  try {
    const { id } = await send(goAway, { until, reason: 'other', deputy_id: null })
    const stay = () =>
      void send(cancelAbsence, { id })
        .then(() => refetch(listAbsences, listStaff), tell)
        .then(onStay)
    toast({ tone: 'good', text: say(words, 'gone'), action: { label: say(words, 'stay'), run: stay } })
    await refetch(listAbsences, listStaff)
  } catch (refused) {
    tell(refused)
  }
}
