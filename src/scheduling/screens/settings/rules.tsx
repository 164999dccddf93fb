import { useState } from 'react'
import { useMe } from '#access/screens'
import { Button, ButtonRow } from '#ui/button'
import { Switch } from '#ui/choice'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { Panel, Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { bidRules } from '../../contract/open-shifts.ts'
import { getPlanningSettings, putPlanningSettings, type PlanningSettings } from '../../contract/settings.ts'
import { HourField } from '../planning/hour-field.tsx'
import { words } from './words.ts'

/** How this house plans. */
export function Rules() {
  const asked = useAsk(getPlanningSettings, {})
  if (asked.error) return <Failure error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton lines={6} />
  return <Form key={asked.data.version} kept={asked.data} />
}

function Form({ kept }: { kept: PlanningSettings & { version: number } }) {
  const say = useWords(words)
  const { may } = useMe()
  const [now, setNow] = useState(kept)
  const change = (part: Partial<PlanningSettings>): void => setNow({ ...now, ...part })
  const save = useSend(putPlanningSettings, { refetch: [getPlanningSettings], onDone: () => toast({ text: say('saved'), tone: 'good' }) })
  const fixed = !may('workforce.manage')
  const whole = (text: string): number => Math.max(0, Math.round(Number(text) || 0))
  return (
    <div className="scheduling-settings">
      <p className="scheduling-quiet">{say('rulesText')}</p>
      <Panel>
        <Stack>
          <div className="scheduling-write scheduling-rules">
            <TextField label={say('zone')} value={now.zone} onChange={(zone) => change({ zone })} isDisabled={fixed} />
            <Select label={say('interval')} options={(['15', '30'] as const).map((id) => ({ id, label: say('minutes', { count: id }) }))} value={now.interval_min === 15 ? '15' : '30'} onChange={(id) => change({ interval_min: id === '15' ? 15 : 30 })} isDisabled={fixed} />
            <Select label={say('fairness')} options={['4', '8', '12', '26'].map((id) => ({ id, label: say('weeks', { count: Number(id) }) }))} value={String(now.fairness_weeks)} onChange={(id) => change({ fairness_weeks: Number(id) })} isDisabled={fixed} />
            <HourField label={say('early')} value={now.early_before} onChange={(early_before) => change({ early_before })} isDisabled={fixed} />
            <HourField label={say('late')} value={now.late_after} onChange={(late_after) => change({ late_after })} isDisabled={fixed} />
            <TextField label={say('notice')} hint={say('noticeText')} value={String(now.notice_days)} onChange={(text) => change({ notice_days: whole(text) })} inputMode="numeric" isDisabled={fixed} />
            <TextField label={say('swapCloses')} value={String(now.swap_closes_hours)} onChange={(text) => change({ swap_closes_hours: whole(text) })} inputMode="numeric" isDisabled={fixed} />
            <Select label={say('bidRule')} options={bidRules.map((id) => ({ id, label: say(id === 'fairness' ? 'fairnessRule' : id) }))} value={now.bid_rule} onChange={(bid_rule) => change({ bid_rule })} isDisabled={fixed} />
          </div>
          <Switch isSelected={now.swaps_by_rule} onChange={(swaps_by_rule) => change({ swaps_by_rule })} isDisabled={fixed}>{say('swapsByRule')}</Switch>
          {!fixed && (
            <ButtonRow end>
              <Button tone="primary" busy={save.isPending} onPress={() => save.mutate(now)}>{say('save')}</Button>
            </ButtonRow>
          )}
        </Stack>
      </Panel>
    </div>
  )
} // prettier-ignore
