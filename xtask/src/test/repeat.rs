//! The same source gives the same bytes, wherever and by whomever it is built.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::build::{self, Plan};
use crate::paths;

/// What lies in a checkout without being source.
const NOT_SOURCE: [&str; 4] = [".git", "target", "dist", "node_modules"];

/// Builds a copy of the checkout in another folder, with another HOME and CARGO_HOME, and compares
/// every byte with `plan`'s output.
///
/// # Errors
/// When a file differs, or is in one output only.
pub fn check(plan: &Plan) -> Result<()> {
    let elsewhere = Elsewhere::new()?;
    let root = elsewhere.0.join("a copy");
    copy(&plan.root, &root)?;
    // The packages are not what is being varied.
    #[cfg(unix)]
    std::os::unix::fs::symlink(plan.root.join("node_modules"), root.join("node_modules"))?;
    let home = elsewhere.0.join("home");
    let cargo_home = elsewhere.0.join("cargo");
    fs::create_dir_all(&home)?;
    borrow_cargo_home(&plan.cargo_home, &cargo_home)?;
    let rustup =
        std::env::var_os("RUSTUP_HOME").unwrap_or_else(|| paths::home().join(".rustup").into());
    let again = Plan {
        root,
        out: elsewhere.0.join("out"),
        target: elsewhere.0.join("target"),
        cargo_home,
        base_url: plan.base_url.clone(),
        environment: vec![
            (OsString::from("HOME"), home.into()),
            // The compiler is not what is being varied.
            (OsString::from("RUSTUP_HOME"), rustup),
        ],
    };
    build::files(&again).context("the copy does not build")?;
    compare(&plan.out, &again.out)
}

/// A temporary folder, removed at the end.
struct Elsewhere(PathBuf);

impl Elsewhere {
    fn new() -> Result<Self> {
        let folder = std::env::temp_dir().join(format!("seat-calculator-{}", std::process::id()));
        fs::create_dir(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        // What cannot be removed is the system's to clean up.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in from.read_dir()? {
        let entry = entry?;
        let name = entry.file_name();
        if NOT_SOURCE.iter().any(|skipped| name == *skipped) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to.join(name))?;
        } else {
            fs::copy(entry.path(), to.join(name))?;
        }
    }
    Ok(())
}

/// A folder that Cargo takes for its home, with what was fetched before, so that nothing is fetched
/// twice.
fn borrow_cargo_home(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    #[cfg(unix)]
    for entry in from.read_dir()? {
        let entry = entry?;
        std::os::unix::fs::symlink(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}

fn compare(first: &Path, second: &Path) -> Result<()> {
    let files = paths::files(first)?;
    let others = paths::files(second)?;
    let alone: Vec<_> = files
        .iter()
        .filter(|file| !others.contains(file))
        .chain(others.iter().filter(|file| !files.contains(file)))
        .map(|file| file.display().to_string())
        .collect();
    ensure!(alone.is_empty(), "in one build only: {}", alone.join(", "));
    for file in &files {
        let (a, b) = (fs::read(first.join(file))?, fs::read(second.join(file))?);
        if let Some(at) = first_difference(&a, &b) {
            bail!(
                "{} differs from byte {at} on ({} and {} bytes)",
                file.display(),
                a.len(),
                b.len()
            );
        }
    }
    ensure!(!files.is_empty(), "nothing was built");
    Ok(())
}

fn first_difference(a: &[u8], b: &[u8]) -> Option<usize> {
    (a != b).then(|| {
        a.iter()
            .zip(b)
            .position(|(a, b)| a != b)
            .unwrap_or_else(|| a.len().min(b.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::first_difference;

    #[test]
    fn differences_are_found_where_they_begin() {
        assert_eq!(first_difference(b"same", b"same"), None);
        assert_eq!(first_difference(b"same", b"sane"), Some(2));
        assert_eq!(first_difference(b"same", b"same and more"), Some(4));
        assert_eq!(first_difference(b"", b"x"), Some(0));
    }
}
