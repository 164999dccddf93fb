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
  const say = useWords(words)
  const spoken = useLanguage()
  const { reckoning } = needs
  const under = reckoning && !reckoning.ended_at
  const most = Math.max(0, ...group.need)
  const late = group.late_work.reduce((sum, seconds) => sum + seconds, 0)
  return (
    <div className="staffing-state">
      <p>
        {group.how === 'formula' && say('byFormula')}
        {group.how === 'bounds' && say('boundsNow')}
        {group.how === 'simulation' && group.reckoned_at && (
          <>
            {say('simulated')} <Time at={group.reckoned_at} />.
          </>
        )}{' '}
        {group.stale && group.how === 'simulation' && say('stale')}
      </p>
      {group.stale && under && <Progress label={say('reckoning')} value={reckoning.progress} />}
      {group.stale && reckoning?.failed && <ReckoningFailed said={reckoning.failed[spoken]} />}
      {group.people === 0 && (
        <Notice tone="promise" title={say('noPeople')}>
          {say('noPeopleText')}
        </Notice>
      )}
      {group.people > 0 && most > group.people && <Notice tone="promise">{say('notEnough', { need: most, people: group.people })}</Notice>}
      {late > 0 && <Notice tone="promise">{say('late', { hours: decimal(late / 3_600, spoken) })}</Notice>}
    </div>
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
