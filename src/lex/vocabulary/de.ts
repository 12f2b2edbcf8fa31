import { list, months, type Vocabulary } from "./vocabulary.js";

/** German. */
export const de: Vocabulary = {
  decimal: ",",
  common: list(
    "der | die | das | und | ist | nicht | mit | für | auf | von | den | ein | eine | im | zu | wird | sind | noch | bei | aus",
  ),
  statuses: {
    done: list(`erledigt | erledigte | erledigtes | fertig | fertiggestellt | abgeschlossen | abgeschlossene |
      abgeschlossenes | behoben | behobene | umgesetzt | umgesetzte | gelöst | gelöste | implementiert | vollständig |
      bereits erledigt | bereits behoben | veröffentlicht | ausgeliefert | bestanden | komplett`),
    "in-progress": list(
      "in arbeit | laufend | begonnen | in bearbeitung | angefangen | läuft | in prüfung | im test | in umsetzung | in entwicklung",
    ),
    partial: list(
      "teilweise | teilweise erledigt | teilweise fertig | teilweise umgesetzt | unvollständig | größtenteils erledigt | fast fertig | fast erledigt",
    ),
    todo: list(`offen | offene | offener | offenes | ausstehend | ausstehende | geplant | geplante | nicht begonnen |
      noch nicht begonnen | noch nicht | noch offen | nicht erledigt | nicht fertig | unerledigt | unerledigte |
      zu erledigen | nicht umgesetzt | nicht behoben | nicht gelöst | ungelöst | unbearbeitet | fehlt`),
    blocked: list("blockiert | blockierte | wartend | wartet | angehalten | wartet auf"),
    failed: list("fehlgeschlagen | gescheitert | defekt | kaputt | nicht bestanden"),
    deferred:
      list(`verschoben | zurückgestellt | abgelehnt | verworfen | abgebrochen | entfallen | entfällt | gestrichen |
      hinfällig | überholt | ersetzt | nicht zutreffend | nicht nötig | vertagt`),
  },
  weak: list("fehlt | läuft | geplant | laufend | ersetzt | vollständig | komplett | offen | begonnen"),
  yes: list("ja"),
  no: list("nein"),
  not: list("nicht | noch nicht | nie | kein | keine"),
  finished: list("erledigten | abgeschlossenen | geprüft | getestet | bereit"),
  open: list(
    "offen | offene | offenen | ausstehend | verbleibend | verbleiben | übrig | fehlen | blockiert | nicht | unerledigt | fehlgeschlagen | noch",
  ),
  nouns: {
    task: list("aufgabe | aufgaben"),
    item: list("punkt | punkte | punkten | eintrag | einträge | einträgen | position | positionen"),
    issue: list("thema | themen"),
    blocker: list("blocker | blockern | hindernis | hindernisse | hindernissen"),
    problem: list("problem | probleme | problemen"),
    step: list("schritt | schritte | schritten"),
    phase: list("phase | phasen"),
    milestone: list("meilenstein | meilensteine | meilensteinen"),
    feature: list("funktion | funktionen | feature | features"),
    test: list("test | tests | prüfung | prüfungen"),
    error: list("fehler | fehlern"),
    warning: list("warnung | warnungen"),
    question: list("frage | fragen"),
    change: list("änderung | änderungen"),
    requirement: list("anforderung | anforderungen"),
    criterion: list("kriterium | kriterien"),
    component: list("komponente | komponenten | baustein | bausteine"),
    module: list("modul | module | modulen"),
    file: list("datei | dateien"),
    line: list("zeile | zeilen | codezeilen"),
    week: list("woche | wochen"),
    service: list("dienst | dienste | diensten"),
  },
  units: {
    second: list("sek | sekunde | sekunden"),
    minute: list("minute | minuten"),
    hour: list("std | stunde | stunden"),
    day: list("tag | tage | tagen | arbeitstag | arbeitstage | pt"),
    week: list("woche | wochen"),
    month: list("monat | monate | monaten"),
  },
  measures: list(
    "zeichen | wort | wörter | euro | prozent | seite | seiten | jahr | jahre | mal | versuch | versuche | anfrage | anfragen | spalte | spalten | tabelle | tabellen",
  ),
  numbered:
    list(`schritt | woche | tag | abschnitt | teil | kapitel | seite | zeile | zeilen | stufe | ebene | priorität |
    aufgabe | punkt | kw | jahr | abbildung | tabelle | anlage | iteration | meilenstein | tor | raum | version`),
  of: list("von"),
  articles: list("den | allen | der | insgesamt"),
  total: list("summe | gesamt | insgesamt | gesamtsumme | zwischensumme | gesamtaufwand"),
  grand: list("gesamt | gesamtsumme | insgesamt"),
  average: list("durchschnitt | mittelwert | mittel | ø | schnitt"),
  all: list("alle | insgesamt"),
  remaining: list("verbleibend | verbleiben | verbleibende | noch offen | offen | übrig | ausstehend | restlich"),
  headers: {
    key: list("nummer | kennung | lfd. nr."),
    status: list("stand | zustand | ergebnis | erledigt | erledigt?"),
    percent: list("fortschritt | fertigstellung | fertigstellungsgrad | prozent | fertig"),
    hours: list("aufwand | stunden | dauer | zeit | zeitaufwand | schätzung | tage | geschätzt"),
    files: list("datei | dateien | pfad"),
    lines: list("zeilen | codezeilen | zeilen code"),
    notes: list(
      "bemerkung | bemerkungen | anmerkung | anmerkungen | notiz | notizen | kommentar | kommentare | beschreibung | hinweis | hinweise",
    ),
  },
  labels: {
    status: list("stand | aktueller stand | gesamtstatus | projektstatus"),
    date: list(
      "datum | aktualisiert | zuletzt aktualisiert | letzte aktualisierung | erstellt | berichtsdatum | stand vom",
    ),
    overall: list("fortschritt | gesamtfortschritt | fertigstellung | gesamt"),
    estimate: list("aufwand | schätzung | geschätzter aufwand | geschätzte dauer"),
    legend: list("legende | zeichenerklärung | statuslegende | symbole"),
  },
  marks: list("symbol | zeichen | markierung | farbe"),
  meaning: list("bedeutung | beschreibung | erklärung"),
  ahead: list("nächste schritte | nächste aufgaben | ausblick | noch zu tun | was noch fehlt | offene arbeiten"),
  generic: list(
    "aufgaben | arbeiten | punkte | blocker | themen | schritte | diese | dieser | woche | heute | bisher | und | in | der | die | das",
  ),
  general: list(
    "zusammenfassung | übersicht | überblick | stand | fortschritt | fazit | ergebnis | ergebnisse | gesamt | kennzahlen",
  ),
  past: list(
    "vorher | früher | bisher | zuvor | war | waren | damals | ursprünglich | anfangs | gestern | letzte woche | zu beginn | ausgangslage | vergangen | historie | alt",
  ),
  planned: list("ziel | ziele | soll | geplant | erwartet | geschätzt | vorgesehen | zielwert"),
  rates: list(`abdeckung | testabdeckung | rate | quote | anteil | durchschnitt | mittelwert | ø | priorität | gewicht |
    gewichtung | note | bewertung | datum | jahr | frist | fällig | fällig am | auslastung | genauigkeit | wachstum |
    änderung | verbesserung | ziel | version | rang | verhältnis | erfolgsquote | pro | max | min`),
  scores: list("bewertung | note | schritt | seite | tag | versuch | ziel | version | verhältnis | stufe | priorität"),
  selection: list(
    "z. b. | z.b. | zum beispiel | unter anderem | u. a. | u.a. | beispiele | beispiel | wichtigste | wichtigsten | auswahl | einige | darunter | etwa | erste | ersten | vor allem",
  ),
  joiners: list("und | aber | mit | von | bei | auf | zu | abdeckung | sowie | nach"),
  about: list("etwa | rund | circa | ca. | zirka | ungefähr | fast | knapp | gut"),
  atLeast: list("über | mehr als | mindestens"),
  atMost: list("unter | weniger als | höchstens | maximal | bis zu | bis"),
  months: months(`januar jan jänner | februar feb | märz mär mrz | april apr | mai | juni jun | juli jul | august aug |
    september sep sept | oktober okt | november nov | dezember dez`),
};
