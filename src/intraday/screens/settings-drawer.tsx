import { useState } from 'react'
import { Button } from '#ui/button'
import { Drawer } from '#ui/dialog'
import { TextField } from '#ui/field'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  getAdherence,
  getClimate,
  getDayBoard,
  getDaySettings,
  listAlerts,
  putDaySettings,
  type DaySettings,
} from '../contract.ts'
import { settingsWords as words } from './settings-words.ts'

/** What is tolerated of whom, when alerts open and close, what load is high. */
export function DaySettingsDrawer({ onClose }: { onClose: () => void }) {
  const say = useWords(words)
  const { data } = useAsk(getDaySettings, {})
  if (data) return <Edit key={data.version} settings={data} onClose={onClose} />
  return (
    <Drawer open title={say('title')} onClose={onClose}>
      <Skeleton lines={8} />
    </Drawer>
  )
}

const deviations = ['late', 'left_early', 'long_rest', 'worked_through', 'elsewhere'] as const
const others = ['streak_min', 'occupancy_most', 'alert_ahead_min', 'alert_opens_at', 'alert_closes_at'] as const
type Field = (typeof deviations)[number] | (typeof others)[number]
type Written = Record<Field, string>

// As people write them: minutes, and hundredths instead of shares. The bounds are those of the contract.
const bounds = {
  late: [0, 60], left_early: [0, 60], long_rest: [0, 60], worked_through: [0, 60], elsewhere: [0, 60],
  streak_min: [30, 360], occupancy_most: [50, 100], alert_ahead_min: [15, 480], alert_opens_at: [50, 95], alert_closes_at: [5, 90],
} satisfies Record<Field, [number, number]> // prettier-ignore
const isShare = (field: Field): boolean => field === 'occupancy_most' || field === 'alert_opens_at' || field === 'alert_closes_at'

const written = ({ tolerance, ...settings }: DaySettings): Written => ({
  ...mapped(deviations, (field) => String(tolerance[field])),
  ...mapped(others, (field) => String(isShare(field) ? Math.round(settings[field] * 100) : settings[field])),
})
const mapped = <Key extends string, Value>(keys: readonly Key[], of: (key: Key) => Value): Record<Key, Value> =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value> // fromEntries forgets its keys

const read = (text: string): number => (/^\s*\d{1,3}\s*$/.test(text) ? Number(text) : Number.NaN)
const fits = (field: Field, text: string): boolean => read(text) >= bounds[field][0] && read(text) <= bounds[field][1]

function Edit({ settings, onClose }: { settings: DaySettings; onClose: () => void }) {
  const say = useWords(words)
  const [given, setGiven] = useState(() => written(settings))
  const save = useSend(putDaySettings, {
    refetch: [getDaySettings, getDayBoard, getAdherence, getClimate, listAlerts],
    onDone: () => {
      toast({ text: say('saved'), tone: 'good' })
      onClose()
    },
  })
  const crossed = read(given.alert_closes_at) >= read(given.alert_opens_at)
  const allFit = [...deviations, ...others].every((field) => fits(field, given[field])) && !crossed
  const wish = (): DaySettings => ({
    tolerance: mapped(deviations, (field) => read(given[field])),
    ...mapped(others, (field) => (isShare(field) ? read(given[field]) / 100 : read(given[field]))),
    version: settings.version,
  })
  const line = (field: Field) => {
    const [least, most] = bounds[field]
    const error = !fits(field, given[field]) ? say('between', { least, most }) : field === 'alert_closes_at' && crossed ? say('crossed') : undefined
    return <TextField key={field} label={say(field)} value={given[field]} onChange={(text) => setGiven({ ...given, [field]: text })} inputMode="numeric" error={error} />
  } // prettier-ignore
  return (
    <Drawer
      open
      title={say('title')}
      onClose={onClose}
      foot={
        <Button tone="primary" busy={save.isPending} isDisabled={!allFit} onPress={() => save.mutate(wish())}>
          {say('save')}
        </Button>
      }
    >
      <div className="ui-stack" data-gap="4">
        <h3>{say('tolerance')}</h3>
        <p className="intraday-quiet">{say('toleranceText')}</p>
        {deviations.map(line)}
        <h3>{say('alerts')}</h3>
        <p className="intraday-quiet">{say('alertsText')}</p>
        {(['alert_ahead_min', 'alert_opens_at', 'alert_closes_at'] as const).map(line)}
        <h3>{say('climate')}</h3>
        {(['streak_min', 'occupancy_most'] as const).map(line)}
      </div>
    </Drawer>
  )
}
