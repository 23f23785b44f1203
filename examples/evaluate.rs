//! The engine on the command line: links in, one JSON object a line out.
//!
//! ```sh
//! echo '#case=hertfordshire-2018&v=1&in-county-journeys=15' \
//!     | cargo run --release --no-default-features --example evaluate
//! ```
//!
//! A line that cannot be read gives an object with its `problems`, never a stop. Bytes
//! that are no text are read as far as they are.

use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;

use send_modeller::export::Evaluation;
use send_modeller::link;
use send_modeller::model::Library;

fn main() -> ExitCode {
    match evaluate_lines(io::stdin().lock(), io::stdout().lock()) {
        // A reader that has seen enough, such as `head`, is no fault of ours.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("evaluate: {error}");
            ExitCode::FAILURE
        }
        Ok(()) => ExitCode::SUCCESS,
    }
}

fn evaluate_lines(mut input: impl BufRead, output: impl Write) -> io::Result<()> {
    let library = Library::shipped().map_err(io::Error::other)?;
    let mut output = BufWriter::new(output);
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let opened = link::open(&String::from_utf8_lossy(&line), &library);
        serde_json::to_writer(&mut output, &Evaluation::of(&opened))?;
        // One line in, one line out at once, for a program that talks to this one.
        output.write_all(b"\n")?;
        output.flush()?;
        line.clear();
    }
    Ok(())
}
