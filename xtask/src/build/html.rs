//! Pages: what they name, and the few places the build fills in.
//!
//! A page may say `{{base-url}}` (the address of publication, without a trailing slash; lines of `og:` properties with it are
//! left out where it is not known), `<!-- preload -->` (links to everything it loads at its start),
//! `<!-- declared-result -->` (the result as static markup) and
//! `<!-- oembed -->` (the link for content management systems). A page that says
//! `{{election}}` becomes one page for each election of `data/elections.json`, with `{{title}}` and `{{seats}}`; the
//! result is that of its election. So does one that says `{{frame}}`, the page for frames, whose pages are named after it:
//! `embed.html` for the first election, `embed-<election>.html` for the others. What a page loads
//! is found from its module scripts, its `modulepreload` links and all they import statically; data and messages that
//! scripts fetch are named by the page's author in ordinary `<link rel="preload" as="fetch" crossorigin>` tags.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{Spanned, Tokenizer};

use super::{Plan, declared, modules, oembed, wasm};
use crate::paths;

const BASE_URL: &str = "{{base-url}}";
const PRELOAD: &str = "<!-- preload -->";
const DECLARED: &str = "<!-- declared-result -->";
const ELECTION: &str = "{{election}}";
const FRAME: &str = "{{frame}}";
const TITLE: &str = "{{title}}";
const SEATS: &str = "{{seats}}";
const OEMBED: &str = "<!-- oembed -->";

/// A file a page names so that the browser asks for it at once.
#[derive(Debug, PartialEq, Eq)]
pub struct Named {
    /// The address as written.
    pub href: String,
    /// Whether it is a module, whose imports are asked for too.
    pub module: bool,
}

/// Fills in every page of the output.
///
/// # Errors
/// When a page names a file that does not exist, or has scripts but no place for preload links.
pub fn fill_all(plan: &Plan) -> Result<()> {
    for page in paths::files(&plan.out)? {
        if page.extension().is_none_or(|extension| extension != "html") {
            continue;
        }
        let template = fs::read_to_string(plan.out.join(&page))?;
        let framed = template.contains(FRAME);
        if !framed && !template.contains(ELECTION) {
            write_filled(plan, &template, &page, "")?;
            continue;
        }
        for election in declared::elections(&plan.out)? {
            let declared = declared::of(&plan.out, &election.id)?;
            let own = template
                .replace(ELECTION, &election.id)
                .replace(FRAME, &election.id)
                .replace(TITLE, &declared.title)
                .replace(SEATS, &declared.seats)
                .replace(OEMBED, &oembed::link(&plan.base_url, &election.id));
            let page = if framed {
                page.with_file_name(election.frame())
            } else {
                page.with_file_name(&election.page)
            };
            write_filled(plan, &own, &page, &declared.markup)?;
        }
    }
    Ok(())
}

fn write_filled(plan: &Plan, template: &str, page: &Path, declared: &str) -> Result<()> {
    let read = |file: &Path| read(&plan.out, file);
    let filled = fill(template, page, &read, &plan.base_url, declared)
        .with_context(|| page.display().to_string())?;
    Ok(fs::write(plan.out.join(page), filled)?)
}

/// The text of a file of the built site.
///
/// # Errors
/// When there is no such file.
pub fn read(site: &Path, file: &Path) -> Result<String> {
    fs::read_to_string(site.join(file)).with_context(|| format!("no file {}", file.display()))
}

/// The page `template`, which will stand at `page`, with its places filled.
fn fill(
    template: &str,
    page: &Path,
    read: &dyn Fn(&Path) -> Result<String>,
    base_url: &str,
    declared: &str,
) -> Result<String> {
    let links = preload(template, page, read)?;
    ensure!(
        links.is_empty() || template.contains(PRELOAD),
        "the page has module scripts but no {PRELOAD} in its head"
    );
    // What needs the address of publication says nothing without it.
    let known = |line: &&str| {
        !(base_url.is_empty()
            && line.starts_with("<meta property=\"og:")
            && line.contains(BASE_URL))
    };
    let template: Vec<&str> = template.split('\n').filter(known).collect();
    Ok(template
        .join("\n")
        .replace(PRELOAD, &links)
        .replace(DECLARED, declared)
        .replace(BASE_URL, base_url))
}

