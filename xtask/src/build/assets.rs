//! The page's own files, made smaller on their way to the output.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::{Plan, chunks, css, html, join, modules, script, wasm};
use crate::paths;

/// Copies `www/` to the output. Modules are joined and made smaller, style sheets lose comments and idle white space,
/// JSON is written compactly, everything else goes as it is. Hidden files, notes and type declarations stay behind, and so does an old `www/pkg`.
///
/// # Errors
/// When a script, a style sheet or a JSON file does not parse.
pub fn copy(plan: &Plan) -> Result<()> {
    let www = plan.root.join("www");
    for file in paths::files(&www)? {
        if stays(&file) || is_module(&file) {
            continue;
        }
        let (from, to) = (www.join(&file), target(plan, &file)?);
        match file.extension().and_then(|extension| extension.to_str()) {
            Some("css") => {
                let text = fs::read_to_string(&from)?;
                fs::write(
                    &to,
                    css::compact(&text).with_context(|| file.display().to_string())?,
                )?;
            }
            Some("json") => {
                let text = fs::read_to_string(&from)?;
                fs::write(
                    &to,
                    json(&text).with_context(|| file.display().to_string())?,
                )?;
            }
            _ => fs::write(&to, fs::read(&from)?)?,
        }
    }
    scripts(plan, &www)
}

/// Where `file` goes; its folder is made.
fn target(plan: &Plan, file: &Path) -> Result<PathBuf> {
    let to = plan.out.join(file);
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(to)
}

/// Writes the modules of the page, each that no page names and one file alone needs inside that file.
fn scripts(plan: &Plan, www: &Path) -> Result<()> {
    let read = |file: &Path| html::read(www, file);
    let mut graph = chunks::Graph::new();
    let mut named = BTreeSet::new();
    for file in paths::files(www)?.into_iter().filter(|file| !stays(file)) {
        if is_module(&file) {
            graph.insert(file.clone(), modules::direct(&file, &read(&file)?)?);
        } else if file
            .extension()
            .is_some_and(|extension| extension == "html")
        {
            let folder = file.parent().unwrap_or(Path::new(""));
            for other in html::named(&read(&file)?) {
                named.insert(modules::inside(folder, &other.href)?);
            }
        }
    }
    for (file, imports) in &graph {
        let missing = imports
            .iter()
            .find(|next| !graph.contains_key(*next) && !next.starts_with(wasm::FOLDER));
        ensure!(
            missing.is_none(),
            "{} imports {}, which is missing",
            file.display(),
            missing.unwrap().display()
        );
    }
    let files = chunks::chunks(&graph, &named);
    let members: Vec<Vec<PathBuf>> = files.iter().map(|file| file.members.clone()).collect();
    let given = join::given(&members, &read)?;
    for file in &files {
        let joined = join::join(&file.members, &read, &given)?;
        fs::write(
            target(plan, &file.root)?,
            script::compact(&joined, &file.root)?,
        )?;
    }
    Ok(())
}

fn is_module(file: &Path) -> bool {
    file.extension()
        .is_some_and(|extension| extension == "js" || extension == "mjs")
}

fn stays(file: &Path) -> bool {
    let hidden = file
        .iter()
        .any(|part| part.to_string_lossy().starts_with('.'));
    let name = file.to_string_lossy();
    hidden || file.starts_with(wasm::FOLDER) || name.ends_with(".d.ts") || name.ends_with(".md")
}

/// JSON in the fewest bytes, members in their order.
///
/// # Errors
/// When it is no JSON, or does not say the same after writing.
fn json(text: &str) -> Result<String> {
    let value: serde_json::Value = serde_json::from_str(text)?;
    let written = serde_json::to_string(&value)?;
    ensure!(
        serde_json::from_str::<serde_json::Value>(&written)? == value,
        "does not survive rewriting"
    );
    Ok(written)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{json, stays};

    #[test]
    fn json_keeps_the_order_of_members() {
        assert_eq!(
            json("{ \"b\": [1, 2.50],\n \"a\": \"ऐ\" }").unwrap(),
            "{\"b\":[1,2.5],\"a\":\"ऐ\"}"
        );
        assert!(json("{").is_err());
    }

    #[test]
    fn notes_and_old_modules_stay_behind() {
        for file in [
            "pkg/seat_calculator.js",
            ".DS_Store",
            "view/.keep",
            "types.d.ts",
            "notes.md",
        ] {
            assert!(stays(Path::new(file)), "{file}");
        }
        for file in [
            "index.html",
            "view/bars.js",
            "data/jharkhand-2024.json",
            "pkgs/a.js",
        ] {
            assert!(!stays(Path::new(file)), "{file}");
        }
    }
}
