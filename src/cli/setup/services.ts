/** The CI services that init writes jobs for. */
export const CI_SERVICES = ["github", "gitlab"] as const;

export type CiService = (typeof CI_SERVICES)[number];
