// A story is an exchange with a customer, from the first letter to where it stands today. Hours are counted from the step before.
export const reasons = {
  delivery: 'Livraison et suivi', damage: 'Article abîmé', fault: 'Panne ou défaut', return: 'Retour et échange', invoice: 'Facture et paiement',
  order: 'Commande', advice: 'Conseil avant ou après achat', quote: 'Devis professionnel', complaint: 'Réclamation', praise: 'Remerciement',
} as const // prettier-ignore
export type Reason = keyof typeof reasons
export type DoorName = 'lumen' | 'clairbois' | 'pro' | 'english'
export type Enclosure = 'photo' | 'label' | 'plan' | 'logo'
export type Turn = readonly [by: 'customer' | 'us', hours: number, text: string, enclosed?: Enclosure]
export type Story = {
  key: string
  door: DoorName
  reason: Reason
  subject: string
  turns: readonly Turn[]
  ends: 'closed' | 'waiting_us' | 'waiting_customer'
}
