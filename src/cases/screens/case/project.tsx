// The project a case is about, and whoever answers for that project: when it is not the owner, they are one press away.
import { Suspense, useState } from 'react'
import type { PersonId } from '#base/contract'
import { listProjects, type CustomerId, type ProjectId } from '#customers/contract'
import { Button } from '#ui/button'
import { Stack } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { getCase, listCases, patchCase, type Case } from '../../contract.ts'
import { handOverScreens } from './hand-over-slot.ts'
import { words } from './project-words.ts'

const NONE = 'none'
const MOST_SHOWN = 100

export function ProjectOfCase({ found }: { found: Case }) {
  const say = useWords(words)
  const theirs = useProjects(found)
  const change = useSend(patchCase, { refetch: [getCase, listCases] })
  if (theirs.length === 0) return null
  const set = (chosen: string) => {
    const project_id = chosen === NONE ? null : (chosen as ProjectId) // chosen among projects
    change.mutate({ id: found.id, version: found.version, project_id })
  }
  return (
    <div className="cases-project">
      <Select
        label={say('project')}
        options={[{ id: NONE, label: say('noProject') }, ...theirs]}
        value={found.project?.id ?? NONE}
        onChange={set}
        isDisabled={!found.may.includes('case.edit') || found.merged_into !== null}
      />
      <Contact found={found} />
    </div>
  )
}

// Those of the customer and of their company; the one it has stays in the list even when it is over.
function useProjects({ customer, project, may }: Case): { id: string; label: string }[] {
  const who = customer && may.includes('customer.read') ? (customer.id as CustomerId) : null // the contract names it with its bare id
  const asked = useAsk(
    listProjects,
    { ...(who && { for: who }), limit: MOST_SHOWN, over: false },
    { enabled: who !== null, staleSeconds: 60 },
  )
  const listed = (asked.data?.items ?? []).map(({ id, name }) => ({ id: String(id), label: name }))
  const kept = project && !listed.some(({ id }) => id === project.id) ? [{ id: String(project.id), label: project.name }] : []
  return [...listed, ...kept]
}

function Contact({ found }: { found: Case }) {
  const say = useWords(words)
  const [passing, setPassing] = useState(false)
  const contact = found.project?.contact
  if (!contact) return null
  if (contact.id === found.owner.id) return <p className="cases-quiet">{say('answers', { name: contact.name })}</p>
  const Dialog = handOverScreens().dialog
  const may = found.may.includes('case.hand_over') && found.status === 'open' && found.merged_into === null && !found.hand_over
  return (
    <Stack gap={2}>
      <p className="cases-quiet">{say('other', { name: contact.name, owner: found.owner.name })}</p>
      {Dialog && may && (
        <div>
          <Button size="small" icon="handover" onPress={() => setPassing(true)}>
            {say('pass', { name: contact.name })}
          </Button>
        </div>
      )}
      {Dialog && passing && (
        <Suspense>
          <Dialog found={found} open to={contact.id as PersonId} onClose={() => setPassing(false)} />
        </Suspense>
      )}
    </Stack>
  )
}
