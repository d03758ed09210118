//! What a built page loads before its reader does anything, and in how many steps.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::{css, html, modules};

/// A file the page asks for.
#[derive(Debug, PartialEq, Eq)]
pub struct Load {
    /// The file, from the folder of the site.
    pub file: PathBuf,
    /// Its place in the chain of requests: 1 for the page, 2 for what the page names, and so on.
    pub step: usize,
}

/// Everything `page` loads: what it names, what those modules import, what those style sheets name.
///
/// # Errors
/// When a file is missing.
pub fn of(site: &Path, page: &Path) -> Result<Vec<Load>> {
    let mut loads = vec![Load {
        file: page.to_path_buf(),
        step: 1,
    }];
    let mut waiting = VecDeque::from([(page.to_path_buf(), 1)]);
    while let Some((file, step)) = waiting.pop_front() {
        for next in names(site, &file).with_context(|| file.display().to_string())? {
            ensure!(
                site.join(&next).is_file(),
                "{} names {}, which is missing",
                file.display(),
                next.display()
            );
            if loads.iter().all(|load| load.file != next) {
                loads.push(Load {
                    file: next.clone(),
                    step: step + 1,
                });
                waiting.push_back((next, step + 1));
            }
        }
    }
    Ok(loads)
}

/// The files that `file` makes the browser ask for.
fn names(site: &Path, file: &Path) -> Result<Vec<PathBuf>> {
    let folder = file.parent().unwrap_or(Path::new(""));
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => html::named(&html::read(site, file)?)
            .iter()
            .map(|named| modules::inside(folder, &named.href))
            .collect(),
        Some("js") => {
            let imported = modules::direct(file, &html::read(site, file)?)?;
            Ok(imported.into_iter().chain(html::wasm_of(file)).collect())
        }
        Some("css") => css::addresses(&html::read(site, file)?)
            .iter()
            .filter(|address| html::is_own(address))
            .map(|address| modules::inside(folder, address))
            .collect(),
        _ => Ok(Vec::new()),
    }
}
