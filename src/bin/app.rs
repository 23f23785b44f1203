//! Starts the app in the page.

fn main() {
    send_modeller::app::start();
}
