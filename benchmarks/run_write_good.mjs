// write-good as a library, with its default checks.
import { createRequire } from "node:module";
import { serve } from "./protocol.mjs";

const require = createRequire(new URL("./.peers/write-good/", import.meta.url));
const writeGood = require("write-good");

await serve(require("write-good/package.json").version, (text) => writeGood(text));
