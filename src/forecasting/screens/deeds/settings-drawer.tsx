import { useState } from 'react'
import { Button } from '#ui/button'
import { Switch } from '#ui/choice'
import { Drawer } from '#ui/dialog'
import { TextField } from '#ui/field'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getForecastSettings, putForecastSettings, type ForecastSettings } from '../../contract.ts'
import { words } from './words.ts'

/** How the forecast is made by itself. */
export function SettingsDrawer({ onClose }: { onClose: () => void }) {
  const say = useWords(words)
  const asked = useAsk(getForecastSettings, {})
  if (asked.data) return <Edit key={asked.data.version} settings={asked.data} onClose={onClose} />
  return (
    <Drawer open title={say('settingsTitle')} onClose={onClose}>
      <Skeleton lines={5} />
    </Drawer>
  )
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const minuteOf = (time: string): number => {
  const found = /^(\d{1,2})[:h](\d{2})$/.exec(time.trim())
  return found ? Number(found[1]) * 60 + Number(found[2]) : Number.NaN
}

function Edit({ settings, onClose }: { settings: ForecastSettings; onClose: () => void }) {
  const say = useWords(words)
  const [nightly, setNightly] = useState(settings.nightly)
  const [publishes, setPublishes] = useState(settings.publishes)
  const [time, setTime] = useState(clock(settings.nightly_minute))
  const [days, setDays] = useState(String(settings.days))
  const [weeks, setWeeks] = useState(String(settings.weeks))
  const save = useSend(putForecastSettings, {
    refetch: [getForecastSettings],
    onDone: () => {
      toast({ text: say('settingsSaved'), tone: 'good' })
      onClose()
    },
  })
  const minute = minuteOf(time)
  const fits =
    minute >= 0 && minute < 1_440 && Number(days) >= 7 && Number(days) <= 120 && Number(weeks) >= 4 && Number(weeks) <= 110
  const wish = {
    version: settings.version,
    nightly,
    publishes,
    nightly_minute: minute,
    days: Math.round(Number(days)),
    weeks: Math.round(Number(weeks)),
  }
  return (
    <Drawer
      open
      title={say('settingsTitle')}
      onClose={onClose}
      foot={
        <Button tone="primary" busy={save.isPending} isDisabled={!fits} onPress={() => save.mutate(wish)}>
          {say('save')}
        </Button>
      }
    >
      <div className="ui-stack" data-gap="4">
        <Switch isSelected={nightly} onChange={setNightly} detail={say('nightlyText')}>
          {say('nightly')}
        </Switch>
        <Switch isSelected={publishes} onChange={setPublishes} isDisabled={!nightly} detail={say('publishesText')}>
          {say('publishes')}
        </Switch>
        <TextField label={say('nightlyAt')} value={time} onChange={setTime} isDisabled={!nightly} />
        <TextField label={say('daysAhead')} value={days} onChange={setDays} inputMode="numeric" />
        <TextField label={say('weeksBack')} value={weeks} onChange={setWeeks} inputMode="numeric" />
      </div>
    </Drawer>
  )
}
