import { useState, type ReactNode } from 'react'
import { getAbsence, listAbsences, listStaff } from '#staff/contract'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { Notice } from '#ui/layout'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getPlan, listCovered, putApproval, type Plan } from '../contract.ts'
import { words } from './words.ts'

/** Whether all is covered, in one line. */
export function Verdict({ gaps, all }: { gaps: number; all: number }) {
  const say = useWords(words)
  if (gaps > 0) return <Notice tone="danger" icon="warning">{say('gapsLeft', { count: gaps })}</Notice>
  return <Notice tone="good" icon="check">{say(all > 0 ? 'allCovered' : 'nothingRests')}</Notice>
} // prettier-ignore

/** One press where nothing is missing, a reason where something is. */
export function Answer({ plan, decline }: { plan: Plan; decline: ReactNode }) {
  const say = useWords(words)
  const [because, setBecause] = useState('')
  const approve = useSend(putApproval, {
    refetch: [getPlan, listCovered, getAbsence, listAbsences, listStaff],
    onDone: () => toast({ tone: 'good', text: say('approved') }),
  })
  const short = plan.gaps > 0
  const go = () =>
    plan.absence && plan.version && approve.mutate({ absence: plan.absence, version: plan.version, because })
  return (
    <div className="cover-answer">
      {short && <TextField label={say('approveWhy')} value={because} onChange={setBecause} maxLength={1000} />}
      <div className="ui-button-row">
        <Button tone={short ? 'plain' : 'primary'} icon="check" isDisabled={short && because.trim() === ''} busy={approve.isPending} onPress={go}>
          {say(short ? 'approveOver' : 'approve')}
        </Button>
        {decline}
      </div>
    </div>
  )
} // prettier-ignore
