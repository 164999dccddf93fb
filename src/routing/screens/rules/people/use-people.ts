// The people of the grid, as they are being edited: shown at once, kept one after the other per person.
import { useCallback, useEffect, useRef, useState } from 'react'
import { listPersonSkills, listSkills, setSkill, type SkillId } from '#staff/contract'
import { send } from '#ui/api'
import { tell } from '#ui/failure'
import { refetch } from '#ui/query'
import type { PersonId } from '#base/contract'
import { putAbility, type Ability } from '../../../contract/abilities.ts'
import { getRulesHouse } from '../../../contract/rulebook-endpoints.ts'
import type { Change } from './columns.ts'

export type People = {
  people: readonly Ability[]
  set: (person: PersonId, change: (now: Ability) => Change) => void
  saving: number
}

const CALM_MILLISECONDS = 1_500

export function usePeople(read: readonly Ability[]): People {
  const [shown, setShown] = useState(() => new Map(read.map((each) => [each.person, each])))
  const [saving, setSaving] = useState(0)
  const latest = useRef(shown)
  const lines = useRef(new Map<PersonId, Promise<void>>())
  const underWay = useRef(0)
  useEffect(() => {
    if (underWay.current > 0) return // what is being kept is newer than what was read
    latest.current = new Map(read.map((each) => [each.person, each]))
    setShown(latest.current)
  }, [read])
  const put = useCallback((person: Ability): void => {
    latest.current = new Map(latest.current).set(person.person, person)
    setShown(latest.current)
  }, [])
  const set = useCallback(
    (person: PersonId, change: (now: Ability) => Change): void => {
      const now = latest.current.get(person)
      if (!now) return
      const wanted = change(now)
      put(applied(now, wanted))
      underWay.current++
      setSaving(underWay.current)
      const line = (lines.current.get(person) ?? Promise.resolve()).then(() => keep(person, wanted, { latest: latest.current, put })).finally(() => {
        underWay.current--
        setSaving(underWay.current)
        if (underWay.current === 0) setTimeout(() => underWay.current === 0 && void refetch(getRulesHouse, listSkills, listPersonSkills), CALM_MILLISECONDS)
      })
      lines.current.set(person, line)
    },
    [put],
  )
  return { people: read.map((each) => shown.get(each.person) ?? each), set, saving }
} // prettier-ignore

function applied(now: Ability, change: Change): Ability {
  if ('settings' in change)
    return { ...now, ...change.settings, ...(change.settings.languages ? { speaks: change.settings.languages } : {}) }
  const { [change.skill]: _before, ...others } = now.skills
  return { ...now, skills: change.level === 0 ? others : { ...others, [change.skill]: change.level } }
}

type Keeping = { latest: ReadonlyMap<PersonId, Ability>; put: (person: Ability) => void }

async function keep(person: PersonId, change: Change, { latest, put }: Keeping): Promise<void> {
  try {
    if ('skill' in change) await send(setSkill, { person, skill: change.skill as SkillId, level: change.level }) // the id of a column
    else {
      const { version } = await send(putAbility, { person, version: latest.get(person)!.version, ...change.settings })
      put({ ...latest.get(person)!, version })
    }
  } catch (error) {
    tell(error)
    await refetch(getRulesHouse)
  }
}
