//! Programs run by the tests.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use super::count::Count;

/// Cargo, in the checkout, never asking anything and never changing the lock file.
pub fn cargo(root: &Path, command: &str) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root).arg(command).stdin(Stdio::null());
    cargo
}

/// The program of `tests/fuzz`, optimised as the tests are, for arguments of its own.
pub fn fuzz(root: &Path) -> Command {
    let mut run = cargo(root, "run");
    run.args(["--quiet", "--locked", "--profile", "test"])
        .args(["--package", "seat-fuzz", "--"]);
    run
}

/// Runs `command` as one check: it passes when it ends well.
pub fn check(what: &str, command: &mut Command) -> Count {
    let well = match command.status() {
        Ok(status) => status.success(),
        Err(error) => {
            println!("cannot start {}: {error}", command.get_program().display());
            false
        }
    };
    println!("{} {what}", if well { "ok  " } else { "FAIL" });
    Count::one(well)
}

/// Runs `command`, shows what it prints and adds up what `read` sees in each line.
pub fn counted(command: &mut Command, read: fn(&str) -> Count) -> Count {
    let mut child = match command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) => {
            println!("cannot start {}: {error}", command.get_program().display());
            return Count::one(false);
        }
    };
    let mut count = Count::default();
    for line in child
        .stdout
        .take()
        .into_iter()
        .flat_map(|out| BufReader::new(out).split(b'\n'))
        .map_while(Result::ok)
    {
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        count = count + read(&line);
    }
    count.ended(child.wait().is_ok_and(|status| status.success()))
}
