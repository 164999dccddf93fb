// In which country a telephone number without a prefix was meant: that of the wall clock of the door.
const countries = new Map([
  ['Europe/Paris', 'FR'], ['Europe/Brussels', 'BE'], ['Europe/Zurich', 'CH'], ['Europe/Luxembourg', 'LU'], ['Europe/Monaco', 'MC'], ['Europe/London', 'GB'],
  ['Europe/Dublin', 'IE'], ['Europe/Berlin', 'DE'], ['Europe/Madrid', 'ES'], ['Europe/Rome', 'IT'], ['Europe/Lisbon', 'PT'], ['Europe/Amsterdam', 'NL'],
  ['Europe/Vienna', 'AT'], ['Africa/Casablanca', 'MA'], ['Africa/Tunis', 'TN'], ['Africa/Algiers', 'DZ'], ['Africa/Dakar', 'SN'], ['Africa/Abidjan', 'CI'],
  ['America/Montreal', 'CA'], ['America/Toronto', 'CA'], ['Indian/Reunion', 'RE'], ['Indian/Mayotte', 'YT'], ['America/Guadeloupe', 'GP'],
  ['America/Martinique', 'MQ'], ['America/Cayenne', 'GF'], ['America/Miquelon', 'PM'], ['Pacific/Noumea', 'NC'], ['Pacific/Tahiti', 'PF'], ['Pacific/Wallis', 'WF'],
]) // prettier-ignore

/** ISO 3166-1 code of a zone of the tz database; France where it is not one of those our customers' doors stand in. */
export const countryOf = (zone: string): string => countries.get(zone) ?? 'FR'
