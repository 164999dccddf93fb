import { useState } from 'react'
import { Refused } from '#ui/api'
import { Button, IconButton } from '#ui/button'
import { tell } from '#ui/failure'
import { TextField } from '#ui/field'
import { Notice } from '#ui/layout'
import { useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { getCase, listCases, patchCase, type Case } from '../../contract.ts'
import { words } from './case-words.ts'

type Clash = { theirs: string; mine: string; version: number }

/** The subject, which can be changed in its place. Changed by two at once, both are shown and one is chosen. */
export function Subject({ found }: { found: Case }) {
  const say = useWords(words)
  const [writing, setWriting] = useState<{ subject: string; version: number } | null>(null)
  const [clash, setClash] = useState<Clash | null>(null)
  const save = useSend(patchCase, {
    refetch: [getCase, listCases],
    onDone: () => {
      setWriting(null)
      setClash(null)
    },
    onError: (error) => {
      const theirs = staleSubject(error)
      if (theirs && writing) setClash({ ...theirs, mine: writing.subject })
      else tell(error)
    },
  })
  if (clash)
    return (
      <Notice tone="promise" title={say('staleTitle')}>
        <p>{say('staleText')}</p>
        <span className="ui-button-row">
          <Button size="small" onPress={() => (setClash(null), setWriting(null))}>
            {say('keepTheirs', { subject: clash.theirs })}
          </Button>
          <Button size="small" onPress={() => save.mutate({ id: found.id, version: clash.version, subject: clash.mine })}>
            {say('keepMine', { subject: clash.mine })}
          </Button>
        </span>
      </Notice>
    )
  if (!writing)
    return (
      <div className="cases-subject">
        <h1>{found.subject || say('noSubject')}</h1>
        {found.may.includes('case.edit') && (
          <IconButton
            icon="edit"
            size="small"
            label={say('editSubject')}
            onPress={() => setWriting({ subject: found.subject, version: found.version })}
          />
        )}
      </div>
    )
  return (
    <form
      className="cases-subject"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ id: found.id, version: writing.version, subject: writing.subject })
      }}
      onKeyDown={(event) => event.key === 'Escape' && setWriting(null)}
    >
      <h1 className="unseen">{found.subject}</h1>
      <TextField
        label={say('subject')}
        hideLabel
        autoFocus
        maxLength={300}
        value={writing.subject}
        onChange={(subject) => setWriting({ ...writing, subject })}
      />
      <Button type="submit" tone="primary" busy={save.isPending} isDisabled={writing.subject.trim() === ''}>
        {say('save')}
      </Button>
      <Button tone="quiet" onPress={() => setWriting(null)}>
        {say('cancel')}
      </Button>
    </form>
  )
}

function staleSubject(error: Error): { theirs: string; version: number } | null {
  if (!(error instanceof Refused) || error.code !== 'stale') return null
  const details = error.details as { current?: { subject?: unknown }; current_version?: unknown } | undefined // looked at below
  const [theirs, version] = [details?.current?.subject, details?.current_version]
  return typeof theirs === 'string' && typeof version === 'number' ? { theirs, version } : null
}
