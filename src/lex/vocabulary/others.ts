import { list, months } from "./vocabulary.js";

/**
 * Words of languages that are not read otherwise, because they keep a figure from being taken for what it is not:
 * averages, rates, grades and dates of Swedish, Danish, Norwegian, Finnish, Czech, Slovak, Romanian, Hungarian,
 * Greek and Hebrew.
 */
export const others = {
  average: list(
    "genomsnitt | medel | medelvärde | gennemsnit | gjennomsnitt | snitt | keskiarvo | průměr | priemer | átlag | medie | μέσος όρος | ממוצע",
  ),
  rates:
    list(`genomsnitt | medel | medelvärde | gennemsnit | gjennomsnitt | snitt | keskiarvo | průměr | priemer | átlag |
    medie | μέσος όρος | ממוצע | prioritet | prioriteetti | priorita | prioritate | prioritás | προτεραιότητα | täckning |
    dækning | dekning | kattavuus | pokrytí | pokrytie | acoperire | lefedettség | andel | osuus | podíl | arány | vikt |
    paino | váha | súly | betyg | karakter | arvosana | známka | datum | dato | dátum`),
  months: months(`leden ledna január | únor února | březen března | duben dubna | květen května | červen června |
    červenec července | srpen srpna | září | říjen října | listopad listopadu | prosinec prosince`),
};
