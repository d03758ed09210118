//! One election as one file that opens from disk: script, WebAssembly, messages, looks and data all inside, and a policy
//! that forbids every request.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::{Plan, declared, html, join, modules, script, wasm};
use crate::paths;

const TEMPLATE: &str = include_str!("standalone.html");
/// The elections that are written so.
const ELECTIONS: [&str; 1] = ["jharkhand-2024"];
/// The element, from whose imports everything follows.
const ENTRY: &str = "seat-calculator.js";
/// The module that knows where the page's own files come from; another one stands in its place here.
const FILES: &str = "core/assets.js";
const STYLE: &str = "css/seat-calculator.css";

/// Writes `standalone/<election>.html` from what is already in the output.
///
/// # Errors
/// When a module cannot be joined or a file is missing.
pub fn write(plan: &Plan) -> Result<()> {
    let folder = plan.out.join("standalone");
    fs::create_dir_all(&folder)?;
    for election in ELECTIONS {
        let page = page(plan, election).with_context(|| format!("standalone {election}"))?;
        fs::write(folder.join(format!("{election}.html")), page)?;
    }
    Ok(())
}

fn page(plan: &Plan, election: &str) -> Result<String> {
    let www = plan.root.join("www");
    let files = files_module(plan, &www, election)?;
    let read = |file: &Path| {
        if file == Path::new(FILES) {
            Ok(files.clone())
        } else if file.starts_with(wasm::FOLDER) {
            html::read(&plan.out, file)
        } else {
            html::read(&www, file)
        }
    };
    let entry = Path::new(ENTRY);
    let mut members = Vec::new();
    order(entry, &read, &mut BTreeSet::new(), &mut members)?;
    let joined = join::join(&members, &read, &join::Given::new())?;
    let dataset: serde_json::Value =
        serde_json::from_str(&html::read(&plan.out, &data_file(election))?)?;
    let title = dataset["title"]["en"].as_str().unwrap_or(election);
    Ok(fill(&[
        ("title", &declared::text(title)),
        ("style", html::read(&plan.out, Path::new(STYLE))?.trim()),
        ("election", election),
        (
            "declared-result",
            &declared::of(&plan.out, election)?.markup,
        ),
        ("script", &in_markup(&script::compact(&joined, entry)?)),
    ]))
}

fn data_file(election: &str) -> PathBuf {
    Path::new("data").join(format!("{election}.json"))
}

/// The template with its places filled, each with text that is not looked at again.
fn fill(values: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = TEMPLATE;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").unwrap_or((after, ""));
        out.push_str(before);
        let value = values.iter().find(|(known, _)| *known == name);
        out.push_str(value.map_or("", |(_, value)| value));
        rest = after;
    }
    out + rest
}

/// `file` after all that it imports, statically or on demand.
fn order(
    file: &Path,
    read: &dyn Fn(&Path) -> Result<String>,
    met: &mut BTreeSet<PathBuf>,
    out: &mut Vec<PathBuf>,
) -> Result<()> {
    if !met.insert(file.to_path_buf()) {
        return Ok(());
    }
    let text = read(file)?;
    for next in modules::direct(file, &text)? {
        order(&next, read, met, out)?;
    }
    for next in modules::on_demand(file, &text)? {
        order(&next, read, met, out)?;
    }
    out.push(file.to_path_buf());
    Ok(())
}

