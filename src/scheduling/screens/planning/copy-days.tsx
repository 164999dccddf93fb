import { useState } from 'react'
import { Button, ButtonRow } from '#ui/button'
import { DateField } from '#ui/date'
import { Dialog } from '#ui/dialog'
import { Stack } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getBoard, getCoverage, listPlans, postCopy, type Plan } from '../../contract/plans.ts'
import { announceMove } from './use-board.ts'
import { pageWords } from './page-words.ts'

const lengths = ['1', '2', '5', '6', '7', '14'] as const

type Copying = { plan: Plan; day: string; nameOf: (plan: Plan) => string; onClose: () => void }

/** Days with their shifts, drawn again on other days: of this plan, or out of another. */
export function CopyDays({ plan, day, nameOf, onClose }: Copying) {
  const say = useWords(pageWords)
  const plans = useAsk(listPlans, { limit: 50 }).data?.items ?? [plan]
  const [source, setSource] = useState(plan)
  const [from, setFrom] = useState<string | null>(day)
  const [days, setDays] = useState<(typeof lengths)[number]>('1')
  const [to, setTo] = useState<string | null>(dayAfter(plan, day))
  const copy = useSend(postCopy, {
    refetch: [getBoard, getCoverage, listPlans],
    onDone: ({ copied, left_out }) => {
      announceMove()
      toast({ text: say('copied', { copied, left: left_out }) })
      onClose()
    },
  })
  const take = (id: string): void => {
    const other = plans.find((each) => each.id === id) ?? plan
    const whole = other.id !== plan.id // out of another plan one takes whole weeks
    setSource(other)
    setFrom(whole ? other.first_day : day)
    setTo(whole ? plan.first_day : dayAfter(plan, day))
    setDays(whole ? '7' : '1')
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('copyTitle')}
      foot={
        <ButtonRow end>
          <Button tone="quiet" onPress={onClose}>{say('cancel')}</Button>
          <Button tone="primary" busy={copy.isPending} isDisabled={!from || !to} onPress={() => from && to && copy.mutate({ id: plan.id, from, to, days: Number(days), ...(source.id === plan.id ? {} : { from_plan: source.id }) })}>{say('copy')}</Button>
        </ButtonRow>
      }
    >
      <Stack>
        {plans.length > 1 && <Select label={say('copyOf')} options={plans.map((each) => ({ id: each.id as string, label: each.id === plan.id ? say('copyOfThis') : nameOf(each) }))} value={source.id} onChange={take} />}
        <div className="scheduling-two">
          <DateField label={say('copyFrom')} value={from} onChange={setFrom} min={source.first_day} max={source.last_day} />
          <Select label={say('copyDays')} options={lengths.map((id) => ({ id, label: say('copyLength', { count: Number(id) }) }))} value={days} onChange={setDays} />
        </div>
        <DateField label={say('copyTo')} value={to} onChange={setTo} hint={say('copyText')} min={plan.first_day} max={plan.last_day} />
      </Stack>
    </Dialog>
  )
} // prettier-ignore

/** Where it goes unless one says otherwise: the next day, if the plan has one. */
function dayAfter({ first_day, last_day }: Plan, day: string): string {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString()
  return next > last_day ? first_day : next
}
