import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export type Program = { url: string; password: string; stop: () => Promise<void> };

const START_LIMIT = 180_000;
const STOP_LIMIT = 60_000;
const ROOT = join(import.meta.dirname, "..", "..");

/** Starts Kezhi on an empty data folder and a free port, and waits for address and log-in. */
export async function startProgram(options: string[] = []): Promise<Program> {
  const data = mkdtempSync(join(tmpdir(), "kezhi-e2e-"));
  const child = spawn(join(ROOT, "bin", "kezhi"), ["start", ...options], {
    env: { ...process.env, KEZHI_DATA: data, KEZHI_PORT: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const endWithUs = () => child.kill("SIGTERM");
  process.once("exit", endWithUs);
  const stop = async () => {
    await end(child, data);
    process.off("exit", endWithUs);
  };
  try {
    return { ...(await welcome(child)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the program tells the person at the console the first time. */
async function welcome(child: ChildProcess): Promise<Omit<Program, "stop">> {
  let said = "";
  const listen = (text: Buffer) => {
    said += text.toString();
  };
  child.stdout?.on("data", listen);
  child.stderr?.on("data", listen);
  const began = Date.now();
  while (Date.now() - began < START_LIMIT) {
    const url = /http:\/\/localhost:\d+/.exec(said)?.[0];
    const password = /password: (\S+)\s/.exec(said)?.[1];
    if (url !== undefined && password !== undefined) {
      return { url, password };
    }
    if (hasEnded(child)) {
      break;
    }
    await sleep(100);
  }
  throw new Error(`Kezhi did not start:\n${said}`);
}

/** Asks the program to stop; makes it stop, and its database too, when it does not. */
async function end(child: ChildProcess, data: string): Promise<void> {
  if (!hasEnded(child)) {
    child.kill("SIGTERM");
    await Promise.race([once(child, "exit"), sleep(STOP_LIMIT, undefined, { ref: false })]);
  }
  if (!hasEnded(child)) {
    child.kill("SIGKILL");
  }
  killDatabase(data);
  keepLog(data);
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
}

/** Only a program that was killed leaves this file, and the server that it names. */
function killDatabase(data: string): void {
  const file = join(data, "postgres", "server", "data", "postmaster.pid");
  if (existsSync(file)) {
    process.kill(Number(readFileSync(file, "utf8").split("\n")[0]), "SIGQUIT");
  }
}

function keepLog(data: string): void {
  const log = join(data, "log", "kezhi.log");
  const results = join(import.meta.dirname, "..", "test-results");
  if (existsSync(log)) {
    mkdirSync(results, { recursive: true });
    copyFileSync(log, join(results, "kezhi.log"));
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
