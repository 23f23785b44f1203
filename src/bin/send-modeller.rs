//! The engine on the command line: see `send_modeller::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    send_modeller::cli::run(std::env::args_os())
}
