//! The page after a crash: what happened, the link, and a reload. Never a dead screen.
//!
//! Written straight to the page: whatever crashed may have been Yew.

use super::browser;

/// From now on a panic shows the failure page.
pub(super) fn show_on_panic() {
    // Through Yew, which otherwise puts a hook of its own in place of this one.
    yew::set_custom_panic_hook(Box::new(|info| show(&info.to_string())));
}

/// Shows the failure page in place of the app.
pub fn show(what: &str) {
    // A panic on the way from a panic would end here again; the page then stays as it is.
    let _ = try_show(what);
}

fn try_show(what: &str) -> Option<()> {
    const ID: &str = "failure";
    if browser::element(ID).is_some() {
        return Some(());
    }
    let document = web_sys::window()?.document()?;
    let make = |name: &str, text: &str| {
        let element = document.create_element(name).ok()?;
        element.set_text_content(Some(text));
        Some(element)
    };
    let page = make("main", "")?;
    page.set_id(ID);
    // Within the landmark, which cannot be an alert itself.
    let report = make("div", "")?;
    report.set_class_name("failure");
    report.set_attribute("role", "alert").ok()?;
    page.append_child(&report).ok()?;
    let address = web_sys::window()?.location().href().ok()?;
    let link = make("a", &address)?;
    link.set_attribute("href", &address).ok()?;
    let link_line = make("p", "The link to your scenario: ")?;
    link_line.append_child(&link).ok()?;
    // A link to the page's own address with a fragment would not load it again, and an
    // inline handler is not allowed; `boot.js` listens for this button.
    let reload = make("button", "Reload the page")?;
    reload.set_attribute("type", "button").ok()?;
    reload.set_attribute("data-reload", "").ok()?;
    reload.set_class_name("button primary");
    for part in [
        make("h1", "Something went wrong in this page")?,
        make(
            "p",
            "The model has stopped. Nothing was sent anywhere, and your scenario is in the \
             address bar: reload to carry on from it, or keep this link.",
        )?,
        link_line,
        reload,
        make("h2", "What to send us if it happens again")?,
        make("pre", what)?,
    ] {
        report.append_child(&part).ok()?;
    }
    if let Some(app) = browser::element("app") {
        app.set_attribute("hidden", "").ok()?;
    }
    document.body()?.append_child(&page).ok()?;
    Some(())
}
