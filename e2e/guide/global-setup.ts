import { startProgram } from "../support/program";

/** Starts the demo on an empty data folder, unless KEZHI_URL and KEZHI_PASSWORD name a running one. */
export default async function start(): Promise<() => Promise<void>> {
  if (process.env.KEZHI_URL !== undefined) {
    return async () => {};
  }
  const program = await startProgram(["--demo"]);
  process.env.KEZHI_URL = program.url;
  process.env.KEZHI_PASSWORD = program.password;
  return program.stop;
}
