import { list, months, type Vocabulary } from "./vocabulary.js";

/** English, as reports and trackers use it. */
export const en: Vocabulary = {
  decimal: ".",
  common: list(
    "the | and | of | to | for | is | in | with | on | are | this | that | not | from | by | be | all | was",
  ),
  statuses: {
    done: list(`done | complete | completed | finished | fixed | resolved | already resolved | implemented | closed |
      merged | shipped | delivered | deployed | passed | passing | pass | verified | achieved | released | live | ok |
      yes | fully implemented | fully complete | fully resolved | fully tested | already implemented | already done |
      already complete | already fixed | signed off | met | added | created | working | optimized | solved |
      excellent | production ready | production-ready | fully functional | functional | operational | success |
      successful | all done`),
    "in-progress": list(`in progress | in-progress | in_progress | inprogress | wip | work in progress | ongoing |
      started | doing | active | underway | under way | in development | in review | review | under review |
      investigating | in testing | developing | working on it`),
    partial: list(`partial | partially | partially done | partially complete | partially completed |
      partially implemented | partly | partly done | mostly done | mostly complete | almost done | almost complete |
      nearly done | nearly complete | needs work | incomplete | mixed | degraded | minor issues`),
    todo: list(`todo | to do | to-do | not started | not yet started | not done | not implemented | not begun |
      not complete | not completed | not yet implemented | not yet | not ready | not tested | not resolved | not fixed |
      unresolved | unfixed | not deployed | not run | pending | open | planned | backlog | remaining | missing |
      queued | next | upcoming | scheduled | ready | unstarted | no | none | required | needed | future | tbd |
      to be done | outstanding | new | proposed | draft | designed | unfinished | uncompleted | unimplemented`),
    blocked: list("blocked | waiting | on hold | on-hold | stalled | awaiting | stuck"),
    failed: list("failed | failing | fail | broken | error"),
    deferred: list(`deferred | postponed | cancelled | canceled | dropped | skipped | won't fix | wont fix | wontfix |
      won't do | rejected | superseded | obsolete | n/a | na | not applicable | out of scope | descoped | paused |
      not needed | duplicate | deprecated | optional | abandoned | withdrawn | declined`),
  },
  weak: list(`no | none | yes | ok | new | next | open | required | needed | optional | missing | active | review |
    draft | live | ready | pass | error | met | added | created | working | planned | scheduled | future`),
  not: list("not | not yet | never | isn't | wasn't | aren't"),
  finished: list("ready | ticked | checked | addressed"),
  open: list(
    "remaining | remain | remains | left | open | pending | outstanding | todo | unresolved | missing | blocked | failing | failed | not",
  ),
  nouns: {},
  units: {
    second: list("s | sec | secs | second | seconds"),
    minute: list("m | min | mins | minute | minutes"),
    hour: list("h | hr | hrs | hour | hours"),
    day: list("d | day | days"),
    week: list("w | wk | wks | week | weeks"),
    month: list("month | months"),
  },
  measures: list(`line | loc | sloc | char | character | word | byte | kb | mb | gb | tb | kib | mib | % | percent |
    point | pt | usd | eur | gbp | token | page | px | ms | second | sec | x | min | table | column | k | m | hour |
    hr | h | d | w | week | day | month | year | attempt | retry | time | star | credit | dollar | euro | cent |
    request | req | qps | rps | version | hp | fps`),
  numbered: list(`phase | week | day | step | stage | part | section | sprint | milestone | session | priority |
    level | tier | layer | line | port | page | chapter | round | version | rev | figure | table | appendix | adr |
    rfc | pr | issue | blocker | task | item | year | batch | iteration | epic | wave | track | option | http | https |
    status | code | error | python | node | node.js | java | postgres | postgresql | redis | react | next.js | php |
    ruby | go | ubuntu | debian | es | utf | sha | rs | hs | p | q | s | t`),
  of: list("of | out of"),
  articles: list("the | all | all the | our | these"),
  total: list("total | totals | sum | overall | subtotal | sub-total | sub total"),
  grand: list("grand total | grand totals | overall | overall total"),
  average: list("average | avg | mean"),
  all: list("all | in total"),
  remaining: list("remain | remains | remaining | left | to go | still open | outstanding"),
  headers: {
    key: list("# | no | no. | nr | nr. | id | ids | key | ref | ticket | №"),
    status: list("status | state | done | done? | result | progress status | complete? | ✅"),
    percent: list("percent | percentage | completion"),
    hours: list("hour | hours | effort | est | est. | estimate | estimates | estimated | time | duration | days"),
    commit: list("commit | commits | sha | hash | revision"),
    files: list("file | files | path | paths | location | file path"),
    lines: list("lines | loc | lines of code | line count"),
    notes: list(
      "note | notes | comment | comments | remark | remarks | detail | details | description | resolution | summary",
    ),
  },
  labels: {
    status: list(
      "status | state | current status | overall status | project status | implementation status | current state",
    ),
    date: list(
      "date | last update | last updated | updated | generated | report date | as of | session date | latest update | created | completed | completion date | audit date | review date | analysis date | test date | report generated",
    ),
    overall: list("progress | completion | complete | overall | readiness | total"),
    estimate: list(`estimate | time estimate | effort | est | est. | estimated | estimated work | estimated effort |
      estimated time | estimated hours | estimated duration | est work | est. work | est effort | est. effort |
      est time | est. time | est hours | est. hours | est duration | est. duration`),
    legend: list(
      "legend | key | status key | status legend | symbols | symbol key | status symbols | mark key | marks | status icons | icons | emoji key | emoji legend | color key | colour key",
    ),
  },
  marks: list("symbol | mark | icon | emoji | marker | sign | indicator | color | colour"),
  meaning: list("meaning | description | definition | explanation | status | means"),
  ahead: list(`next step | next steps | next action | next actions | action item | action items | what's left |
    whats left | what's next | whats next | what remains | to do | todo | to-do | to do list | todo list | to-do list |
    roadmap | upcoming | future work | remaining work | follow-up | follow-ups | follow up | follow ups`),
  generic:
    list(`work | works | task | item | blocker | feature | component | issue | step | todo | thing | p0 | p1 | p2 | p3 | p4 | pr |
    deliverable | milestone | phase | test | criteria | priority | high | medium | low | critical | and | or | the | so |
    far | this | session | week | sprint | today | list | for | in | of | all | existing | production | high-priority |
    remaining | yet | immediate | future | core | major | recent | recently | previously | status | pending | complete |
    completed | done`),
  general:
    list(`summary | overview | status | progress | conclusion | statistics | metrics | criteria | current | final |
    overall | result | results | executive`),
  past: list(`before | previous | previously | was | were | initial | initially | originally | baseline | earlier |
    start | started | starting | yesterday | last week | last session | last time | history | prior | old`),
  planned: list("target | goal | planned | expected | estimate | estimated"),
  rates: list(`coverage | rollout | rate | success | usage | uptime | accuracy | confidence | weight | share | traffic |
    adoption | growth | change | improvement | margin | cpu | memory | target`),
  unsummed: list(`avg | average | mean | median | rate | ratio | score | coverage | per | max | min | version | date |
    year | port | id | priority | rank | grade | weight | target | density | speed | latency | due | deadline | №`),
  scores:
    list(`score | scores | rating | ratings | grades | quality | rag | grade | step | page | day | attempt | retry | target | goal | version | aspect |
    ratio | resolution | dpi | limit | threshold | severity | priority`),
  selection: list(`include | includes | including | such as | e.g. | for example | top | key | main | some | first |
    sample | highlight | highlights | example | examples | notably | among | selected | major | remaining | estimate |
    estimated | target | planned | needed | out of | up to`),
  joiners: list("and | but | with | of | coverage | by | at | to"),
  about: list("about | around | approx | approx. | approximately | roughly | circa | ca. | nearly | almost | some"),
  atLeast: list("over | more than | at least | greater than | exceed | exceeds"),
  atMost: list("less than | under | up to | below | at most | within"),
  months: months(`january jan | february feb | march mar | april apr | may | june jun | july jul | august aug |
    september sep sept | october oct | november nov | december dec`),
};
