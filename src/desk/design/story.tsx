import { useState } from 'react'
import { Badge } from '#ui/badge'
import { Button, ButtonRow, IconButton } from '#ui/button'
import { FileChip, FileDrop } from '#ui/drop'
import { Editor, type Written } from '#ui/editor'
import { Empty, type Drawing } from '#ui/empty'
import { Failure } from '#ui/failure'
import { HtmlFrame } from '#ui/html-frame'
import { Panel, Stack } from '#ui/layout'
import { Progress, Skeleton } from '#ui/loading'
import { DayMark, Folded, Happening, Message, Timeline } from '#ui/timeline'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { ago, elise, nadia, newsletter } from './samples.ts'
import { words } from './words.ts'

export function Story() {
  const say = useWords(words)
  return (
    <>
      <Panel title={say('story')}>
        <Timeline label={say('conversation')}>
          <DayMark at={ago(30)} />
          <Happening icon="plus" at={ago(30)}>
            {say('opened')}
          </Happening>
          <Message
            direction="in"
            from={nadia}
            at={ago(30)}
            channel="mail"
            actions={<IconButton icon="more" size="small" label={say('more')} />}
            foot={<FileChip name="photo-boite-aux-lettres.jpg" bytes={1_430_000} href="#" />}
          >
            {say('customerSays')}
            <Folded summary={say('quoted')}>{say('quote')}</Folded>
          </Message>
          <Happening icon="promise" tone="promise" at={ago(5)}>
            {say('promisedTo')}
          </Happening>
          <Message direction="out" from={elise} at={ago(5)} channel="mail" state={<Badge tone="good">{say('handed')}</Badge>}>
            {say('weSay')}
          </Message>
          <Message direction="note" from={elise} at={ago(1)}>
            {say('noteSays')}
          </Message>
          <Message direction="in" from={{ id: 'lumen', name: 'Boutique Lumen' }} at={ago(0.5)} channel="mail">
            <HtmlFrame html={newsletter} />
          </Message>
        </Timeline>
      </Panel>
      <div className="design-both">
        <Writing />
        <Panel title={say('waiting')}>
          <Stack>
            <Progress label={say('reading')} value={0.62} />
            <Progress label={say('sending')} />
            <Skeleton lines={4} />
            <Failure error={new Error('planted')} onRetry={() => {}} />
          </Stack>
        </Panel>
      </div>
      <Nothing />
    </>
  )
}

function Writing() {
  const say = useWords(words)
  const [text, setText] = useState<Written | null>(null)
  const [files, setFiles] = useState<readonly File[]>([])
  const variables = [
    { name: 'customer.name', label: say('customerName') },
    { name: 'case.number', label: say('caseNumber') },
  ]
  return (
    <Panel title={say('writing')}>
      <Stack>
        <Editor label={say('reply')} placeholder={say('placeholder')} variables={variables} onChange={setText} />
        <FileDrop
          bounds={{ files: 5, bytes: 25_000_000 }}
          held={files.length}
          onFiles={(more) => setFiles([...files, ...more])}
          onRefused={(no) => toast({ text: no, tone: 'danger' })}
        />
        {files.map((file) => (
          <FileChip
            key={file.name}
            name={file.name}
            bytes={file.size}
            onRemove={() => setFiles(files.filter((each) => each !== file))}
          />
        ))}
        <ButtonRow end>
          <Button tone="primary" icon="send" isDisabled={text?.empty ?? true}>
            {say('send')}
          </Button>
        </ButtonRow>
      </Stack>
    </Panel>
  )
}

const drawings: readonly Drawing[] = ['calm', 'search', 'letter', 'lost', 'shut', 'offline']

function Nothing() {
  const say = useWords(words)
  return (
    <Panel title={say('nothing')}>
      <div className="design-empties">
        {drawings.map((drawing) => (
          <Empty key={drawing} drawing={drawing} title={say('emptyTitle')}>
            {say('emptyText')}
          </Empty>
        ))}
      </div>
    </Panel>
  )
}
