import { Button, IconButton } from '#ui/button'
import { useWords } from '#ui/words'
import type { Ring } from '../../../contract/rulebook.ts'
import { Length, Several } from './inputs.tsx'
import type { Editing } from './queue-editor.tsx'
import { words } from './words.ts'

const RING_S = 60
const MOST_RINGS = 8

/** Who is asked at first, and who joins in as the wait grows. */
export function RingsPart({ book, queue, set }: Editing) {
  const say = useWords(words)
  const { rings } = queue.who
  const put = (changed: Ring[]): void => set({ who: { ...queue.who, rings: changed } })
  const add = (): void => put([...rings, { after_s: rings.length === 0 ? 0 : rings.at(-1)!.after_s + RING_S, teams: null, sites: null }])
  const teams = book.house.teams.map(({ id, name }) => ({ id, label: name }))
  const sites = book.book.sites.map(({ key, name }) => ({ id: key, label: name }))
  return (
    <div className="routing-fields">
      {rings.length === 0 && <small>{say('noRings')}</small>}
      {rings.map((ring, at) => {
        const change = (part: Partial<Ring>): void => put(rings.map((each, place) => (place === at ? { ...each, ...part } : each)))
        return (
          <fieldset key={at} className="routing-set">
            <legend>{say('ring', { at: at + 1 })}</legend>
            <div className="routing-step">
              <span>{say('after')}</span>
              <Length label={say('ringAfter', { at: at + 1 })} hideLabel value={ring.after_s} onChange={(after_s) => change({ after_s })} />
              {ring.after_s === 0 && <small>{say('atOnce')}</small>}
              <IconButton size="small" icon="close" label={say('removeRing', { at: at + 1 })} onPress={() => put(rings.filter((_, place) => place !== at))} />
            </div>
            <Several label={say('teams')} options={teams} value={ring.teams} any={ring.sites ? '—' : say('anyF')} onChange={(chosen) => change({ teams: chosen })} />
            {sites.length > 0 && <Several label={say('sites')} options={sites} value={ring.sites} any={ring.teams ? '—' : say('any')} onChange={(chosen) => change({ sites: chosen })} />}
          </fieldset>
        )
      })}
      {rings.length < MOST_RINGS && (
        <div>
          <Button size="small" icon="plus" onPress={add}>
            {say('addRing')}
          </Button>
        </div>
      )}
    </div>
  )
} // prettier-ignore
