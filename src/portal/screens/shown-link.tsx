import { Button, ButtonLink, ButtonRow } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Notice, Stack } from '#ui/layout'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { words } from './words.ts'

/** A link, this once: to be copied, or photographed by whoever stands at the counter. */
export function ShownLink({ path, onClose }: { path: string; onClose: () => void }) {
  const say = useWords(words)
  const address = `${location.origin}${path}`
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    toast({ text: say('copied'), tone: 'good' })
  }
  return (
    <Dialog open onClose={onClose} title={say('shownTitle')} size="small" foot={<Button onPress={onClose}>{say('done')}</Button>}>
      <Stack>
        <Notice tone="promise">{say('shownOnce')}</Notice>
        <img className="portal-qr" src={`${path}/qr.svg`} alt={say('qr')} width={208} height={208} />
        <p className="portal-scan">{say('scan')}</p>
        <p className="portal-address">
          <code>{address}</code>
        </p>
        <ButtonRow>
          <Button tone="primary" icon="copy" onPress={() => void copy()}>
            {say('copy')}
          </Button>
          <ButtonLink href={`${path}/qr.svg`} target="_blank">
            {say('print')}
          </ButtonLink>
          <ButtonLink tone="quiet" href={path} target="_blank">
            {say('open')}
          </ButtonLink>
        </ButtonRow>
      </Stack>
    </Dialog>
  )
}
