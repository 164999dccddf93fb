import { useState } from 'react'
import { Badge, type BadgeTone } from '#ui/badge'
import { Button, ButtonRow, IconButton } from '#ui/button'
import { Checkbox, Segments } from '#ui/choice'
import { DateField } from '#ui/date'
import { useLanguage } from '#ui/language'
import { Panel, Stack } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { deletePreference, listPreferences, postPreference, preferenceKinds, type Preference } from '../../contract/work-terms.ts'
import { useWishWords, weekdayName, weekdayNames, wishWords, type WeekdayName } from './wish-words.ts'
import { words } from './words.ts'

const tones: Record<Preference['state'], BadgeTone> = { asked: 'info', granted: 'good', declined: 'danger', withdrawn: 'neutral' } // prettier-ignore

/** What I would rather work: asked, then weighed by the optimiser. */
export function Wishes() {
  const say = useWords(words)
  const sayWish = useWishWords()
  const asked = useAsk(listPreferences, { everybody: false, limit: 30 })
  const remove = useSend(deletePreference, { refetch: [listPreferences] })
  const [adding, setAdding] = useState(false)
  const items = asked.data?.items.filter(({ state }) => state !== 'withdrawn') ?? []
  return (
    <Panel title={say('wishes')}>
      <p className="scheduling-quiet">{items.length === 0 ? say('noWishes') : say('wishesText')}</p>
      <ul className="scheduling-asks">
        {items.map((wish) => (
          <li key={wish.id} className="scheduling-wish">
            <span>
              {sayWish(wish)}
              {wish.because && <small className="scheduling-quiet">{wish.because}</small>}
            </span>
            <Badge tone={tones[wish.state]}>{say(wish.state)}</Badge>
            {wish.may.includes('withdraw') && (
              <IconButton
                icon="trash"
                size="small"
                label={say('withdrawOf', { what: sayWish(wish) })}
                onPress={() => remove.mutate({ id: wish.id })}
              />
            )}
          </li>
        ))}
      </ul>
      {adding ? (
        <NewWish onDone={() => setAdding(false)} />
      ) : (
        <Button icon="plus" onPress={() => setAdding(true)}>
          {say('addWish')}
        </Button>
      )}
    </Panel>
  )
}

const whens = ['everyDay', 'onWeekdays', 'oneDay'] as const
const weights = ['1', '3', '5'] as const

function NewWish({ onDone }: { onDone: () => void }) {
  const say = useWords(words)
  const sayKind = useWords(wishWords)
  const spoken = useLanguage()
  const [kind, setKind] = useState<Preference['kind']>('early')
  const [when, setWhen] = useState<(typeof whens)[number]>('onWeekdays')
  const [weekdays, setWeekdays] = useState<readonly WeekdayName[]>([])
  const [day, setDay] = useState<string | null>(null)
  const [weight, setWeight] = useState<(typeof weights)[number]>('3')
  const ask = useSend(postPreference, { refetch: [listPreferences], onDone })
  const turn = (name: WeekdayName, on: boolean): void => setWeekdays(on ? [...weekdays, name] : weekdays.filter((each) => each !== name))
  const ready = when === 'everyDay' || (when === 'onWeekdays' ? weekdays.length > 0 : day !== null)
  const send = (): void => ask.mutate({ kind, weekdays: when === 'onWeekdays' ? [...weekdays] : [], day: when === 'oneDay' ? day : null, weight: Number(weight), from: null, until: null, note: '' })
  return (
    <Stack>
      <Select label={say('what')} options={preferenceKinds.map((id) => ({ id, label: sayKind(id) }))} value={kind} onChange={setKind} />
      <Select label={say('when')} options={whens.map((id) => ({ id, label: say(id) }))} value={when} onChange={setWhen} />
      {when === 'onWeekdays' && (
        <div className="scheduling-weekdays">
          {weekdayNames.map((name) => <Checkbox key={name} isSelected={weekdays.includes(name)} onChange={(on) => turn(name, on)}>{weekdayName(name, spoken)}</Checkbox>)}
        </div>
      )}
      {when === 'oneDay' && <DateField label={say('day')} value={day} onChange={setDay} />}
      <p className="scheduling-quiet" aria-hidden="true">{say('weight')}</p>
      <Segments label={say('weight')} options={weights.map((id) => ({ id, label: say(`weight_${id}`) }))} value={weight} onChange={setWeight} />
      <ButtonRow end>
        <Button tone="quiet" onPress={onDone}>{say('cancel')}</Button>
        <Button tone="primary" isDisabled={!ready} busy={ask.isPending} onPress={send}>{say('send')}</Button>
      </ButtonRow>
    </Stack>
  )
} // prettier-ignore
