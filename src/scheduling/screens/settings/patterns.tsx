import { useState } from 'react'
import { useMe } from '#access/screens'
import { Button, ButtonRow } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { Panel, Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { weekdays as everyDay, type Weekday } from '../../contract/moments.ts'
import { breaksShape, lunchShape, patternShape, type Pattern } from '../../contract/pattern.ts'
import { deletePattern, listPatterns, patchPattern, postPattern, type KeptPattern } from '../../contract/work-terms.ts'
import { lengthOf } from '../planning/grid/hours.ts'
import { HourField } from '../planning/hour-field.tsx'
import { weekdayName } from '../mine/wish-words.ts'
import { words } from './words.ts'

/** The shapes of shifts. */
export function Patterns() {
  const say = useWords(words)
  const { may } = useMe()
  const asked = useAsk(listPatterns, { retired: false, limit: 100 })
  const [edited, setEdited] = useState<KeptPattern | 'new' | null>(null)
  if (asked.error) return <Failure error={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.isPending) return <Skeleton lines={5} kind="rows" />
  const edits = may('workforce.manage')
  const add = edits && <Button icon="plus" onPress={() => setEdited('new')}>{say('addPattern')}</Button>
  return (
    <div className="scheduling-settings">
      <p className="scheduling-quiet">{say('patternsText')}</p>
      {edited && <Editor key={edited === 'new' ? '' : edited.id} kept={edited === 'new' ? null : edited} onDone={() => setEdited(null)} />}
      {asked.data.items.length === 0 && !edited ? (
        <Empty drawing="calm" title={say('noPatterns')} action={add}>{say('noPatternsText')}</Empty>
      ) : (
        <>
          {asked.data.items.map((kept) => <One key={kept.id} kept={kept} edits={edits} onEdit={() => setEdited(kept)} />)}
          {!edited && add}
        </>
      )}
    </div>
  )
} // prettier-ignore

function One({ kept, edits, onEdit }: { kept: KeptPattern; edits: boolean; onEdit: () => void }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const retire = useSend(deletePattern, { refetch: [listPatterns] })
  const { terms } = kept
  const minutes = (count: number): string => lengthOf(count, spoken)
  const said = say('patternSaid', {
    from: terms.start.from,
    to: terms.start.to,
    least: minutes(terms.hours.from * 60),
    most: minutes(terms.hours.to * 60),
    lunch: terms.lunch === 'none' ? say('no') : minutes(terms.lunch.minutes),
    breaks: terms.breaks === 'none' ? say('no') : minutes(terms.breaks.minutes),
  })
  const days = terms.days && terms.days.length < 7 ? terms.days.map((day) => weekdayName(day, spoken, 'short')).join(' ') : null
  return (
    <Panel
      title={terms.name}
      actions={
        edits && (
          <ButtonRow>
            <Button size="small" icon="edit" onPress={onEdit}>{say('edit')}</Button>
            <Button size="small" tone="quiet" busy={retire.isPending} onPress={() => retire.mutate({ id: kept.id })}>{say('retire')}</Button>
          </ButtonRow>
        )
      }
    >
      <p className="scheduling-quiet">{said}{days && ` · ${days}`}</p>
    </Panel>
  )
} // prettier-ignore

const usual: Pattern = patternShape.parse({ name: '-' })
const number = (text: string): number => Number(text.trim().replace(',', '.'))

function Editor({ kept, onDone }: { kept: KeptPattern | null; onDone: () => void }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const [terms, setTerms] = useState<Pattern>(kept?.terms ?? { ...usual, name: '' })
  const [least, setLeast] = useState(String(terms.hours.from))
  const [most, setMost] = useState(String(terms.hours.to))
  const done = { refetch: [listPatterns], onDone }
  const post = useSend(postPattern, done)
  const patch = useSend(patchPattern, done)
  const change = (part: Partial<Pattern>): void => setTerms({ ...terms, ...part })
  const lunch = terms.lunch === 'none' ? '0' : String(terms.lunch.minutes)
  const breaks = terms.breaks === 'none' ? '0' : String(terms.breaks.minutes)
  const save = (): void => {
    const whole = { ...terms, hours: { ...terms.hours, from: number(least), to: number(most) } }
    if (kept) patch.mutate({ id: kept.id, version: kept.version, terms: whole })
    else post.mutate({ terms: whole })
  }
  const days = terms.days ?? everyDay
  const turn = (day: Weekday, on: boolean): void => change({ days: everyDay.filter((each) => (each === day ? on : days.includes(each))) })
  const bad = terms.name.trim() === '' || !(number(least) >= 1 && number(most) <= 12 && number(least) <= number(most)) || days.length === 0
  return (
    <Panel>
      <Stack>
        <TextField label={say('patternName')} value={terms.name} onChange={(name) => change({ name })} maxLength={120} />
        <div className="scheduling-write">
          <HourField label={say('startsFrom')} value={terms.start.from} onChange={(from) => change({ start: { ...terms.start, from } })} />
          <HourField label={say('startsTo')} value={terms.start.to} onChange={(to) => change({ start: { ...terms.start, to } })} />
          <TextField label={say('longFrom')} value={least} onChange={setLeast} inputMode="decimal" />
          <TextField label={say('longTo')} value={most} onChange={setMost} inputMode="decimal" />
          <TextField label={say('lunch')} value={lunch} onChange={(text) => change({ lunch: Number(text) >= 15 ? { ...(terms.lunch === 'none' ? lunchShape.parse({}) : terms.lunch), minutes: Number(text) } : 'none' })} inputMode="numeric" />
          <TextField label={say('breaks')} value={breaks} onChange={(text) => change({ breaks: Number(text) >= 5 ? { ...(terms.breaks === 'none' ? breaksShape.parse({}) : terms.breaks), minutes: Number(text) } : 'none' })} inputMode="numeric" />
        </div>
        <fieldset className="scheduling-weekday-set">
          <legend>{say('onDays')}</legend>
          {everyDay.map((day) => <Checkbox key={day} isSelected={days.includes(day)} onChange={(on) => turn(day, on)}>{weekdayName(day, spoken)}</Checkbox>)}
        </fieldset>
        <ButtonRow end>
          <Button tone="quiet" onPress={onDone}>{say('cancel')}</Button>
          <Button tone="primary" isDisabled={bad} busy={post.isPending || patch.isPending} onPress={save}>{say('save')}</Button>
        </ButtonRow>
      </Stack>
    </Panel>
  )
} // prettier-ignore
