// The talk that protocol.py describes, for workers in JavaScript.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const folder = process.argv.at(-1);

const say = (message) => process.stdout.write(JSON.stringify(message) + "\n");

const peak = () => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]) * 1024;
  } catch {
    return 0;
  }
};

/** Answers until standard input ends; `check` runs the checker over one document. */
export async function serve(version, check) {
  const names = readdirSync(folder).sort();
  const texts = names.map((name) => readFileSync(join(folder, name), "utf8"));
  say({ version });
  for await (const line of createInterface({ input: process.stdin })) {
    const [first, count] = JSON.parse(line);
    const start = performance.now();
    for (let index = first; index < first + count; index++) {
      await check(texts[index % texts.length]);
    }
    say({ seconds: (performance.now() - start) / 1000, peak: peak() });
  }
}
