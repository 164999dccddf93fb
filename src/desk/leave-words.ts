import { defineWords } from '#ui/words'

export const words = defineWords({
  fr: { gone: 'Absence notée jusqu’à ce soir. Vos responsables sont prévenus, quelqu’un prend le relais.', stay: 'Je reste' },
  en: { gone: 'You are away until tonight. Your managers are told, somebody stands in.', stay: 'I stay' },
})
