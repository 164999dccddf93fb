import { defineWords } from '#ui/words'

export const alikeWords = defineWords({
  fr: {
    kind: '{code, select, overlap {Deux vacations en même temps} out_of_shift {Une activité hors de la vacation} day_too_long {Journée trop longue} week_too_long {Semaine trop longue} average_too_long {Trop d’heures en moyenne sur douze semaines} daily_rest {Repos trop court entre deux journées} weekly_rest {Repos de la semaine trop court} too_many_days {Trop de jours dans la semaine} break_missing {Pause manquante} too_many_cuts {Trop de coupures à temps partiel} cut_too_long {Coupure trop longue à temps partiel} night_too_long {Nuit trop longue} extra_hours {Trop d’heures complémentaires} contract_too_short {Contrat à temps partiel trop court} minor_day_too_long {Journée trop longue pour un mineur} minor_week_too_long {Semaine trop longue pour un mineur} minor_daily_rest {Repos trop court pour un mineur} minor_weekly_rest {Repos de la semaine trop court pour un mineur} minor_break_missing {Pause manquante pour un mineur} minor_night {Travail de nuit d’un mineur} contract_hours_more {Plus d’heures dans la semaine que le contrat} contract_hours_less {Moins d’heures dans la semaine que le contrat} contract_days_more {Plus de jours dans la semaine que le contrat} contract_days_less {Moins de jours dans la semaine que le contrat} contract_day_too_long {Journée plus longue que le contrat} contract_day_too_short {Journée plus courte que le contrat} not_available {Hors des disponibilités du contrat} while_absent {Pendant une absence} short_notice {Temps partiel prévenu trop tard} other {Autre remarque}}',
    times: '{count, plural, one {# fois} other {# fois}}',
    often: '{name} ({count} fois)',
    andOthers: '{names} et {count, plural, one {# autre personne} other {# autres personnes}}',
    more: '{count, plural, one {Et # autre remarque.} other {Et # autres remarques.}}',
  },
  en: {
    kind: '{code, select, overlap {Two shifts at once} out_of_shift {An activity outside its shift} day_too_long {Day too long} week_too_long {Week too long} average_too_long {Too many hours on average over twelve weeks} daily_rest {Too little rest between two days} weekly_rest {Weekly rest too short} too_many_days {Too many days in the week} break_missing {Break missing} too_many_cuts {Too many interruptions of a part-time day} cut_too_long {Interruption of a part-time day too long} night_too_long {Night too long} extra_hours {Too many extra hours of part-time work} contract_too_short {Part-time contract too short} minor_day_too_long {Day too long for a minor} minor_week_too_long {Week too long for a minor} minor_daily_rest {Too little rest for a minor} minor_weekly_rest {Weekly rest too short for a minor} minor_break_missing {Break missing for a minor} minor_night {Night work by a minor} contract_hours_more {More hours in the week than the contract} contract_hours_less {Fewer hours in the week than the contract} contract_days_more {More days in the week than the contract} contract_days_less {Fewer days in the week than the contract} contract_day_too_long {Day longer than the contract} contract_day_too_short {Day shorter than the contract} not_available {Outside the times of the contract} while_absent {During an absence} short_notice {Part-time, told too late} other {Another remark}}',
    times: '{count, plural, one {once} other {# times}}',
    often: '{name} ({count} times)',
    andOthers: '{names} and {count, plural, one {# other person} other {# other people}}',
    more: '{count, plural, one {And # more remark.} other {And # more remarks.}}',
  },
})
