import { useState } from 'react'
import { Button, ButtonRow } from '#ui/button'
import { DateField } from '#ui/date'
import { Dialog } from '#ui/dialog'
import { Stack } from '#ui/layout'
import { useSend } from '#ui/query'
import { Select } from '#ui/select'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getBoard, getCoverage, listPlans, postCopy, type Plan } from '../../contract/plans.ts'
import { announceMove } from './use-board.ts'
import { pageWords } from './page-words.ts'

const lengths = ['1', '2', '5', '6', '7'] as const

/** Days with their shifts, drawn again on other days. */
export function CopyDays({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const say = useWords(pageWords)
  const [from, setFrom] = useState<string | null>(plan.first_day)
  const [days, setDays] = useState<(typeof lengths)[number]>('1')
  const [to, setTo] = useState<string | null>(Temporal.PlainDate.from(plan.first_day).add({ days: 1 }).toString())
  const copy = useSend(postCopy, {
    refetch: [getBoard, getCoverage, listPlans],
    onDone: ({ copied, left_out }) => {
      announceMove()
      toast({ text: say('copied', { copied, left: left_out }) })
      onClose()
    },
  })
  const bounds = { min: plan.first_day, max: plan.last_day }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('copyTitle')}
      foot={
        <ButtonRow end>
          <Button tone="quiet" onPress={onClose}>{say('cancel')}</Button>
          <Button tone="primary" busy={copy.isPending} isDisabled={!from || !to} onPress={() => from && to && copy.mutate({ id: plan.id, from, to, days: Number(days) })}>{say('copy')}</Button>
        </ButtonRow>
      }
    >
      <Stack>
        <div className="scheduling-two">
          <DateField label={say('copyFrom')} value={from} onChange={setFrom} {...bounds} />
          <Select label={say('copyDays')} options={lengths.map((id) => ({ id, label: id }))} value={days} onChange={setDays} />
        </div>
        <DateField label={say('copyTo')} value={to} onChange={setTo} hint={say('copyText')} {...bounds} />
      </Stack>
    </Dialog>
  )
} // prettier-ignore
