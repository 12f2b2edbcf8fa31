/** Hours in one unit of work time; days and weeks are working ones. */
const UNITS: readonly (readonly [RegExp, "hour" | "day" | "week" | "minute" | "month"])[] = [
  [/^(?:h|hr|hrs|hours?|std|stunden?|heures?|horas?|час\p{L}*|小时|時間|시간)$/u, "hour"],
  [/^(?:m|min|mins|minutes?|minuten?)$/u, "minute"],
  [/^(?:d|days?|tage?|jours?|d[ií]as?|дн\p{L}*|天|日|일)$/u, "day"],
  [/^(?:w|wk|wks|weeks?|wochen?|semaines?|semanas?)$/u, "week"],
  [/^(?:months?|monate?|mois)$/u, "month"],
];

/** The unit of time that a word names, or undefined. Units are never converted into each other. */
export function timeUnit(word: string): "hour" | "day" | "week" | "minute" | "month" | undefined {
  return UNITS.find(([pattern]) => pattern.test(word))?.[1];
}
