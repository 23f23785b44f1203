// What journeys with the keyboard alone share.

// The element that has the keyboard: what it is called, and how it can be seen to have it.
export function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const labels = [...(element.labels ?? [])].map((label) => label.textContent).join(" ");
    const words = element.cloneNode(true);
    for (const drawing of words.querySelectorAll("[aria-hidden=true]")) drawing.remove();
    const name = element.getAttribute("aria-label") || labels || words.textContent;
    // A number box is drawn by the frame around it.
    const drawn = [element, element.closest(".box")].filter(Boolean).map((part) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(part);
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor);
    });
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    const across = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
    const down = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
    const onTop = document.elementFromPoint(across, down);
    return {
      name: name.replace(/\s+/g, " ").trim(),
      tag: element.localName,
      type: element.type,
      outlined: drawn.includes(true),
      seen: width > 0 && height > 0 && Boolean(onTop) && (element.contains(onTop) || onTop.contains(element)),
    };
  });
}

// Tabs until something of this name has the keyboard.
export async function tabTo(page, name, key = "Tab") {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press(key);
    const found = await focused(page);
    if (found?.name === name) return found;
  }
  throw new Error(`${key} never came to ${name}`);
}

// Every stop from the first to the last, once round.
export async function everyStop(page) {
  const stops = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (stop === null || (stops.length > 0 && stop.name === stops[0].name && stop.tag === stops[0].tag)) return stops;
    stops.push(stop);
    if (stops.length > 400) throw new Error("the keyboard never came round");
  }
}
