import { useState } from 'react'
import { Button } from '#ui/button'
import { Segments } from '#ui/choice'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Notice, Page, Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getChosen, getPlan, listSetups, postSetup, type Chosen, type ListedSetup } from '../contract.ts'
import { Bring } from './bring.tsx'
import { Cards, NOTHING } from './cards.tsx'
import { PlanShown } from './plan.tsx'
import { words } from './words.ts'
import './setups.css'

/** Which set-up the house lives in, what was changed by hand, and what another would change. */
export function SetupPage() {
  const say = useWords(words)
  const asked = useAsk(listSetups, {})
  const chosen = useAsk(getChosen, {})
  const error = asked.error ?? chosen.error
  return (
    <Page title={say('title')} lead={say('lead')}>
      {asked.data && chosen.data ? (
        <Known setups={asked.data.items} chosen={chosen.data} />
      ) : error ? (
        <Failure error={error} onRetry={() => void Promise.all([asked.refetch(), chosen.refetch()])} />
      ) : (
        <Skeleton lines={6} />
      )}
    </Page>
  )
}

function Known({ setups, chosen }: { setups: readonly ListedSetup[]; chosen: Chosen }) {
  const say = useWords(words)
  const [wanted, setWanted] = useState<string | null>(null)
  const present = chosen.setup?.id ?? null
  return (
    <div className="setups-page">
      <Standing chosen={chosen} setups={setups} onRenew={setWanted} />
      <Cards label={say('title')} setups={setups} value={wanted ?? present ?? NOTHING} onChange={setWanted} present={present} />
      <Bring setups={setups} />
      {wanted !== null && <Change key={wanted} wanted={wanted} setups={setups} chosen={chosen} onClose={() => setWanted(null)} />}
    </div>
  )
}

type StandingIn = { chosen: Chosen; setups: readonly ListedSetup[]; onRenew: (id: string) => void }

function Standing({ chosen, setups, onRenew }: StandingIn) {
  const say = useWords(words)
  const spoken = useLanguage()
  if (!chosen.setup) return <Notice>{say('standsNothing')}</Notice>
  const edited = chosen.items.filter((item) => item.edited)
  const isNewer = (setups.find(({ id }) => id === chosen.setup?.id)?.edition ?? 0) > (chosen.edition ?? 0)
  const id = chosen.setup.id
  return (
    <Notice
      tone="good"
      icon="check"
      title={say('standsIn', { name: chosen.setup.name[spoken] })}
      action={
        <Button size="small" onPress={() => onRenew(id)}>
          {say('planTitle')}
        </Button>
      }
    >
      <Stack gap={2}>
        {chosen.by && <p>{say('standsSince', { name: chosen.by.name })}</p>}
        {isNewer && <p>{say('newer')}</p>}
        {edited.length > 0 && (
          <details>
            <summary>{say('editedCount', { count: edited.length })}</summary>
            <p>{edited.map(({ name }) => name).join(' · ')}</p>
          </details>
        )}
      </Stack>
    </Notice>
  )
}

type Changing = { wanted: string; setups: readonly ListedSetup[]; chosen: Chosen; onClose: () => void }

/** The plan is shown first; what is confirmed is that very plan. */
function Change({ wanted, setups, chosen, onClose }: Changing) {
  const say = useWords(words)
  const spoken = useLanguage()
  const setup = setups.find(({ id }) => id === wanted)
  const [language, setLanguage] = useState<'fr' | 'en'>(chosen.language ?? spoken)
  const plan = useAsk(getPlan, { language, ...(setup ? { setup: setup.id } : {}) }, { staleSeconds: 0 })
  const apply = useSend(postSetup, {
    refetch: [getChosen, getPlan],
    onDone: () => {
      toast({ text: say('done'), tone: 'good' })
      onClose()
    },
    onError: () => void plan.refetch(), // shown in place, above the plan as it is now
  })
  const go = () => plan.data && apply.mutate({ setup: setup?.id ?? null, language, mark: plan.data.mark })
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button tone="primary" isDisabled={!plan.data || plan.isFetching} busy={apply.isPending} onPress={go}>
        {say('apply')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} size="wide" title={setup ? say('planOf', { name: setup.name[spoken] }) : say('planLeave')} foot={foot}>
      <Stack>
        {setup && <p>{setup.about[spoken]}</p>}
        {setup && (
          <Segments label={say('language')} value={language} onChange={setLanguage} options={[{ id: 'fr', label: 'Français' }, { id: 'en', label: 'English' }]} />
        )}
        {apply.error && <Failure error={apply.error} />}
        {plan.error && !plan.data && <Failure error={plan.error} onRetry={() => void plan.refetch()} />}
        {plan.isPending && <Skeleton lines={8} />}
        {plan.data && <PlanShown plan={plan.data} />}
      </Stack>
    </Dialog>
  ) // prettier-ignore
}
