// In a browser: the engine is fetched from beside this file, before anything that imports it runs.
import init from "./api.js";

await init();

export * from "./functions.js";
