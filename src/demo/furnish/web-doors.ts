// The doors of the made-up brands' sites: a chat widget each, a form for returns and one for quotes, both published.
import * as channels from '#channels'
import type { Seal } from '#base/seal'
import { inWork } from '#base/work'
import { postForm, postIdentityKey, postWidget, putFormPublication } from '#channels/contract'
import { insertWebDoor } from '../store.ts'
import { formCast } from '../texts/forms.ts'
import { act, by } from './act.ts'
import type { Place } from './place.ts'
import { brandCast } from './roster.ts'
import type { Scene } from './scene.ts'

const greetings = {
  lumen: {
    fr: 'Bonjour ! Une lampe à choisir, à suivre, à réparer ? Une personne vous répond.',
    en: 'Hello! A lamp to choose, to track, to mend? A person will answer.',
  },
  clairbois: {
    fr: 'Bonjour ! Un meuble qui danse, une livraison ? Dites-nous tout.',
    en: 'Hello! A piece that dances, a delivery? Tell us all about it.',
  },
} as const
const onDuty = { lumen: 'camille', clairbois: 'yann' } as const
// Always open: whoever looks at a demonstration at night should be answered too.
export const sites = ['lumen', 'clairbois'] as const

export async function openWebDoors({ open, as, domains }: Scene, { people, brands, reasons }: Place, seal: Seal): Promise<void> {
  const ofWidgets = by(channels.widgetRoutes({ seal, url: '' }))
  const idOf = (key: string) => people.get(key)!.id
  await inWork(open, as, async (work) => {
    for (const name of sites) {
      const wish = { brand_id: brands[name], name: `Chat de ${brandCast[name].name}`, origins: [`https://www.${domains[name]}`], duty_person_id: idOf(onDuty[name]), calendar_id: null, greeting: greetings[name] } // prettier-ignore
      const widget = await ofWidgets(work, postWidget, wish)
      const signed = await ofWidgets(work, postIdentityKey, { id: widget.id, name: 'Boutique en ligne' })
      await insertWebDoor(work, {
        kind: 'chat',
        name,
        key: widget.key,
        identity_key: signed.id,
        sealed: seal.close(signed.secret!),
      }) // drawn by us: it has one
    }
    for (const [name, { brand, name: shown, duty, reason, definition }] of Object.entries(formCast)) {
      const wish = {
        brand_id: brands[brand],
        name: shown,
        duty_person_id: idOf(duty),
        draft: { ...definition, reason_id: reasons[reason] },
      }
      const made = await act(work, postForm, wish)
      await act(work, putFormPublication, { id: made.id, version: made.version })
      await insertWebDoor(work, { kind: 'form', name, key: made.key, identity_key: null, sealed: null })
    }
  })
}
