import { activityNames } from '#scheduling/contract'
import { defineWords } from '#ui/words'

export const kindWords = defineWords({
  fr: { ...activityNames.fr, off: 'fin de journée' },
  en: { ...activityNames.en, off: 'end of the day' },
})