/// Links to the modules and the WebAssembly that the page's scripts need and the page does not name itself.
fn preload(template: &str, page: &Path, read: &dyn Fn(&Path) -> Result<String>) -> Result<String> {
    let folder = page.parent().unwrap_or(Path::new(""));
    let named = named(template);
    let mut known = BTreeSet::new();
    for file in &named {
        known.insert(modules::inside(folder, &file.href)?);
    }
    let mut links = Vec::new();
    for entry in named.iter().filter(|file| file.module) {
        for module in modules::closure(&modules::inside(folder, &entry.href)?, read)? {
            let binary = wasm_of(&module);
            if known.insert(module.clone()) {
                links.push(format!(
                    "<link rel=\"modulepreload\" href=\"{}\">",
                    relative(folder, &module)
                ));
            }
            if let Some(binary) = binary.filter(|binary| known.insert(binary.clone())) {
                let href = relative(folder, &binary);
                links.push(format!("<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"{href}\">"));
            }
        }
    }
    Ok(links.join("\n"))
}

/// The WebAssembly that the generated module fetches.
pub fn wasm_of(module: &Path) -> Option<PathBuf> {
    let generated = |folder: &str| module == Path::new(folder).join(format!("{}.js", wasm::MODULE));
    (generated(wasm::FOLDER) || generated(wasm::CORE))
        .then(|| module.with_file_name(format!("{}_bg.wasm", wasm::MODULE)))
}

/// The address of `file` as a page in `folder` writes it.
pub fn relative(folder: &Path, file: &Path) -> String {
    let shared = folder.iter().zip(file).take_while(|(a, b)| a == b).count();
    let mut address = String::new();
    for _ in folder.iter().skip(shared) {
        address.push_str("../");
    }
    for (index, part) in file.iter().skip(shared).enumerate() {
        let slash = if index == 0 { "" } else { "/" };
        write!(address, "{slash}{}", part.to_string_lossy()).expect("writing to a string");
    }
    address
}

/// The files of its own site that a page asks for without any script's help, in order.
pub fn named(page: &str) -> Vec<Named> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut found = Vec::new();
    for token in Tokenizer::new_with_emitter(page, emitter).flatten() {
        if let Token::StartTag(tag) = token {
            found.extend(named_by(&tag).filter(|file| is_own(&file.href)));
        }
    }
    found
}

fn named_by(tag: &StartTag<()>) -> Option<Named> {
    let attribute = |name: &str| {
        let value: &Spanned<_, ()> = tag.attributes.get(name.as_bytes())?;
        Some(String::from_utf8_lossy(value).into_owned())
    };
    let (href, module) = match tag.name.as_slice() {
        b"script" => (
            attribute("src")?,
            attribute("type").is_some_and(|kind| kind == "module"),
        ),
        b"link" => {
            let rel = attribute("rel")?.to_ascii_lowercase();
            let mut kinds = rel.split_ascii_whitespace();
            let loads = |kind| matches!(kind, "stylesheet" | "preload" | "modulepreload" | "icon");
            (
                kinds.any(loads).then(|| attribute("href"))??,
                rel.contains("modulepreload"),
            )
        }
        b"img" | b"iframe" => (attribute("src")?, false),
        _ => return None,
    };
    Some(Named { href, module })
}

