//! The window Share: the link, the sender's words and the QR code.

use js_sys::Function;
use send_modeller::link::{self, LONGEST_NOTE, LONGEST_TITLE, Opened};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test as test;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use super::{CASE, JOURNEYS, keyboard, library, open_windows, press, settle, window};
use crate::expected::shows;
use crate::page::{Page, text};

/// Puts a text into the note, as typing it all does.
async fn write_note(page: &Page, note: &str) -> HtmlTextAreaElement {
    let area: HtmlTextAreaElement = page.one("dialog textarea").dyn_into().unwrap();
    area.set_value(note);
    let event = Function::new_no_args("return new InputEvent('input', { bubbles: true })");
    let event = event.call0(&window()).unwrap();
    area.dispatch_event(event.unchecked_ref()).unwrap();
    settle().await;
    area
}

/// What the link in the window opens.
fn sent(page: &Page) -> Opened {
    link::open(&page.field("Link").value(), &library())
}

#[test]
async fn the_link_opens_as_what_is_shown_with_its_words() {
    let page = Page::open("").await;
    page.type_in(JOURNEYS, "15").await;
    page.press("Share").await;
    let title = "50% & <b>more</b> = £3m; #1 +";
    page.type_in("Title (optional)", title).await;
    let note = "Line one\nLine <script>alert(1)</script>";
    write_note(&page, note).await;
    let opened = sent(&page);
    assert_eq!(opened.problems, []);
    assert_eq!((opened.title.as_str(), opened.note.as_str()), (title, note));
    let wanted = link::open("in-county-journeys=15", &library());
    assert_eq!(opened.scenario, wanted.scenario);
    assert!(matches!(opened.receipt, link::ReceiptCheck::AsSent(_)));
    assert_eq!(opened.view.unwrap().page, link::Page::Panel);
    // As text, wherever it stands.
    let preview = page.region("What they will see");
    assert!(preview.text().contains(title), "{}", preview.text());
    assert!(preview.text().contains("1 assumption changed"));
    assert!(page.all("dialog script, dialog section b b").is_empty());

    let choices = page.all("dialog input[type=radio]");
    let explore: &HtmlElement = choices[1].dyn_ref().unwrap();
    explore.click();
    settle().await;
    let view = sent(&page).view.unwrap_or_default();
    assert_eq!(view.page, link::Page::Explore);
    let link = page.field("Link").value();
    let length = format!("{} characters.", link.chars().count());
    assert!(page.description("Link").contains(&length));

    let reopened = Page::open(link.split_once('#').unwrap().1).await;
    shows(&reopened, "in-county-journeys=15");
    reopened.press("Share").await;
    assert_eq!(reopened.field("Title (optional)").value(), title);
    let area: HtmlTextAreaElement = reopened.one("dialog textarea").dyn_into().unwrap();
    assert_eq!(area.value(), note);
}

#[test]
async fn words_are_cut_where_they_are_too_long_and_the_box_says_when() {
    let page = Page::open("").await;
    page.press("Share").await;
    assert_eq!(page.description("Title (optional)"), "");
    page.type_in("Title (optional)", &"x".repeat(LONGEST_TITLE - 1))
        .await;
    assert_eq!(page.description("Title (optional)"), "1 character left");
    page.type_in("Title (optional)", &"x".repeat(LONGEST_TITLE + 9))
        .await;
    let title = page.field("Title (optional)").value();
    assert_eq!(title.chars().count(), LONGEST_TITLE);
    assert!(
        page.description("Title (optional)")
            .starts_with("No more fits")
    );
    assert_eq!(page.all("dialog .qr").len(), 1);
    assert!(!page.description("Link").contains("mail"));

    let area = write_note(&page, &"é".repeat(LONGEST_NOTE + 9)).await;
    assert_eq!(area.value().chars().count(), LONGEST_NOTE);
    let opened = sent(&page);
    assert_eq!((opened.title, opened.note), (title, area.value()));
    let link = page.description("Link");
    assert!(
        link.contains("Some mail programs cut links longer than 2,000 characters."),
        "{link}"
    );
    let code = page.region("QR code");
    assert!(code.text().contains("This link is too long for a QR code."));
    assert!(page.all("dialog .qr").is_empty());
}

#[test]
async fn the_window_says_what_the_link_does_not_hold() {
    let page = Page::open("").await;
    page.press("Share").await;
    let words = || text(&page.one("dialog"));
    assert!(words().contains("this link opens the published case"));
    page.press("Close").await;
    page.type_in(JOURNEYS, "15").await;
    page.type_in(JOURNEYS, "150").await;
    page.press("Share").await;
    assert!(words().contains("The link holds the last values that could"));
    let wanted = link::open("in-county-journeys=15", &library());
    assert_eq!(sent(&page).scenario, wanted.scenario);
}

#[test]
async fn copying_the_link_says_how_it_went() {
    let page = Page::open("").await;
    page.press("Share").await;
    page.press("Copy link").await;
    settle().await;
    let status = text(&page.one("dialog .said"));
    // Whether a browser without a person lets a page copy is its own affair.
    if status != "Link copied" {
        assert!(status.contains("press Ctrl+C"), "{status}");
        let link: HtmlInputElement = page.field("Link");
        assert_eq!(keyboard(), link.id());
        let length = u32::try_from(link.value().len()).unwrap();
        assert_eq!(link.selection_end().unwrap(), Some(length));
    }
    page.type_in("Title (optional)", "Another").await;
    assert_eq!(text(&page.one("dialog .said")), "", "that link is another");
}

#[test]
async fn the_code_is_shown_large_over_the_window_and_put_away() {
    let page = Page::open("").await;
    page.press("Share").await;
    press(&page, "Show QR code large").await;
    assert_eq!(open_windows(&page), 2);
    assert_eq!(keyboard(), "QR code of the link");
    let close: Vec<Element> = page.all("dialog dialog button");
    close[0].dyn_ref::<HtmlElement>().unwrap().click();
    settle().await;
    assert_eq!(
        (open_windows(&page), keyboard()),
        (1, "Show QR code large".to_owned())
    );
}

#[test]
async fn the_panel_view_opens_from_the_window_with_the_keyboard_on_it() {
    let page = Page::open(&format!("{CASE}&benefit-delay=6&title=Late")).await;
    page.press("Share").await;
    let link: HtmlElement = page.one("dialog .preview a").dyn_into().unwrap();
    assert_eq!(text(&link), "Open the panel view");
    link.click();
    settle().await;
    assert!(page.all("dialog").is_empty());
    assert_eq!(text(&page.one("main h1")), "Late");
    assert_eq!(
        window().document().unwrap().active_element(),
        Some(page.one("#results"))
    );
}
