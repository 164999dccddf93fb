import { defineWords } from '#ui/words'

// From nothing to a plan, one step after the other.
export const firstStepsWords = defineWords({
  fr: {
    lead: 'Combien sont venus, jour après jour : de là se prévoit combien viendront, puis combien de personnes il faudra.',
    title: 'Du passé au planning, pas à pas',
    past: 'Un passé',
    pastText:
      'Il faut deux semaines d’arrivées d’une même file, et six à huit pour qu’une prévision mérite confiance. Elles se comptent toutes seules ; ou reprenez celles de l’outil d’avant.',
    pastYoung:
      'Connu depuis {days, plural, one {# jour} other {# jours}} : il en manque {left}. Le passé se compte tout seul ; ou reprenez celui de l’outil d’avant, dès maintenant.',
    pastDone: '{days, plural, one {# jour connu} other {# jours connus}}.',
    forecast: 'Une prévision',
    forecastText: 'Plusieurs méthodes s’affrontent sur ce passé, et la plus juste l’emporte. Quelques secondes par file.',
    publish: 'Publier',
    publishText: 'Vous voyez ce qu’elle dit, puis vous la publiez. Avant cela, elle ne sert à personne.',
    targets: 'Des objectifs',
    targetsText: 'Par exemple 80 % des appels répondus en 20 s. Si vous ne dites rien, l’usage courant vaut.',
    need: 'Le besoin, puis le planning',
    needText: 'Chaque quart d’heure dit combien de personnes il demande, et le planning les place.',
    rules: 'Plusieurs files ? Des règles disent laquelle prend quoi. Sans elles, tout se compte par canal.',
    bring: 'Importer un historique',
    run: 'Calculer maintenant',
    toForecast: 'Ouvrir la prévision',
    toTargets: 'Fixer des objectifs',
    toNeed: 'Voir le besoin',
    toRules: 'Ouvrir les règles',
    done: 'fait',
  },
  en: {
    lead: 'How many came, day after day: from that it is forecast how many will come, then how many people it will take.',
    title: 'From the past to a plan, step by step',
    past: 'A past',
    pastText:
      'It takes two weeks of arrivals of one queue, and six to eight for a forecast that deserves trust. They are counted by themselves; or take those of the tool you had before.',
    pastYoung:
      'Known for {days, plural, one {# day} other {# days}}: {left} more are needed. The past counts itself; or take that of the tool you had before, right now.',
    pastDone: '{days, plural, one {# day known} other {# days known}}.',
    forecast: 'A forecast',
    forecastText: 'Several methods race on that past, and the closest one wins. Some seconds a queue.',
    publish: 'Publishing it',
    publishText: 'You see what it says, then you publish it. Before that it serves nobody.',
    targets: 'Targets',
    targetsText: 'For example 80% of calls answered within 20 s. If you say nothing, what is usual holds.',
    need: 'The need, then the schedule',
    needText: 'Each quarter of an hour says how many people it takes, and the schedule places them.',
    rules: 'Several queues? Rules say which takes what. Without them everything is counted by channel.',
    bring: 'Import a history',
    run: 'Forecast now',
    toForecast: 'Open the forecast',
    toTargets: 'Set targets',
    toNeed: 'See the need',
    toRules: 'Open the rules',
    done: 'done',
  },
})
