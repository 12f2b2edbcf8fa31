/** How a CI job gets this program. */
export type Origin =
  /** The project's own lock file knows it. */
  | { readonly kind: "project" }
  /** Something that npm installs: a git URL with a tag, a tarball, a version. */
  | { readonly kind: "package"; readonly spec: string }
  /** Whoever sets the job up says so later, in a variable of the CI service. */
  | { readonly kind: "variable" };

/** The variable that says where the program comes from. */
export const PACKAGE_VARIABLE = "BLOCKERS_PACKAGE";

/** npm 11 asks for consent to a git URL that somebody names himself; npm 10 knows neither the question nor the flag. */
export const INSTALL = `npm install --global --install-links --allow-git=root -- "$${PACKAGE_VARIABLE}"`;

export const MISSING = `${PACKAGE_VARIABLE} is not set: it says where npm gets blockers from, by a git URL with a tag, a tarball or a version`;

// Actions are named by the commits of their releases: a tag can be moved.
const CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";
const SETUP_NODE = "actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0";

/** A workflow that checks all reports on pushes and pull requests. Nothing that somebody else wrote gets into a shell. */
export function githubWorkflow(origin: Origin): string {
  return `name: blockers

on:
  push:
    branches: [main, master]
  pull_request:
  merge_group:

permissions:
  contents: read

jobs:
  blockers:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: ${CHECKOUT}
        with:
          # The whole history: what reports cite may be old.
          fetch-depth: 0
          persist-credentials: false
      - uses: ${SETUP_NODE}
        with:
          node-version: 24
          package-manager-cache: false
${install(origin)}
      - name: Check the reports
        run: ${origin.kind === "project" ? "npx --no-install " : ""}blockers check --format github
`;
}

function install(origin: Origin): string {
  if (origin.kind === "project") {
    return `      - name: Install what the lock file names
        run: npm ci --ignore-scripts`;
  }
  const value = origin.kind === "package" ? JSON.stringify(origin.spec) : `\${{ vars.${PACKAGE_VARIABLE} }}`;
  const missing = `          if [ -z "$${PACKAGE_VARIABLE}" ]; then
            echo "::error::${MISSING}"
            exit 2
          fi
`;
  return `      - name: Install blockers
        env:
          ${PACKAGE_VARIABLE}: ${value}
        run: |
${origin.kind === "variable" ? missing : ""}          ${INSTALL}`;
}
