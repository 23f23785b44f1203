// How every script here starts Chromium: Debian's own, since nothing may be downloaded, and fit for root in CI.
export const launchOptions = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromiumSandbox: false,
  args: [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
  ],
};

// The same engine without the window, its toolbar and its menus, which take half the processor's time where nobody sees
// them: the journeys run in it.
export const shell = {
  ...launchOptions,
  executablePath: process.env.CHROMIUM_SHELL ?? "/usr/bin/chromium-headless-shell",
};

// The same for Firefox: Debian's own, as it is sold, driven over WebDriver BiDi.
export const firefox = {
  browserName: "firefox",
  channel: "moz-firefox",
  launchOptions: {
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    firefoxUserPrefs: {
      // It asks for no leave to read what the app put on the clipboard.
      "dom.events.testing.asyncClipboard": true,
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
    },
  },
};