/// The module that has all files in itself: the text of what the page would fetch, and the full core.
fn files_module(plan: &Plan, www: &Path, election: &str) -> Result<String> {
    let site = plan.out.as_path();
    let mut texts = serde_json::Map::new();
    let others = elsewhere(&html::read(site, Path::new("data/elections.json"))?)?;
    for file in paths::files(site)? {
        let named = |folder: &str| file.starts_with(folder);
        if file.extension().is_some_and(|end| end == "json")
            && (named("i18n") || named("data") && !others.contains(&file))
        {
            let name = html::relative(Path::new(""), &file);
            texts.insert(name, html::read(site, &file)?.into());
        }
    }
    ensure!(
        texts.contains_key(&format!("data/{election}.json")),
        "no data file of {election}"
    );
    let module = Path::new(wasm::FOLDER).join(format!("{}.js", wasm::MODULE));
    let binary = fs::read(
        site.join(wasm::FOLDER)
            .join(format!("{}_bg.wasm", wasm::MODULE)),
    )?;
    let mut given = vec!["default as start".to_owned()];
    given.extend(exports(&module, &html::read(site, &module)?)?);
    let own = given[1..].join(", ");
    let mut styles = serde_json::Map::new();
    for file in paths::files(&site.join("css"))? {
        let name = html::relative(Path::new(""), &file);
        styles.insert(
            name,
            html::read(site, &Path::new("css").join(&file))?.into(),
        );
    }
    let mut modules = String::new();
    for file in paths::files(www)? {
        let own = file.components().count() == 1 || file.starts_with("examples");
        if !own && file != Path::new(FILES) && file.extension().is_some_and(|end| end == "js") {
            let name = html::relative(Path::new(""), &file);
            writeln!(modules, "\"{name}\": () => import(\"../{name}\"),")?;
        }
    }
    Ok(format!(
        "import {{ {imports} }} from \"../pkg/{name}.js\";\n\
         import {{ make }} from \"../components/dom.js\";\n\
         const texts = {texts};\n\
         const styles = {styles};\n\
         const binary = \"{binary}\";\n\
         const core = {{ {own}, default: () => start({{ module_or_path: Uint8Array.from(atob(binary), (one) => one.charCodeAt(0)) }}) }};\n\
         const modules = {{ {modules} }};\n\
         export const address = (path) => new URL(path, {home}).href;\n\
         export async function text(path) {{\n\
           if (!(path in texts)) throw new Error(`${{path}} is not in this file`);\n\
           return texts[path];\n\
         }}\n\
         export async function bring(path) {{\n\
           return path.startsWith(\"pkg/\") ? core : modules[path]();\n\
         }}\n\
         export const sheet = (name) => ({{ node: make(\"style\", {{}}, styles[name]), ready: null }});\n",
        imports = given.join(", "),
        name = wasm::MODULE,
        texts = serde_json::Value::Object(texts),
        styles = serde_json::Value::Object(styles),
        binary = base64(&binary),
        home = if plan.base_url.is_empty() {
            "location.href".to_owned()
        } else {
            serde_json::Value::String(format!("{}/", plan.base_url)).to_string()
        },
    ))
}

/// The data files of what is a result beside an election, like a count that was still going on: their pages are their own.
fn elsewhere(elections: &str) -> Result<Vec<PathBuf>> {
    let all: Vec<serde_json::Value> = serde_json::from_str(elections)?;
    let beside = all.iter().filter(|one| one["of"].is_string());
    Ok(beside
        .filter_map(|one| one["id"].as_str())
        .flat_map(|id| [data_file(id), data_file(&format!("{id}.more"))])
        .collect())
}

/// What the generated module gives, without its default.
fn exports(module: &Path, text: &str) -> Result<Vec<String>> {
    let mut names = join::exported(text, module)?;
    names.retain(|name| name != "default");
    Ok(names)
}

/// Script as it may stand between the tags.
fn in_markup(script: &str) -> String {
    script
        .replace("</script", "<\\/script")
        .replace("<!--", "<\\!--")
}

/// Bytes in the 64 letters of RFC 4648, padded.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let three = [0, 1, 2].map(|i| u32::from(group.get(i).copied().unwrap_or(0)));
        let all = three[0] << 16 | three[1] << 8 | three[2];
        for place in 0..4 {
            let letter = LETTERS[(all >> (18 - 6 * place) & 63) as usize];
            out.push(if place > group.len() {
                '='
            } else {
                char::from(letter)
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{base64, elsewhere, fill, in_markup};

    #[test]
    fn letters_are_those_of_the_standard() {
        let known = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (from, to) in known {
            assert_eq!(base64(from.as_bytes()), to);
        }
        assert_eq!(base64(&[0xfb, 0xff, 0xbf]), "+/+/");
    }

    #[test]
    fn results_beside_an_election_stay_outside() {
        let list = r#"[{"id":"a-2024"},{"id":"a-2024-1723","of":"a-2024"}]"#;
        assert_eq!(
            elsewhere(list).unwrap(),
            [
                Path::new("data/a-2024-1723.json"),
                Path::new("data/a-2024-1723.more.json")
            ]
        );
    }

    #[test]
    fn values_are_not_looked_at_for_places() {
        let page = fill(&[("title", "{{script}}"), ("script", "$&")]);
        assert!(page.contains("<title>{{script}}</title>"), "{page}");
        assert!(
            page.contains("<script type=\"module\">$&</script>"),
            "{page}"
        );
    }

    #[test]
    fn script_cannot_end_its_own_element() {
        assert_eq!(
            in_markup("a = \"</script><!--\""),
            "a = \"<\\/script><\\!--\""
        );
    }
}
