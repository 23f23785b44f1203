// What the package offers of the engine, whichever way that was started.
export {
  addCase,
  appraisal,
  assumptions,
  cases,
  evaluate,
  failures,
  goalSeek,
  sensitivity,
  simulate,
  Simulation,
  switchingValues,
  twoAtOnce,
} from "./api.js";
