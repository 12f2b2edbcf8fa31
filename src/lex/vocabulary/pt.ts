import { list, months, type Vocabulary } from "./vocabulary.js";

/** Portuguese. */
export const pt: Vocabulary = {
  decimal: ",",
  common: list(
    "o | os | as | e | de | em | que | é | uma | um | do | da | dos | das | para | com | por | na | no | ao | são",
  ),
  statuses: {
    done: list(`feito | feita | feitos | feitas | concluído | concluída | concluídos | concluídas | completo | completa |
      resolvido | resolvida | resolvidos | resolvidas | finalizado | finalizada | finalizados | finalizadas | terminado |
      terminada | corrigido | corrigida | implementado | implementada | entregue | entregues | fechado | fechada |
      aprovado | já resolvido | implantado | pronto | pronta | prontos | prontas`),
    "in-progress": list(
      "em andamento | em progresso | em curso | iniciado | iniciada | em revisão | em desenvolvimento | em teste | em testes | a decorrer",
    ),
    partial: list(
      "parcial | parcialmente | parcialmente concluído | incompleto | incompleta | quase pronto | quase concluído",
    ),
    todo: list(`a fazer | por fazer | não iniciado | não iniciada | planejado | planejada | planeado | planeada | pendente |
      pendentes | não concluído | não concluída | não concluídos | não concluídas | não feito | não terminado |
      não resolvido | não resolvida | não finalizado | aberto | aberta | abertos | abertas | restante | restantes |
      faltando | ainda não`),
    blocked: list("bloqueado | bloqueada | bloqueados | bloqueadas | em espera | aguardando | parado | parada"),
    failed: list("falhou | com falha | com erro | reprovado"),
    deferred: list(
      "adiado | adiada | cancelado | cancelada | cancelados | rejeitado | rejeitada | descartado | descartada | substituído | obsoleto | não aplicável | fora do escopo",
    ),
  },
  weak: list(
    "aberto | aberta | pronto | pronta | iniciado | aprovado | completo | completa | planejado | entregue | feito",
  ),
  yes: list("sim"),
  no: list("não"),
  not: list("não | ainda não | sem | nunca"),
  finished: list("verificado | verificados | verificadas | corrigidos | corrigidas | implementadas | implementados"),
  open: list(
    "pendente | pendentes | restante | restantes | aberto | abertos | aberta | abertas | faltam | falta | faltando | bloqueado | bloqueados | bloqueadas | não | sem",
  ),
  nouns: {
    task: list("tarefa | tarefas"),
    item: list("item | itens"),
    point: list("ponto | pontos"),
    issue: list("questão | questões"),
    blocker: list("bloqueio | bloqueios | bloqueador | bloqueadores | impedimento | impedimentos"),
    problem: list("problema | problemas"),
    step: list("passo | passos | etapa | etapas"),
    phase: list("fase | fases"),
    milestone: list("marco | marcos"),
    feature: list("funcionalidade | funcionalidades | recurso | recursos"),
    test: list("teste | testes"),
    error: list("erro | erros | falha | falhas"),
    warning: list("aviso | avisos"),
    question: list("pergunta | perguntas"),
    change: list("mudança | mudanças | alteração | alterações"),
    requirement: list("requisito | requisitos"),
    criterion: list("critério | critérios"),
    deliverable: list("entregável | entregáveis | entrega | entregas"),
    component: list("componente | componentes"),
    module: list("módulo | módulos"),
    file: list("arquivo | arquivos | ficheiro | ficheiros"),
    line: list("linha | linhas"),
    week: list("semana | semanas"),
    service: list("serviço | serviços"),
  },
  units: {
    second: list("segundo | segundos"),
    minute: list("minuto | minutos"),
    hour: list("hora | horas"),
    day: list("dia | dias"),
    week: list("semana | semanas"),
    month: list("mês | meses"),
  },
  measures: list(
    "caractere | caracteres | palavra | palavras | euro | euros | real | reais | página | páginas | ano | anos | vez | vezes | tentativa | tentativas | coluna | colunas | tabela | tabelas | por cento",
  ),
  numbered: list(
    "passo | etapa | semana | dia | fase | parte | seção | secção | página | linha | linhas | nível | prioridade | tarefa | capítulo | ano | figura | tabela | anexo | marco | versão | porta",
  ),
  of: list("de | dos | das"),
  articles: list("as | os | um total de"),
  total: list("total | totais | soma | subtotal | total geral"),
  grand: list("total geral"),
  average: list("média | mediana"),
  all: list("todos | todas"),
  remaining: list("restante | restantes | pendente | pendentes | faltam | faltando | a fazer | por fazer"),
  headers: {
    key: list("n.º | nº | número | ref | ref."),
    status: list("situação | estado | concluído | feito | resultado"),
    percent: list("progresso | conclusão | percentual | percentagem | avanço | andamento"),
    hours: list("esforço | horas | duração | tempo | estimativa | estimado | dias"),
    files: list("arquivo | arquivos | ficheiro | ficheiros | caminho"),
    lines: list("linhas | linhas de código"),
    notes: list("nota | notas | comentário | comentários | observação | observações | detalhe | detalhes | descrição"),
  },
  labels: {
    status: list("estado | situação | estado atual | status geral | situação atual | status atual"),
    date: list("data | atualizado | atualizado em | última atualização | data do relatório"),
    overall: list("progresso | progresso geral | conclusão | avanço | andamento"),
    estimate: list("estimativa | esforço | esforço estimado | tempo estimado"),
    legend: list("legenda | símbolos"),
  },
  marks: list("símbolo | ícone | marca | cor"),
  meaning: list("significado | descrição"),
  ahead: list(
    "próximos passos | próximas etapas | a fazer | por fazer | trabalho pendente | próximas ações | o que falta",
  ),
  generic: list(
    "tarefas | trabalho | trabalhos | pontos | passos | etapas | itens | bloqueios | esta | semana | e | as | os | da | de",
  ),
  general: list(
    "resumo | visão geral | estado | situação | progresso | conclusão | resultado | resultados | estatísticas",
  ),
  past: list(
    "antes | anterior | anteriormente | prévio | prévia | era | eram | inicial | inicialmente | ontem | semana passada | antigo | histórico | no início",
  ),
  planned: list(
    "objetivo | objetivos | meta | metas | previsto | prevista | esperado | esperada | estimado | estimada | planejado | planeado | alvo",
  ),
  rates: list(`cobertura | taxa | cota | média | prioridade | peso | nota | pontuação | data | ano | prazo | precisão |
    crescimento | mudança | melhoria | objetivo | meta | versão | ranking | razão | sucesso | confiança | por | máx | mín`),
  scores: list(
    "nota | pontuação | avaliação | passo | etapa | página | dia | tentativa | objetivo | meta | versão | nível | prioridade",
  ),
  selection: list(
    "por exemplo | p. ex. | ex. | inclui | incluindo | entre eles | entre elas | exemplos | exemplo | principais | principal | alguns | algumas | seleção | primeiros | primeiras",
  ),
  joiners: list("e | mas | com | de | a | por | cobertura | em"),
  about: list("cerca de | aproximadamente | aprox | aprox. | uns | umas | quase | perto de"),
  atLeast: list("mais de | pelo menos | no mínimo"),
  atMost: list("menos de | no máximo | até"),
  months: months(`janeiro jan | fevereiro fev | março | abril abr | maio | junho jun | julho jul | agosto | setembro |
    outubro out. | novembro nov | dezembro dez`),
};
