// All of a task: what is asked, what was shown, what came back, what became of it. The same for who asked and for who was asked.
import { useEffect, useState, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { putInReply } from '#cases/screens'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { FileChip } from '#ui/drop'
import { TextField } from '#ui/field'
import { Facts, Notice, Stack } from '#ui/layout'
import { HtmlFrame } from '#ui/html-frame'
import { useSend } from '#ui/query'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { postRemark, putSeen, type Happening, type TaskAnswer, type TaskFile, type WholeTask } from '../contract.ts'
import { AnswerForm } from './answer-form.tsx'
import { Checklist } from './checklist.tsx'
import { DeedButtons, useDeeds } from './deeds.tsx'
import { OutsideStrip } from './outside/strip.tsx'
import { Due, useMoment } from './due.tsx'
import { quoteOf } from './quote.ts'
import { State, Whom } from './state.tsx'
import { touched } from './touched.ts'
import { words } from './words.ts'
import './tasks.css'

export function Whole({ task, onQuoted }: { task: WholeTask; onQuoted?: () => void }) {
  const say = useWords(words)
  const deeds = useDeeds()
  const moment = useMoment()
  useSeen(task)
  const standing = task.answers.find(({ sent_back_at }) => sent_back_at === null)
  const may = new Set(task.may)
  const use = (answer: TaskAnswer) => {
    quote(task, answer)
    toast({ tone: 'good', text: say('quoted') })
    onQuoted?.()
  }
  return (
    <div className="tasks-whole">
      <Stack>
        <p className="tasks-standing">
          <State task={task} /> <Whom task={task} />
        </p>
        {task.over_case_due_at && <Notice tone="promise">{say('overCase', { at: moment(task.over_case_due_at) })}</Notice>}
        {task.sent_back_because && task.state === 'sent_back' && (
          <Notice tone="promise">{say('returned', { because: task.sent_back_because })}</Notice>
        )}
        {task.cancelled_because && <Notice>{task.cancelled_because}</Notice>}
        {task.declined_because && <Notice tone="promise">{task.declined_because}</Notice>}
        <Asking task={task} />
        <Part title={say('message')} when={task.messages.length > 0}>
          {task.messages.map((message) => (
            <blockquote key={message.id} className="tasks-message">
              <small>
                {message.from} · <Time at={message.at} as="day" />
              </small>
              <p>{message.text}</p>
            </blockquote>
          ))}
        </Part>
        <Part title={say('files')} when={task.files.length > 0}>
          <Files files={task.files} />
        </Part>
        {task.checklist.length > 0 || (may.has('edit') && task.case) ? (
          <Checklist
            of={task.case?.id ?? null}
            task={task.id}
            items={task.checklist}
            write={may.has('edit')}
            tick={may.has('check')}
            title={say('checklist')}
          />
        ) : null}
        <Part title={say('answers', { count: task.answers.length })} when={task.answers.length > 0}>
          {task.answers.map((answer) => (
            <Answer key={answer.id} answer={answer} onQuote={task.case && answer === standing ? () => use(answer) : null} />
          ))}
        </Part>
        <OutsideStrip task={task} />
        <DeedButtons task={task} deeds={deeds} />
        {may.has('answer') && <AnswerForm task={task} />}
        {may.has('remark') && <Remark task={task} />}
        <History lines={task.happened} />
      </Stack>
      {deeds.dialogs}
    </div>
  )
}

// It arrived: whoever it is asked of has it before their eyes.
function useSeen({ id, may }: WholeTask): void {
  const see = useSend(putSeen, { refetch: touched, onError: () => {} }) // told nowhere: the next look says it again
  const unseen = may.includes('see')
  useEffect(() => {
    if (unseen) see.mutate({ id })
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id, unseen])
}

function quote(task: WholeTask, answer: TaskAnswer): void {
  if (task.case) putInReply(task.case.id, quoteOf(answer))
}

function Asking({ task }: { task: WholeTask }) {
  const say = useWords(words)
  return (
    <>
      {task.html ? <HtmlFrame html={task.html} /> : task.text && <p className="tasks-text">{task.text}</p>}
      <p className="tasks-quiet">
        <Due task={task} />
      </p>
      <p className="tasks-quiet">
        {task.asked_by && say('askedBy', { name: task.asked_by.name })}
        {task.asked_by?.id !== task.owner.id && <> {say('forOwner', { name: task.owner.name })}</>} · <Time at={task.asked_at} />{' '}
        · {task.brand.name} · {task.reference}
        {task.case && (
          <>
            {' '}
            · <Link to={`/cases/${task.case.id}`}>{say('ofCase', { number: task.case.number })}</Link>
            {task.case.closed && <Badge icon="check">{say('caseClosed')}</Badge>}
          </>
        )}
      </p>
      {task.held_up.length > 0 && (
        <Facts facts={[{ name: say('heldUp'), value: task.held_up.map(({ title }) => title).join(', ') }]} />
      )}
    </>
  )
}

function Part({ title, when, children }: { title: string; when: boolean; children: ReactNode }) {
  if (!when) return null
  return (
    <section className="tasks-part">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Files({ files }: { files: readonly TaskFile[] }) {
  return (
    <div className="tasks-files">
      {files.map((file) => (
        <FileChip key={file.id} name={file.name} bytes={file.size} href={`/api/v1/task-files/${file.id}`} />
      ))}
    </div>
  )
}

function Answer({ answer, onQuote }: { answer: TaskAnswer; onQuote: (() => void) | null }) {
  const say = useWords(words)
  return (
    <article className="tasks-answer" data-back={answer.sent_back_at !== null || undefined}>
      <small>
        {answer.by} · {say(`way_${answer.way}`)} · <Time at={answer.at} />
      </small>
      {answer.html ? <HtmlFrame html={answer.html} /> : <p className="tasks-text">{answer.text}</p>}
      {answer.files.length > 0 && <Files files={answer.files} />}
      {answer.sent_back_because && <p className="tasks-quiet">{say('returned', { because: answer.sent_back_because })}</p>}
      {onQuote && (
        <Button size="small" icon="quote" onPress={onQuote}>
          {say('quote')}
        </Button>
      )}
    </article>
  )
}

function Remark({ task }: { task: WholeTask }) {
  const say = useWords(words)
  const [text, setText] = useState('')
  const press = useSend(postRemark, { refetch: touched, onDone: () => setText('') })
  const submit = () => text.trim() !== '' && !press.isPending && press.mutate({ id: task.id, text: text.trim() })
  return (
    <form
      className="tasks-remark"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextField label={say('remarkLabel')} value={text} onChange={setText} maxLength={4_000} />
      <Button type="submit" busy={press.isPending} isDisabled={text.trim() === ''}>
        {say('remarkSend')}
      </Button>
    </form>
  )
}

const SHOWN_FIRST = 6

function History({ lines }: { lines: readonly Happening[] }) {
  const say = useWords(words)
  const [all, setAll] = useState(false)
  return (
    <section className="tasks-part">
      <h2>{say('history')}</h2>
      <ol className="tasks-history">
        {(all ? lines : lines.slice(0, SHOWN_FIRST)).map((line) => (
          <li key={line.id} data-what={line.what}>
            <span>
              {line.by && <strong>{line.by} </strong>}
              {said(line, say)}
            </span>
            <Time at={line.at} />
          </li>
        ))}
      </ol>
      {!all && lines.length > SHOWN_FIRST && (
        <Button size="small" tone="quiet" onPress={() => setAll(true)}>
          +{lines.length - SHOWN_FIRST}
        </Button>
      )}
    </section>
  )
}

const WITH_NOTE = ['asked', 'sent_back', 'declined', 'redirected', 'cancelled', 'remarked', 'passed_on', 'chased'] as const
const isNoted = (what: Happening['what']): what is (typeof WITH_NOTE)[number] => (WITH_NOTE as readonly string[]).includes(what) // asks of any text

const said = ({ what, note }: Happening, say: ReturnType<typeof useWords<typeof words.fr>>): string =>
  isNoted(what) ? say(`happened_${what}`, { note: note ?? '' }).trim() : say(`happened_${what}`)
