// In Node: the engine is read from beside this file.
import { readFileSync } from "node:fs";
import { initSync } from "./api.js";

initSync({ module: readFileSync(new URL("./api_bg.wasm", import.meta.url)) });

export * from "./functions.js";
