// Makes the copy its host's own: what config.json beside the app says of name, logo, colours, case and links. Fetched
// only where that file says anything. What cannot be used is said in the console and at the foot of the page, and left
// out; the rest is used. docs/hosting.md is the description, docs/config.schema.json the form.

const LONGEST_NAME = 60;
const LINKS = { contact: "Contact", accessibility: "Accessibility statement", privacy: "Privacy" };
// Which colours can be set, what each stands on or under, and how far they must be apart (WCAG 2.2: 4.5 for text).
const COLOURS = ["accent", "accent-strong", "accent-ink"];
const PAIRS = [
  ["accent", "paper"],
  ["accent", "ground"],
  ["accent-strong", "paper"],
  ["accent-strong", "ground"],
  ["accent-ink", "accent"],
  ["accent-ink", "accent-strong"],
];
const APART = 4.5;
// As in www/styles/tokens.css; a test holds the two together.
const TOKENS = {
  light: { paper: "#ffffff", ground: "#f4f5f3", accent: "#12436d", "accent-strong": "#0b2d4a", "accent-ink": "#ffffff" },
  dark: { paper: "#171b20", ground: "#0f1216", accent: "#79b8ec", "accent-strong": "#a9d3f5", "accent-ink": "#08141f" },
};
const KEYS = ["name", "logo", "colours", "case", ...Object.keys(LINKS)];
const STYLES = `
.host-logo { height: 1.75rem; width: auto; max-width: 10rem; margin-right: 0.5rem; vertical-align: middle; }
.host { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; padding: 1rem 1.5rem 1.5rem; font-size: 0.8125rem; }
.host .notice { flex-basis: 100%; margin: 0; }
.host a { color: var(--accent); }
@media (max-width: 1023px) { .host { padding-bottom: 5.5rem; } }
@media print { .host { display: none; } }
`;

