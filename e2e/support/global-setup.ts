import { startProgram } from "./program";

/** Starts the packaged program for all journeys; what is returned runs after the last of them. */
export default async function start(): Promise<() => Promise<void>> {
  const program = await startProgram();
  process.env.KEZHI_URL = program.url;
  process.env.KEZHI_PASSWORD = program.password;
  return program.stop;
}
