// People and cases that exist only on this page.
import type { Somebody } from '#ui/person'

export const elise: Somebody = { id: 'elise', name: 'Élise Moreau', presence: 'present' }
export const camille: Somebody = { id: 'camille', name: 'Camille Roux', presence: 'busy' }
export const nadia: Somebody = { id: 'nadia', name: 'Nadia Benali' }
export const crowd: readonly Somebody[] = [
  'Jules Petit',
  'Anaïs Lefèvre',
  'Omar Diallo',
  'Inès Garnier',
  'Paul Weiss',
  'Lucie Ng',
].map((name) => ({ id: name, name }))

const HOUR = 3_600_000
export const ago = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString()

export type SampleCase = {
  number: string
  subject: string
  customer: string
  owner: Somebody
  deputy: Somebody | null
  state: 'isNew' | 'waitsForMe' | 'waitsForThem' | 'late'
  at: string
}
export const cases: readonly SampleCase[] = [
  {
    number: 'G-2041',
    subject: 'Colis annoncé livré, non reçu',
    customer: 'Nadia Benali',
    owner: elise,
    deputy: camille,
    state: 'isNew',
    at: ago(0.1),
  },
  {
    number: 'G-2038',
    subject: 'Facture d’octobre en double',
    customer: 'Atelier Verdier',
    owner: elise,
    deputy: camille,
    state: 'waitsForMe',
    at: ago(3),
  },
  {
    number: 'G-2027',
    subject: 'Changement d’adresse de livraison',
    customer: 'Hugo Martin',
    owner: camille,
    deputy: null,
    state: 'waitsForThem',
    at: ago(26),
  },
  {
    number: 'G-1990',
    subject: 'Panne du terminal, magasin de Lille',
    customer: 'Maison Okafor',
    owner: camille,
    deputy: elise,
    state: 'late',
    at: ago(75),
  },
]

export const newsletter = `<div style="font-family:Georgia,serif;color:#333"><h2 style="color:#8a2b2b;margin:0 0 8px">Boutique Lumen</h2>
<p>Bonjour <b>Nadia</b>, votre colis <a href="https://example.org/suivi">n° 7Y21</a> est en route.</p>
<table style="border-collapse:collapse"><tr><td style="border:1px solid #ccc;padding:6px 12px">Lampe « Aube »</td><td style="border:1px solid #ccc;padding:6px 12px">1</td></tr></table>
<img src="https://tracker.example.org/pixel.gif" width="1" height="1" alt=""><script>parent.document.title = 'broken'</script></div>`