// How light a colour is, and how far two are apart (WCAG 2.2).
function lightness(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function apart(one, other) {
  const [dark, light] = [lightness(one), lightness(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const object = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const shown = (value) => JSON.stringify(value)?.slice(0, 60) ?? "nothing";

// What of a configuration can be used, and a sentence for each thing that cannot.
export function read(text, base) {
  const problems = [];
  let given;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { problems: [`It is not JSON (${error.message}), so nothing in it was used.`] };
  }
  if (!object(given)) return { problems: ["It must hold an object, { … }, so nothing in it was used."] };
  const own = (key) => (Object.hasOwn(given, key) ? given[key] : undefined);
  const said = (key, value, wanted) => void problems.push(`${key}: ${shown(value)} cannot be used; ${wanted}.`);
  const used = { problems };

  for (const key of Object.keys(given)) {
    if (key !== "$schema" && !KEYS.includes(key)) problems.push(`${key}: nothing reads this; the keys are ${KEYS.join(", ")}.`);
  }
  const name = own("name");
  if (name !== undefined) {
    if (typeof name === "string" && name.trim() && name.trim().length <= LONGEST_NAME) used.name = name.trim();
    else said("name", name, `it must be a text of 1 to ${LONGEST_NAME} characters`);
  }
  const address = (value, schemes) => {
    try {
      const found = new URL(value, base);
      return typeof value === "string" && value && schemes.includes(found.protocol) ? found : undefined;
    } catch {
      return undefined;
    }
  };
  const logo = own("logo");
  if (logo !== undefined) {
    const found = address(logo, [new URL(base).protocol]);
    if (found?.origin === new URL(base).origin && !/^[a-z][a-z0-9+.-]*:|^[/\\]{2}/i.test(logo)) used.logo = found.href;
    else said("logo", logo, "it must be the path of a picture of this host, such as logo.svg");
  }
  const id = own("case");
  if (id !== undefined) {
    if (typeof id === "string" && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) used.case = id;
    else said("case", id, "it must be the id of a case, such as hertfordshire-2018");
  }
  for (const key of Object.keys(LINKS)) {
    const value = own(key);
    if (value === undefined) continue;
    const found = address(value, ["https:", "http:", "mailto:"]);
    if (found) used[key] = found.href;
    else said(key, value, "it must be an address: https://…, mailto:… or a path of this host");
  }
  used.colours = colours(own("colours"), said, problems);
  return used;
}

// The colours of light and of dark that can be used, by name.
function colours(given, said, problems) {
  const used = {};
  if (given === undefined) return used;
  if (!object(given)) {
    said("colours", given, "it must hold light, dark or both");
    return used;
  }
  for (const scheme of Object.keys(given)) {
    if (!Object.hasOwn(TOKENS, scheme)) {
      problems.push(`colours.${scheme}: nothing reads this; it may be light and dark.`);
      continue;
    }
    if (!object(given[scheme])) {
      said(`colours.${scheme}`, given[scheme], 'it must hold colours, such as { "accent": "#12436d" }');
      continue;
    }
    const taken = {};
    for (const [key, value] of Object.entries(given[scheme])) {
      if (!COLOURS.includes(key)) problems.push(`colours.${scheme}.${key}: nothing reads this; the colours are ${COLOURS.join(", ")}.`);
      else if (typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value)) taken[key] = value;
      else said(`colours.${scheme}.${key}`, value, "it must be a colour as #rrggbb");
    }
    // Each is tried with the others in their places; where two are too near, none of the scheme's is used.
    const whole = { ...TOKENS[scheme], ...taken };
    const weak = PAIRS.filter((pair) => apart(...pair.map((key) => whole[key])) < APART);
    for (const [one, other] of weak) {
      const ratio = apart(whole[one], whole[other]).toFixed(1);
      problems.push(
        `colours.${scheme}: ${one} ${whole[one]} on ${other} ${whole[other]} has a contrast of ${ratio} to 1, and text needs ${APART}; the colours of ${scheme} were left as they are.`,
      );
    }
    if (weak.length === 0 && Object.keys(taken).length > 0) used[scheme] = taken;
  }
  return used;
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// Makes the page its host's own, from the text of config.json. Called before the app starts.
export function apply(text) {
  const used = read(text, document.baseURI);
  const styles = new CSSStyleSheet();
  const tokens = (scheme) =>
    Object.entries(used.colours?.[scheme] ?? {}).map(([key, colour]) => `--${key}: ${colour};`).join(" ");
  styles.replaceSync(
    `${STYLES} @media screen { :root { ${tokens("light")} } }
     @media screen and (prefers-color-scheme: dark) { :root { ${Object.entries(TOKENS.dark).filter(([key]) => COLOURS.includes(key)).map(([key, colour]) => `--${key}: ${colour};`).join(" ")} ${tokens("dark")} } }`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, styles];
  if (used.case && !/[#&]case=/.test(location.hash)) {
    history.replaceState(history.state, "", `#case=${used.case}&v=1${location.hash.replace(/^#?/, "&").replace(/&v=1\b|&$/g, "")}`);
  }
  if (used.name || used.logo) brand(used);
  foot(used);
  for (const problem of used.problems) console.warn(`config.json: ${problem}`);
}

// The name and the logo in the place of the app's own, and the name at the end of the page's title.
function brand({ name, logo }) {
  const app = document.getElementById("app");
  const put = () => {
    const place = document.querySelector(".brand:not([data-host])");
    if (!place) return;
    place.dataset.host = "";
    if (name) place.replaceChildren(element("b", {}, name));
    if (logo) {
      const picture = element("img", { className: "host-logo", src: logo, alt: "" });
      picture.addEventListener("error", () => {
        picture.remove();
        console.warn(`config.json: logo: ${logo} is no picture that could be shown.`);
      });
      place.prepend(picture);
    }
  };
  new MutationObserver(put).observe(app, { childList: true });
  put();
  if (!name) return;
  const title = document.querySelector("title");
  const rename = () => {
    const wanted = document.title.replace(/SEND Modeller$/, name);
    if (wanted !== document.title) document.title = wanted;
  };
  new MutationObserver(rename).observe(title, { childList: true });
  rename();
}

// A footer on every screen, outside what the app draws: the links, and what could not be used.
function foot(used) {
  const links = Object.entries(LINKS).filter(([key]) => used[key]);
  const said = used.problems.length > 0;
  if (links.length === 0 && !said) return;
  const footer = element("footer", { className: "host" });
  if (said) {
    const list = element("ul", {}, ...used.problems.map((problem) => element("li", {}, problem)));
    footer.append(element("div", { className: "notice", role: "status" }, "Not everything in this copy’s config.json could be used.", list));
  }
  footer.append(...links.map(([key, label]) => element("a", { href: used[key], rel: "noopener" }, label)));
  document.body.append(footer);
}
