// Writes the bill of materials of a release on standard output, in the form of CycloneDX 1.6: every crate that is in
// what is served, with the checksum that Cargo.lock holds it to, and what is used to build and to test it, which the
// format calls `excluded`. Of the same lock files it is the same text: it has no time and no serial number.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const read = (name) => readFileSync(new URL(name, root), "utf8");

// What is served is the app, the engine for scripts and the workbooks.
const metadata = JSON.parse(
  execFileSync(
    "cargo",
    ["metadata", "--locked", "--offline", "--format-version=1", "--filter-platform=wasm32-unknown-unknown",
      "--no-default-features", "--features=split,api,book,packed"],
    { cwd: fileURLToPath(root), maxBuffer: 1 << 28 },
  ),
);
const checksums = new Map(
  [...read("Cargo.lock").matchAll(/^name = "(.*)"\nversion = "(.*)"\n.*\nchecksum = "(.*)"/gm)].map(
    ([, name, version, checksum]) => [`${name}@${version}`, checksum],
  ),
);
const packages = new Map(metadata.packages.map((item) => [item.id, item]));
const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
const own = metadata.resolve.root;
const ref = (id) => `pkg:cargo/${packages.get(id).name}@${packages.get(id).version}`;

// Macros and build scripts run when it is built, and nothing of them is in it, nor of what they use themselves.
const runs = (id) => packages.get(id).targets.some(({ kind }) => kind.includes("proc-macro"));
const used = (id) => nodes.get(id).deps.filter(({ dep_kinds }) => dep_kinds.some(({ kind }) => kind === null));
const builds = (id) => nodes.get(id).deps.filter(({ dep_kinds }) => dep_kinds.some(({ kind }) => kind !== "dev"));
function reached(of) {
  const found = new Set([own]);
  for (const id of found) for (const { pkg } of of(id)) found.add(pkg);
  return found;
}
const inside = reached((id) => used(id).filter(({ pkg }) => !runs(pkg)));
const all = reached(builds);

// `/` is how older crates write "or".
const licences = (text) => [{ expression: text.replace(/ ?\/ ?/g, " OR ") }];
const crate = (id) => {
  const { name, version, license, description, repository } = packages.get(id);
  return {
    type: "library",
    "bom-ref": ref(id),
    name,
    version,
    ...(description && { description: description.trim() }),
    scope: inside.has(id) ? "required" : "excluded",
    hashes: [{ alg: "SHA-256", content: checksums.get(`${name}@${version}`) }],
    licenses: licences(license),
    purl: ref(id),
    ...(repository && { externalReferences: [{ type: "vcs", url: repository }] }),
  };
};

const { packages: installed } = JSON.parse(read("package-lock.json"));
const tool = ([path, { version, license, integrity }]) => {
  const name = path.replace(/^.*node_modules\//, "");
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const [, hash] = integrity.match(/^sha512-(.*)$/);
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    scope: "excluded",
    hashes: [{ alg: "SHA-512", content: Buffer.from(hash, "base64").toString("hex") }],
    // Some old tools for the tests state none; nothing of them is in a release.
    licenses: license ? licences(license) : [{ license: { name: "none stated" } }],
    purl,
  };
};
// npm lays the same version in several places where those beside it need another.
const tools = new Map(
  Object.entries(installed).filter(([path]) => path).map(tool).map((item) => [item["bom-ref"], item]),
);

const { version, license, description } = packages.get(own);
const byRef = (one, other) => (one["bom-ref"] < other["bom-ref"] ? -1 : 1);
const bom = {
  $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  metadata: {
    component: { type: "application", "bom-ref": ref(own), name: "send-modeller", version, description, licenses: licences(license), purl: ref(own) },
  },
  components: [
    ...[...all].filter((id) => id !== own).map(crate),
    ...tools.values(),
  ].sort(byRef),
  dependencies: [...all]
    .map((id) => ({ ref: ref(id), dependsOn: [...new Set(builds(id).map(({ pkg }) => ref(pkg)))].sort() }))
    .sort((one, other) => (one.ref < other.ref ? -1 : 1)),
};

// A bill that names what it does not list, or has no hash or no licence of something, is none.
const known = new Set([bom.metadata.component, ...bom.components].map((item) => item["bom-ref"]));
const missing = [
  ...bom.components.filter(({ hashes, licenses }) => !hashes[0].content || !licenses).map((item) => `${item["bom-ref"]} has no hash or no licence`),
  ...bom.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((item) => !known.has(item)).map((item) => `${item} is not listed`),
];
if (known.size !== bom.components.length + 1) missing.push("something is listed twice");
if (missing.length > 0) {
  console.error(missing.join("\n"));
  process.exit(1);
}
console.log(JSON.stringify(bom, null, 1));
