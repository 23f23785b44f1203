//! Packs the cases that come with the program into `target/packed/`, for the program that
//! is served. Run by the build, from the project's folder.

use std::error::Error;
use std::fs;

use send_modeller::case::shipped_cases;

fn main() -> Result<(), Box<dyn Error>> {
    fs::create_dir_all("target/packed")?;
    for shipped in shipped_cases() {
        let case = shipped.read()?;
        let evidence = case.evidence().packed();
        for (packed, ending) in [(case.packed(), ""), (evidence, ".evidence")] {
            let packed = packed.ok_or("a number of the case has too many digits")?;
            let file = format!("target/packed/{}{ending}", shipped.id);
            // Left alone where nothing changed, so that nothing is built again for it.
            if fs::read(&file).ok().as_ref() != Some(&packed) {
                fs::write(file, packed)?;
            }
        }
    }
    Ok(())
}
