import { useState } from 'react'
import type { CustomerId } from '#customers/contract'
import { listEntryPoints } from '#brands/contract'
import { Button, ButtonLink, ButtonRow } from '#ui/button'
import { Failure } from '#ui/failure'
import { TextArea, TextField } from '#ui/field'
import { Notice } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { getLetters, postLetter, type ReceivedLetter } from '../contract.ts'
import { words } from './words.ts'

type Writing = { customer: CustomerId; answering: ReceivedLetter | null; onNew: () => void }

/** A letter in the customer's name: a new one, or an answer to one of ours. */
export function Pen({ customer, answering, onNew }: Writing) {
  const say = useWords(words)
  const [subject, setSubject] = useState('')
  const [text, setText] = useState('')
  const doors = useAsk(listEntryPoints, { limit: 50 }).data?.items.filter(({ address }) => address !== null) ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const door = chosen ?? doors[0]?.id
  const post = useSend(postLetter, { refetch: [getLetters], onDone: () => setText(''), onError: () => {} }) // shown in place
  const send = () =>
    post.mutate({
      customer,
      subject,
      text,
      ...(answering ? { answers: answering.id } : {}),
      ...(door ? { entry_point: door } : {}),
    })
  return (
    <form
      className="ui-stack"
      data-gap={4}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim()) send()
      }}
    >
      {answering ? (
        <Notice
          icon="reply"
          action={
            <Button size="small" tone="quiet" onPress={onNew}>
              {say('instead')}
            </Button>
          }
        >
          {say('answering', { subject: answering.subject })}
        </Notice>
      ) : (
        <>
          <Select
            label={say('door')}
            value={door ?? null}
            onChange={setChosen}
            options={doors.map(({ id, name, address }) => ({ id, label: name, ...(address ? { detail: address } : {}) }))}
          />
          <TextField label={say('subject')} value={subject} onChange={setSubject} />
        </>
      )}
      <TextArea label={say('text')} value={text} onChange={setText} placeholder={say('textPlace')} rows={7} />
      <ButtonRow end>
        <Button tone="primary" icon="send" type="submit" busy={post.isPending} isDisabled={text.trim() === ''}>
          {say('send')}
        </Button>
      </ButtonRow>
      {post.error && <Failure error={post.error} />}
      {post.data && !post.isPending && <Arrived posted={post.data} />}
    </form>
  )
}

function Arrived({ posted }: { posted: { filed: boolean; case_id: string | null; opened: boolean } }) {
  const say = useWords(words)
  return (
    <div role="status">
      <Notice
        tone="good"
        action={
          posted.case_id && (
            <ButtonLink size="small" icon="cases" href={`/desk/cases/${posted.case_id}`}>
              {say('openCase')}
            </ButtonLink>
          )
        }
      >
        {say(!posted.filed ? 'late' : posted.opened ? 'arrived' : 'joined')}
      </Notice>
    </div>
  )
}
