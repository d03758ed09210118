//! The page's own files, made smaller on their way to the output.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

use super::{Plan, css, wasm};
use crate::paths;

/// Copies `www/` to the output. Scripts and style sheets lose comments and idle white space, JSON is written compactly,
/// everything else goes as it is. Hidden files, notes and type declarations stay behind, and so does an old `www/pkg`.
///
/// # Errors
/// When a script, a style sheet or a JSON file does not parse.
pub fn copy(plan: &Plan) -> Result<()> {
    let www = plan.root.join("www");
    for file in paths::files(&www)? {
        if stays(&file) {
            continue;
        }
        let (from, to) = (www.join(&file), plan.out.join(&file));
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        match file.extension().and_then(|extension| extension.to_str()) {
            Some("js" | "mjs") => fs::write(&to, script(&fs::read_to_string(&from)?, &file)?)?,
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
    Ok(())
}

fn stays(file: &Path) -> bool {
    let hidden = file
        .iter()
        .any(|part| part.to_string_lossy().starts_with('.'));
    let name = file.to_string_lossy();
    hidden || file.starts_with(wasm::FOLDER) || name.ends_with(".d.ts") || name.ends_with(".md")
}

/// A module without comments and idle white space; its names stay, so that an error still names what failed.
///
/// # Errors
/// When it is no module a browser would load.
pub fn script(text: &str, name: &Path) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, text, SourceType::mjs()).parse();
    if let Some(error) = parsed.diagnostics.first() {
        bail!("{}: {error}", name.display());
    }
    let options = CodegenOptions {
        comments: oxc_codegen::CommentOptions::disabled(),
        ..CodegenOptions::minify()
    };
    Ok(Codegen::new()
        .with_options(options)
        .build(&parsed.program)
        .code)
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

    use super::{json, script, stays};

    #[test]
    fn scripts_keep_what_they_do() {
        let from = "// note\nimport { a } from \"./a.js\";\n/** @param {number} b */\nexport const c = (b) => `x ${a(b)} // y`;\nclass D { #e = 1; static { this.f ??= /[/*]/u; } }\n";
        let to = script(from, Path::new("a.js")).unwrap();
        assert!(!to.contains("note") && !to.contains("@param"), "{to}");
        assert!(
            to.contains("// y`") && to.contains("/[/*]/u") && to.contains("#e"),
            "{to}"
        );
        assert!(to.len() < from.len());
        assert_eq!(script(&to, Path::new("a.js")).unwrap(), to);
    }

    #[test]
    fn broken_scripts_are_refused_by_name() {
        let error = script("const = 1", Path::new("view/bars.js")).unwrap_err();
        assert!(error.to_string().starts_with("view/bars.js"), "{error}");
    }

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
