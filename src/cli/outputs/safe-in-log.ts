import { withoutCommands } from "../../format/workflow-commands.js";
import type { Sink, World } from "../world.js";

/**
 * The same world, in which no text on either stream is a command to GitHub Actions, whoever wrote the report, the path or
 * the configuration it is from. Bytes go out as they are: documents, and the commands that are meant.
 */
export function safeInLog(world: World): World {
  return { ...world, stdout: withoutCommandsOn(world.stdout), stderr: withoutCommandsOn(world.stderr) };
}

/** The same where GitHub Actions runs the program; elsewhere the world as it is. */
export function safeForRunner(world: World): World {
  return world.env.GITHUB_ACTIONS === "true" ? safeInLog(world) : world;
}

function withoutCommandsOn(sink: Sink): Sink {
  return { ...sink, write: (text) => sink.write(typeof text === "string" ? withoutCommands(text) : text) };
}
