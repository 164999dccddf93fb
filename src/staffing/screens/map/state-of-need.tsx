import { useMe } from '#access/screens'
import { Button } from '#ui/button'
import { useLanguage } from '#ui/language'
import { Notice } from '#ui/layout'
import { Progress } from '#ui/loading'
import { useSend } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { getRequirements, putReckoned, type GroupNeed, type Requirements } from '../../contract.ts'
import { decimal } from '../say.ts'
import { words } from '../words.ts'

/** What must be known before the map is believed: how it was reckoned, when, and whether there are people enough. */
export function StateOfNeed({ needs, group }: { needs: Requirements; group: GroupNeed }) {
  return (
    <div className="staffing-state">
      <HowReckoned group={group} />
      {group.stale && <Reckoned needs={needs} />}
      <Warnings group={group} />
    </div>
  )
}

function HowReckoned({ group }: { group: GroupNeed }) {
  const say = useWords(words)
  if (group.how === 'formula') return <p>{say('byFormula')}</p>
  if (group.how === 'bounds' || !group.reckoned_at) return <p>{say('boundsNow')}</p>
  return (
    <p>
      {say('simulated')} <Time at={group.reckoned_at} />. {group.stale && say('stale')}
    </p>
  )
}

function Reckoned({ needs: { reckoning } }: { needs: Requirements }) {
  const say = useWords(words)
  const spoken = useLanguage()
  if (!reckoning) return null
  if (reckoning.failed) return <ReckoningFailed said={reckoning.failed[spoken]} />
  return reckoning.ended_at ? null : <Progress label={say('reckoning')} value={reckoning.progress} />
}

function Warnings({ group }: { group: GroupNeed }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const most = Math.max(0, ...group.need)
  const late = group.late_work.reduce((sum, seconds) => sum + seconds, 0)
  return (
    <>
      {group.people === 0 && (
        <Notice tone="promise" title={say('noPeople')}>
          {say('noPeopleText')}
        </Notice>
      )}
      {group.people > 0 && most > group.people && <Notice tone="promise">{say('notEnough', { need: most, people: group.people })}</Notice>}
      {late > 0 && <Notice tone="promise">{say('late', { hours: decimal(late / 3_600, spoken) })}</Notice>}
    </>
  ) // prettier-ignore
}

function ReckoningFailed({ said }: { said: string }) {
  const say = useWords(words)
  const { may } = useMe()
  const again = useSend(putReckoned, { refetch: [getRequirements] })
  const button = (
    <Button size="small" busy={again.isPending} onPress={() => again.mutate({})}>
      {say('reckonAgain')}
    </Button>
  )
  return (
    <Notice tone="danger" title={say('reckoningFailed')} action={may('workforce.manage') ? button : undefined}>
      {said}
    </Notice>
  )
}
