import { list, months, type Vocabulary } from "./vocabulary.js";

/** Dutch. */
export const nl: Vocabulary = {
  decimal: ",",
  common: list(
    "de | het | een | en | van | is | niet | met | voor | op | zijn | wordt | nog | bij | aan | dat | die | naar | te",
  ),
  statuses: {
    done: list(
      "klaar | gereed | voltooid | voltooide | afgerond | afgeronde | opgelost | opgeloste | gedaan | afgehandeld | geïmplementeerd | gesloten | geleverd | hersteld | goedgekeurd | ja",
    ),
    "in-progress": list(
      "bezig | in uitvoering | in behandeling | mee bezig | gestart | loopt | in ontwikkeling | in test",
    ),
    partial: list("gedeeltelijk | deels | deels klaar | deels afgerond | onvolledig | bijna klaar"),
    todo: list(`te doen | nog te doen | openstaand | openstaande | gepland | geplande | niet gestart | nog niet gestart |
      niet begonnen | nog niet begonnen | niet voltooid | niet afgerond | niet klaar | nog niet klaar | niet opgelost |
      onopgelost | niet gedaan | nog niet | resterend | resterende | ontbreekt | nee`),
    blocked: list("geblokkeerd | geblokkeerde | wacht op | wachtend | in de wacht"),
    failed: list("mislukt | gefaald | defect"),
    deferred: list(
      "uitgesteld | geannuleerd | afgewezen | vervallen | verworpen | vervangen | verouderd | niet van toepassing | n.v.t",
    ),
  },
  weak: list("ja | nee | klaar | loopt | gestart | gepland | vervangen | gesloten | ontbreekt"),
  not: list("niet | nog niet | nooit"),
  finished: list("afgeronden | gecontroleerd | getest"),
  open: list("open | openstaand | openstaande | resterend | resterende | over | ontbreken | geblokkeerd | niet | nog"),
  nouns: {
    task: list("taak | taken"),
    item: list("onderdeel | onderdelen"),
    point: list("punt | punten"),
    issue: list("kwestie | kwesties"),
    blocker: list("blokkade | blokkades | belemmering | belemmeringen"),
    problem: list("probleem | problemen"),
    step: list("stap | stappen"),
    phase: list("fase | fasen | fases"),
    milestone: list("mijlpaal | mijlpalen"),
    feature: list("functie | functies"),
    test: list("test | testen | tests"),
    error: list("fout | fouten"),
    warning: list("waarschuwing | waarschuwingen"),
    question: list("vraag | vragen"),
    change: list("wijziging | wijzigingen"),
    requirement: list("eis | eisen"),
    criterion: list("criterium | criteria"),
    component: list("component | componenten"),
    module: list("module | modules"),
    file: list("bestand | bestanden"),
    line: list("regel | regels"),
    week: list("week | weken"),
    service: list("dienst | diensten"),
  },
  units: {
    second: list("seconde | seconden"),
    minute: list("minuut | minuten"),
    hour: list("uur | uren | u"),
    day: list("dag | dagen"),
    week: list("weken"),
    month: list("maand | maanden"),
  },
  measures: list(
    "teken | tekens | woord | woorden | euro | euros | pagina | pagina's | jaar | jaren | keer | poging | pogingen | kolom | kolommen | tabel | tabellen | procent",
  ),
  numbered: list(
    "stap | dag | fase | deel | sectie | pagina | regel | regels | niveau | prioriteit | taak | hoofdstuk | jaar | figuur | tabel | bijlage | mijlpaal | versie | poort",
  ),
  of: list("van"),
  articles: list("de | alle | het | in totaal"),
  total: list("totaal | totalen | som | subtotaal | eindtotaal | alles"),
  grand: list("eindtotaal | totaal generaal"),
  average: list("gemiddelde | gemiddeld | mediaan"),
  remaining: list("resterend | resterende | over | nog open | openstaand | nog te doen"),
  headers: {
    key: list("nummer"),
    status: list("toestand | resultaat | klaar | gereed"),
    percent: list("voortgang | percentage | voltooiing"),
    hours: list("inspanning | uren | duur | tijd | schatting | dagen | geschat"),
    files: list("bestand | bestanden | pad"),
    lines: list("regels | regels code"),
    notes: list("opmerking | opmerkingen | notitie | notities | toelichting | beschrijving"),
  },
  labels: {
    status: list("stand van zaken | huidige status | algemene status"),
    date: list("datum | bijgewerkt | laatst bijgewerkt | laatste update | rapportdatum"),
    overall: list("voortgang | totale voortgang | algehele voortgang"),
    estimate: list("schatting | inspanning | geschatte tijd"),
    legend: list("legenda | symbolen"),
  },
  marks: list("symbool | pictogram | teken | kleur"),
  meaning: list("betekenis | beschrijving"),
  ahead: list("volgende stappen | nog te doen | te doen | resterend werk | openstaand werk"),
  past: list(
    "voorheen | vorige | eerder | was | waren | oorspronkelijk | aanvankelijk | gisteren | vorige week | oud | geschiedenis | vóór",
  ),
  planned: list("doel | doelen | gepland | verwacht | geschat | streefwaarde"),
  rates: list(
    "dekking | percentage | aandeel | gemiddelde | gemiddeld | prioriteit | gewicht | cijfer | score | datum | jaar | deadline | nauwkeurigheid | groei | verandering | verbetering | doel | versie | rang | verhouding | per | max | min",
  ),
  scores: list("score | cijfer | beoordeling | stap | pagina | dag | poging | doel | versie | niveau | prioriteit"),
  selection: list(
    "bijvoorbeeld | bijv. | zoals | onder andere | o.a. | waaronder | voorbeelden | voorbeeld | belangrijkste | enkele | selectie | eerste",
  ),
  joiners: list("en | maar | met | van | bij | op | dekking"),
  about: list("ongeveer | circa | ca. | rond | bijna | zo'n"),
  atLeast: list("meer dan | minstens | ten minste"),
  atMost: list("minder dan | hoogstens | tot | maximaal | onder"),
  months: months(`januari jan | februari feb | maart mrt | april apr | mei | juni jun | juli jul | augustus aug |
    september sep sept | oktober okt | november nov | december dec`),
};
