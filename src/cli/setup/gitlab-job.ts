import { INSTALL, MISSING, type Origin, PACKAGE_VARIABLE } from "./github-workflow.js";

/** A job that checks all reports, with the findings in the merge request. */
export function gitlabJob(origin: Origin): string {
  const project = origin.kind === "project";
  return `blockers:
  image: node:24
  variables:
    # The whole history: what reports cite may be old.
    GIT_DEPTH: "0"
${origin.kind === "package" ? `    ${PACKAGE_VARIABLE}: ${JSON.stringify(origin.spec.replaceAll("$", "$$$$"))}\n` : ""}  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
${install(origin)}    - ${project ? "npx --no-install " : ""}blockers check --output text --output gitlab=gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`;
}

function install({ kind }: Origin): string {
  if (kind === "project") return "    - npm ci --ignore-scripts\n";
  const missing = `    - |
      if [ -z "$${PACKAGE_VARIABLE}" ]; then
        echo "${MISSING}" >&2
        exit 2
      fi
`;
  return `${kind === "variable" ? missing : ""}    - ${INSTALL}\n`;
}
