// Harper as WebAssembly in one long-lived process, with its default rules.
import { readFileSync } from "node:fs";
import { serve } from "./protocol.mjs";

const home = new URL("./.peers/harper/node_modules/harper.js/", import.meta.url);
const { LocalLinter } = await import(new URL("dist/index.js", home));
const { binary } = await import(new URL("dist/binary.js", home));
const { version } = JSON.parse(readFileSync(new URL("package.json", home), "utf8"));

const linter = new LocalLinter({ binary });
await linter.setup();
await serve(version, (text) => linter.lint(text, { language: "plaintext" }));
