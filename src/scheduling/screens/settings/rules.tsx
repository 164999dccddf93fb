import { useState } from 'react'
import { useMe } from '#access/screens'
import { Button, ButtonRow } from '#ui/button'
import { Switch } from '#ui/choice'
import { Failure } from '#ui/failure'
import { Combobox } from '#ui/combobox'
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

const MOST_NOTICE = 60
const MOST_CLOSES = 720
const isWhole = (text: string, most: number): boolean => /^\d{1,3}$/.test(text.trim()) && Number(text) <= most
const zones = Intl.supportedValuesOf('timeZone').map((id) => ({ id, label: id.replaceAll('_', ' ') }))
const withThis = (zone: string) => (zones.some(({ id }) => id === zone) ? zones : [{ id: zone, label: zone }, ...zones]) // an older name, or UTC

function Form({ kept }: { kept: PlanningSettings & { version: number } }) {
  const say = useWords(words)
  const { may } = useMe()
  const [now, setNow] = useState(kept)
  const change = (part: Partial<PlanningSettings>): void => setNow({ ...now, ...part })
  const save = useSend(putPlanningSettings, { refetch: [getPlanningSettings], onDone: () => toast({ text: say('saved'), tone: 'good' }) })
  const fixed = !may('workforce.manage')
  const [notice, setNotice] = useState(String(kept.notice_days))
  const [closes, setCloses] = useState(String(kept.swap_closes_hours))
  const [badNotice, badCloses] = [!isWhole(notice, MOST_NOTICE), !isWhole(closes, MOST_CLOSES)]
  return (
    <div className="scheduling-settings">
      <p className="scheduling-quiet">{say('rulesText')}</p>
      <Panel>
        <Stack>
          <div className="scheduling-write scheduling-rules">
            <Combobox label={say('zone')} options={withThis(now.zone)} value={now.zone} onChange={(zone) => zone && change({ zone })} isDisabled={fixed} />
            <Select label={say('interval')} options={(['15', '30'] as const).map((id) => ({ id, label: say('minutes', { count: id }) }))} value={now.interval_min === 15 ? '15' : '30'} onChange={(id) => change({ interval_min: id === '15' ? 15 : 30 })} isDisabled={fixed} />
            <Select label={say('fairness')} options={['4', '8', '12', '26'].map((id) => ({ id, label: say('weeks', { count: Number(id) }) }))} value={String(now.fairness_weeks)} onChange={(id) => change({ fairness_weeks: Number(id) })} isDisabled={fixed} />
            <HourField label={say('early')} value={now.early_before} onChange={(early_before) => change({ early_before })} isDisabled={fixed} />
            <HourField label={say('late')} value={now.late_after} onChange={(late_after) => change({ late_after })} isDisabled={fixed} />
            <TextField label={say('notice')} hint={say('noticeText')} value={notice} onChange={setNotice} inputMode="numeric" isDisabled={fixed} {...(badNotice ? { error: say('wrongNumber', { most: MOST_NOTICE }) } : {})} />
            <TextField label={say('swapCloses')} value={closes} onChange={setCloses} inputMode="numeric" isDisabled={fixed} {...(badCloses ? { error: say('wrongNumber', { most: MOST_CLOSES }) } : {})} />
            <Select label={say('bidRule')} options={bidRules.map((id) => ({ id, label: say(id === 'fairness' ? 'fairnessRule' : id) }))} value={now.bid_rule} onChange={(bid_rule) => change({ bid_rule })} isDisabled={fixed} />
          </div>
          <Switch isSelected={now.swaps_by_rule} onChange={(swaps_by_rule) => change({ swaps_by_rule })} isDisabled={fixed}>{say('swapsByRule')}</Switch>
          {!fixed && (
            <ButtonRow end>
              <Button tone="primary" busy={save.isPending} isDisabled={badNotice || badCloses} onPress={() => save.mutate({ ...now, notice_days: Number(notice), swap_closes_hours: Number(closes) })}>{say('save')}</Button>
            </ButtonRow>
          )}
        </Stack>
      </Panel>
    </div>
  )
} // prettier-ignore
