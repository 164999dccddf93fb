// The doors of the made-up brands' sites: a chat widget each, a form for returns and one for quotes, both published.
import * as channels from '#channels'
import type { Seal } from '#base/seal'
import { inWork } from '#base/work'
import { postForm, postWidget, putFormPublication } from '#channels/contract'
import { formCast, type FormName } from '../texts/forms.ts'
import { act } from './act.ts'
import type { Place } from './place.ts'
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
const brandsOfSites = ['lumen', 'clairbois'] as const

export async function openWebDoors({ open, as }: Scene, { people, brands, hours, reasons }: Place, seal: Seal): Promise<void> {
  const widgetRoutes = channels.widgetRoutes({ seal, url: '' })
  const idOf = (key: string) => people.get(key)!.id
  await inWork(open, as, async (work) => {
    for (const brand of brandsOfSites)
      await act(
        work,
        postWidget,
        {
          brand_id: brands[brand],
          name: 'Chat du site',
          duty_person_id: idOf(onDuty[brand]),
          calendar_id: hours,
          greeting: greetings[brand],
        },
        widgetRoutes,
      )
    for (const form of Object.keys(formCast) as FormName[]) {
      // the keys of a literal are its names
      const { brand, name, duty, reason, definition } = formCast[form]
      const draft = { ...definition, reason_id: reasons[reason] }
      const made = await act(work, postForm, {
        brand_id: brands[brand],
        name,
        duty_person_id: idOf(duty),
        draft,
        start: 'empty',
      })
      await act(work, putFormPublication, { id: made.id, version: made.version })
    }
  })
}