/// Whether an address means a file of the site, not an inline image or another site.
pub fn is_own(href: &str) -> bool {
    let scheme = href
        .split(['/', '?', '#'])
        .next()
        .is_some_and(|start| start.contains(':'));
    !(href.is_empty() || scheme || href.starts_with("//") || href.contains(BASE_URL))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(file: &Path) -> Result<String> {
        Ok(match file.to_str() {
            Some("app.js") => {
                "import './view/a.js'; export { x } from \"./b.js\"; import('./late.js'); // import './no.js'"
            }
            Some("view/a.js") => "import { b } from '../b.js'; import init from '../pkg/seat_calculator.js';",
            Some("b.js") => "export * from './view/a.js'; export const x = \"import './never.js'\";",
            Some("pkg/seat_calculator.js") => "export default async function init() {}",
            Some("bare.js") => "import 'lit';",
            _ => anyhow::bail!("no file {}", file.display()),
        }
        .to_owned())
    }

    const HEAD: &str = "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"data/a.json\">\n\
        <link rel=stylesheet href=page.css>\n<!-- preload -->\n<script type=module src=\"app.js\"></script>";

    #[test]
    fn preloads_everything_the_scripts_import_once() {
        let page = fill(HEAD, Path::new("index.html"), &site, "", "").unwrap();
        let hrefs: Vec<String> = named(&page).into_iter().map(|file| file.href).collect();
        let expected = [
            "data/a.json",
            "page.css",
            "view/a.js",
            "b.js",
            "pkg/seat_calculator.js",
            "pkg/seat_calculator_bg.wasm",
            "app.js",
        ];
        assert_eq!(hrefs, expected);
    }

    #[test]
    fn pages_in_folders_climb_out() {
        let template = "<!-- preload --><script type=module src=\"../b.js\"></script>";
        let page = fill(template, Path::new("examples/one.html"), &site, "", "").unwrap();
        assert!(page.contains("href=\"../view/a.js\""), "{page}");
        assert!(
            page.contains("href=\"../pkg/seat_calculator_bg.wasm\""),
            "{page}"
        );
    }

    #[test]
    fn what_the_page_names_itself_is_not_named_again() {
        let template = "<!-- preload --><link rel=modulepreload href=./b.js><script type=module src=app.js></script>";
        let page = fill(template, Path::new("index.html"), &site, "", "").unwrap();
        assert_eq!(page.matches("b.js").count(), 1, "{page}");
    }

    #[test]
    fn missing_files_bare_names_and_missing_places_are_errors() {
        let try_fill = |template| {
            fill(template, Path::new("index.html"), &site, "", "")
                .map_err(|error| format!("{error:#}"))
        };
        assert!(
            try_fill("<!-- preload --><script type=module src=none.js></script>")
                .unwrap_err()
                .contains("none.js")
        );
        assert!(
            try_fill("<!-- preload --><script type=module src=bare.js></script>")
                .unwrap_err()
                .contains("lit")
        );
        assert!(
            try_fill("<script type=module src=app.js></script>")
                .unwrap_err()
                .contains(PRELOAD)
        );
        assert!(try_fill("<!-- preload --><script type=module src=../x.js></script>").is_err());
        assert_eq!(try_fill("<p>no scripts</p>").unwrap(), "<p>no scripts</p>");
    }

    #[test]
    fn places_are_filled() {
        let template =
            "<a href=\"{{base-url}}/embed.html\"></a><main><!-- declared-result --></main>";
        let page = fill(
            template,
            Path::new("index.html"),
            &site,
            "https://example.org/v",
            "<table></table>",
        )
        .unwrap();
        assert_eq!(
            page,
            "<a href=\"https://example.org/v/embed.html\"></a><main><table></table></main>"
        );
    }

    #[test]
    fn only_files_of_the_site_count() {
        let page = "<link rel=icon href=data:image/svg+xml,x><img src=https://example.org/a.png><img src=//b.org/c.png>\
            <!-- <img src=d.png> --><script>'<img src=e.png>'</script><link rel=canonical href=f.html><img src=g.png>";
        let hrefs: Vec<String> = named(page).into_iter().map(|file| file.href).collect();
        assert_eq!(hrefs, ["g.png"]);
    }
}
