//! No shipped file may tell where it was built.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::Plan;
use crate::paths;

/// Beginnings of folders that exist on no reader's machine.
const FOREIGN: [&str; 6] = ["/home/", "/Users/", "/root/", "/tmp/", "/rustc/", "/build/"];

/// What must not appear in the output of `plan`.
pub fn names(plan: &Plan) -> Vec<String> {
    let mut names: Vec<String> = FOREIGN.into_iter().map(str::to_owned).collect();
    for folder in [
        &plan.root,
        &plan.target,
        &plan.cargo_home,
        &paths::home(),
        &plan.out,
    ] {
        let name = folder.to_string_lossy().into_owned();
        // A root folder as home would match every path of a web address.
        if name.len() > 1 {
            names.push(name);
        }
    }
    names
}

/// Fails when a file in `folder` holds one of `names`.
///
/// # Errors
/// Names every such file and what it holds.
pub fn check(folder: &Path, names: &[String]) -> Result<()> {
    let mut found = Vec::new();
    for file in paths::files(folder)? {
        let bytes = fs::read(folder.join(&file))?;
        found.extend(first(&bytes, names).map(|text| (file, text)));
    }
    if found.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = found
        .iter()
        .map(|(file, text): &(PathBuf, String)| format!("{}: {text}", file.display()))
        .collect();
    bail!(
        "shipped files hold absolute paths:\n  {}",
        lines.join("\n  ")
    )
}

/// The first of `names` in `bytes`, with what follows it, for the reader of the message.
fn first(bytes: &[u8], names: &[String]) -> Option<String> {
    names.iter().find_map(|name| {
        let at = bytes
            .windows(name.len())
            .position(|window| window == name.as_bytes())?;
        let shown = &bytes[at..bytes.len().min(at + 80)];
        let end = shown
            .iter()
            .position(|byte| !byte.is_ascii_graphic())
            .unwrap_or(shown.len());
        Some(String::from_utf8_lossy(&shown[..end]).into_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::first;

    fn names() -> Vec<String> {
        vec!["/home/".to_owned(), "/opt/checkout".to_owned()]
    }

    #[test]
    fn finds_a_path_inside_binary_data() {
        let bytes = b"\x00\x01/opt/checkout/src/lib.rs\x00rest";
        assert_eq!(
            first(bytes, &names()).as_deref(),
            Some("/opt/checkout/src/lib.rs")
        );
    }

    #[test]
    fn finds_a_path_at_the_very_end() {
        assert_eq!(first(b"x/home/", &names()).as_deref(), Some("/home/"));
    }

    #[test]
    fn passes_relative_paths_and_addresses() {
        assert_eq!(
            first(
                b"src/lib.rs ./pkg/a.js https://example.org/opt/check",
                &names()
            ),
            None
        );
        assert_eq!(first(b"", &names()), None);
    }
}
