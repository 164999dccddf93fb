import { useState } from 'react'
import { useMe } from '#access/screens'
import { Button, ButtonRow } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Notice, Panel, Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { useWords } from '#ui/words'
import type { Pattern } from '../../contract/pattern.ts'
import { deletePattern, listPatterns, type KeptPattern } from '../../contract/work-terms.ts'
import { weekdayName } from '../mine/wish-words.ts'
import { lengthOf } from '../planning/grid/hours.ts'
import { PatternDrawer, type Edited } from './pattern-drawer.tsx'
import { examples, type Example } from './pattern-form.ts'
import { patternWords } from './pattern-words.ts'

/** The shapes of shifts. */
export function Patterns() {
  const say = useWords(patternWords)
  const { may } = useMe()
  const asked = useAsk(listPatterns, { retired: false, limit: 100 })
  const [edited, setEdited] = useState<Edited | null>(null)
  if (asked.error) return <Failure error={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.isPending) return <Skeleton lines={5} kind="rows" />
  const edits = may('workforce.manage')
  const add = edits && <Button icon="plus" onPress={() => setEdited({ example: null })}>{say('add')}</Button>
  return (
    <div className="scheduling-settings">
      <p className="scheduling-quiet">{say('text')}</p>
      {asked.data.items.length === 0 ? (
        <Empty drawing="calm" title={say('none')} action={edits ? <Examples onPick={(example) => setEdited({ example })} /> : null}>{say('noneText')}</Empty>
      ) : (
        <>
          {add}
          {asked.data.items.length === 1 && <Alone kept={asked.data.items[0]} onUsual={edits ? () => setEdited({ example: 'usual' }) : null} />}
          {asked.data.items.map((kept) => <One key={kept.id} kept={kept} edits={edits} onEdit={() => setEdited({ kept })} />)}
        </>
      )}
      {edited && <PatternDrawer edited={edited} onClose={() => setEdited(null)} />}
    </div>
  )
} // prettier-ignore

/** One alone is no addition to the usual day: it takes its place, for everybody. */
function Alone({ kept, onUsual }: { kept: KeptPattern | undefined; onUsual: (() => void) | null }) {
  const say = useWords(patternWords)
  return (
    <Notice tone="promise" title={say('alone', { name: kept?.terms.name ?? '' })}>
      <Stack gap={2}>
        <p>{say('aloneText')}</p>
        {onUsual && <Button size="small" icon="plus" onPress={onUsual}>{say('addUsual')}</Button>}
      </Stack>
    </Notice>
  )
} // prettier-ignore

function Examples({ onPick }: { onPick: (example: Example | null) => void }) {
  const say = useWords(patternWords)
  return (
    <ButtonRow>
      {(Object.keys(examples) as Example[]).filter((each) => each !== 'usual').map((each) => ( // the keys of a record written here; the usual one is what there is without any
        <Button key={each} onPress={() => onPick(each)}>{say(`example_${each}`)}</Button>
      ))}
      <Button icon="plus" onPress={() => onPick(null)}>{say('add')}</Button>
    </ButtonRow>
  )
} // prettier-ignore

function One({ kept, edits, onEdit }: { kept: KeptPattern; edits: boolean; onEdit: () => void }) {
  const say = useWords(patternWords)
  const retire = useSend(deletePattern, { refetch: [listPatterns] })
  const said = usePatternWords()
  return (
    <Panel
      title={kept.terms.name}
      actions={
        edits && (
          <ButtonRow>
            <Button size="small" icon="edit" aria-label={say('editOf', { name: kept.terms.name })} onPress={onEdit}>{say('edit')}</Button>
            <Confirm label={say('retire')} question={say('retireSure')} yes={say('retire')} size="small" tone="quiet" onYes={() => retire.mutate({ id: kept.id })} />
          </ButtonRow>
        )
      }
    >
      <p className="scheduling-quiet">{said(kept.terms)}</p>
    </Panel>
  )
} // prettier-ignore

function usePatternWords(): (terms: Pattern) => string {
  const say = useWords(patternWords)
  const spoken = useLanguage()
  const minutes = (count: number): string => lengthOf(count, spoken)
  return ({ start, hours, lunch, breaks, days }) => {
    const long = { least: minutes(hours.from * 60), most: minutes(hours.to * 60) }
    return [
      start.from === start.to ? say('startsAt', { from: start.from }) : say('startsBetween', { from: start.from, to: start.to }),
      hours.from === hours.to ? say('long', { least: long.least }) : say('longBetween', long),
      lunch === 'none' ? say('withoutLunch') : say('withLunch', { minutes: minutes(lunch.minutes) }),
      breaks === 'none' ? say('withoutBreaks') : say('withBreaks', { minutes: minutes(breaks.minutes) }),
      ...(days && days.length < 7 ? [days.map((day) => weekdayName(day, spoken, 'short')).join(', ')] : []),
    ].join(' · ')
  }
} // prettier-ignore
