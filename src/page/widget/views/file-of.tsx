/** @jsxImportSource preact */
// A file of the thread: a picture is shown, anything else is fetched when it is asked for.
import { alive } from '../alive.ts'
import type { Chat } from '../chat.ts'
import { sizeIn } from '../sizes.ts'
import { download, isPicture, picturesOf } from '../pictures.ts'
import type { FileNote } from '../rules/conversation.ts'
import { speaking } from '../words/speak.ts'
import { FileSign } from './file-sign.tsx'

export const FileOf = alive<{ file: FileNote; chat: Chat }, { address: string | null; isLost: boolean }>({
  first: () => ({ address: null, isLost: false }),
  mounted: (_, { file, chat }, { set }) => {
    if (isPicture(file))
      picturesOf(chat)
        .open(file.id)
        .then(
          (address) => set({ address }),
          () => {},
        ) // without it there is still its name
  },
  view: ({ file, chat }, { address, isLost, set, root }) => {
    const { language } = chat.state
    const say = speaking(language)
    const fetchIt = (): void => {
      set({ isLost: false })
      picturesOf(chat)
        .open(file.id)
        .then(
          (found) => download(found, file.name),
          () => set({ isLost: true }),
        )
    }
    return (
      <div class="holding" ref={root}>
        <button type="button" class={address ? 'picture' : 'file'} onClick={fetchIt}>
          {address ? (
            <img
              src={address}
              alt={`${say('picture', { name: file.name })} · ${say('download')}`}
              onError={() => set({ address: null })}
            />
          ) : (
            <>
              <FileSign />
              <span class="unseen">{say('download')} </span>
              <span class="name">{file.name}</span>
              <span class="size">{sizeIn(file.size, language)}</span>
            </>
          )}
        </button>
        {isLost && (
          <p class="failed" role="alert">
            {say('downloadFailed')}
          </p>
        )}
      </div>
    )
  },
})
