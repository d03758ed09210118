//! Several modules as one, with one scope and one run, as if they had been written in one file.
//!
//! Each name at the top of a module gets the module's number (`render` of the third module becomes `render$3`), imports
//! between the modules become plain uses of these names, and `import.meta.url` goes on meaning the module's own
//! address. What one of them imports on demand from another of them is there at once. Joined modules name what they
//! export: `export *`, `export default` and `import * as` are refused.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail, ensure};
use oxc_allocator::{Allocator, TakeIn};
use oxc_ast::AstKind;
use oxc_ast::ast::{Expression, ImportDeclarationSpecifier, Statement};
use oxc_codegen::{Codegen, CodegenOptions, CommentOptions};
use oxc_ecmascript::BoundNames;
use oxc_semantic::SemanticBuilder;
use oxc_span::GetSpan;
use oxc_str::Ident;

use super::{html, modules, script};

/// The names a module takes from others and gives to others.
#[derive(Default)]
struct Names {
    /// By local name: where it comes from.
    imports: BTreeMap<String, Source>,
    /// By name given: where it comes from.
    exports: BTreeMap<String, Export>,
    /// What is imported without a name, only to run.
    bare: BTreeSet<PathBuf>,
}

impl Names {
    /// What comes from other modules.
    fn all(self) -> impl Iterator<Item = Source> {
        let passed = self
            .exports
            .into_values()
            .filter_map(|export| match export {
                Export::From(source) => Some(source),
                Export::Local(_) => None,
            });
        self.imports.into_values().chain(passed)
    }
}

/// The name `name` of the file `file`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    /// The module.
    pub file: PathBuf,
    /// What it calls it.
    pub name: String,
}

/// What modules give to others that are joined elsewhere: by what is meant, the module whose file has it, and its name there.
pub type Given = BTreeMap<Source, (PathBuf, String)>;

enum Export {
    Local(String),
    From(Source),
}

/// The modules `members` (each after what it imports, the one that gives the file its address last) as one module.
/// `read` answers the text of a file of the site. Imports from files that are not in `members` stay imports, of the files
/// where `given` has them; what it says this file has is exported beside the exports of the last one.
///
/// # Errors
/// When a module does not parse, imports what is not exported, imports another file only to run, or uses a form that is
/// not joined.
pub fn join(
    members: &[PathBuf],
    read: &dyn Fn(&Path) -> Result<String>,
    given: &Given,
) -> Result<String> {
    let root = members.last().context("nothing to join")?;
    let mut joined = Joined {
        members,
        names: Vec::new(),
        outside: BTreeMap::new(),
    };
    let mut texts = Vec::new();
    for file in members {
        let text = read(file)?;
        let names = names(&text, file)?;
        // A member runs anyway; what lies in another file would be lost.
        if let Some(lost) = names.bare.iter().find(|bare| !members.contains(bare)) {
            bail!(
                "{}: {} is imported only to run, but is in another file; name what is meant",
                file.display(),
                lost.display()
            );
        }
        joined.names.push(names);
        texts.push(text);
    }
    let mut body = String::new();
    for (index, text) in texts.iter().enumerate() {
        let text = at_home(text, &members[index], root, &mut |file| {
            joined.at_once(file)
        })?;
        body.push_str(&joined.renamed(index, &text)?);
    }
    let mut exports = Vec::new();
    for (source, (_, name)) in given.iter().filter(|(_, (file, _))| file == root) {
        exports.push(format!("{} as {name}", joined.local(source)?));
    }
    let own: Vec<String> = joined
        .names
        .last()
        .into_iter()
        .flat_map(|names| names.exports.keys().cloned())
        .collect();
    for name in own {
        let local = joined.local(&Source {
            file: root.clone(),
            name: name.clone(),
        })?;
        exports.push(format!("{local} as {name}"));
    }
    let mut head = String::new();
    for (source, local) in &joined.outside {
        let known = given.get(source);
        let (file, name) = known.map_or((&source.file, &source.name), |(file, name)| (file, name));
        let address = html::relative(root.parent().unwrap_or(Path::new("")), file);
        writeln!(head, "import {{ {name} as {local} }} from \"./{address}\";")?;
    }
    let tail = if exports.is_empty() {
        String::new()
    } else {
        format!("export {{ {} }};\n", exports.join(", "))
    };
    Ok(head + &body + &tail)
}

struct Joined<'a> {
    members: &'a [PathBuf],
    names: Vec<Names>,
    /// What comes from files that stay outside, with the name it has inside.
    outside: BTreeMap<Source, String>,
}

impl Joined<'_> {
    /// What an import on demand of `file` answers where that is one of the members.
    fn at_once(&mut self, file: &Path) -> Result<Option<String>> {
        let Some(index) = self.members.iter().position(|member| member == file) else {
            return Ok(None);
        };
        let given: Vec<String> = self.names[index].exports.keys().cloned().collect();
        let mut properties = Vec::new();
        for name in given {
            let local = self.local(&Source {
                file: file.to_path_buf(),
                name: name.clone(),
            })?;
            properties.push(format!("{name}: {local}"));
        }
        Ok(Some(format!(
            "Promise.resolve({{ {} }})",
            properties.join(", ")
        )))
    }

    /// The name in the joined module of what `source` means.
    fn local(&mut self, source: &Source) -> Result<String> {
        let mut source = source.clone();
        let mut met = BTreeSet::new();
        loop {
            let Some(index) = self.members.iter().position(|file| *file == source.file) else {
                let number = self.outside.len();
                let fresh = || format!("{}${number}$outside", source.name);
                return Ok(self
                    .outside
                    .entry(source.clone())
                    .or_insert_with(fresh)
                    .clone());
            };
            ensure!(
                met.insert(source.clone()),
                "{} is exported in a circle",
                source.name
            );
            let names = &self.names[index];
            let next = match names.exports.get(&source.name) {
                None => bail!("{} exports no {}", source.file.display(), source.name),
                Some(Export::From(next)) => next,
                Some(Export::Local(local)) => match names.imports.get(local) {
                    Some(next) => next,
                    None => return Ok(numbered(local, index)),
                },
            };
            source = next.clone();
        }
    }

    /// The statements of a module under their new names, without imports and exports.
    fn renamed(&mut self, index: usize, text: &str) -> Result<String> {
        let file = &self.members[index];
        let allocator = Allocator::default();
        let mut program = script::parse(&allocator, text, file)?;
        let mut scoping = SemanticBuilder::new()
            .build(&program)
            .semantic
            .into_scoping();
        if let Some(name) = scoping.symbol_names().find(|name| looks_numbered(name)) {
            bail!(
                "{}: the name {name} could be taken for one that joining made",
                file.display()
            );
        }
        let symbols: Vec<_> = scoping.iter_bindings_in(scoping.root_scope_id()).collect();
        for symbol in symbols {
            let name = scoping.symbol_name(symbol).to_owned();
            let new = match self.names[index].imports.get(&name).cloned() {
                Some(source) => self
                    .local(&source)
                    .with_context(|| file.display().to_string())?,
                None => numbered(&name, index),
            };
            scoping.set_symbol_name(symbol, Ident::from(new.as_str()));
        }
        for statement in program.body.take_in(&&allocator) {
            match statement {
                Statement::ImportDeclaration(_)
                | Statement::ExportNamedDeclaration(_)
                | Statement::ExportFromDeclaration(_) => {}
                Statement::ExportDeclaration(export) => {
                    program
                        .body
                        .push(Statement::from(export.unbox().declaration));
                }
                other => program.body.push(other),
            }
        }
        let options = CodegenOptions {
            comments: CommentOptions::disabled(),
            ..CodegenOptions::default()
        };
        Ok(Codegen::new()
            .with_options(options)
            .with_scoping(Some(scoping))
            .build(&program)
            .code)
    }
}

fn numbered(name: &str, index: usize) -> String {
    format!("{name}${index}")
}

fn looks_numbered(name: &str) -> bool {
    name.rsplit_once('$')
        .is_some_and(|(_, end)| end == "outside" || end.parse::<usize>().is_ok())
}

/// What the modules of some of `files` (each the members of one) import of modules in the middle of others, with the file
/// where it is found and a short name that it has there.
///
/// # Errors
/// As [`join`].
pub fn given(files: &[Vec<PathBuf>], read: &dyn Fn(&Path) -> Result<String>) -> Result<Given> {
    let mut given = Given::new();
    let mut home = BTreeMap::new();
    for members in files {
        for member in members {
            home.insert(member, members.last().context("nothing to join")?);
        }
    }
    for members in files {
        for member in members {
            for source in names(&read(member)?, member)?.all() {
                let Some(file) = home.get(&source.file).copied() else {
                    continue;
                };
                if Some(file) != members.last() && *file != source.file {
                    given.insert(source, (file.clone(), String::new()));
                }
            }
        }
    }
    for (number, (_, name)) in given.values_mut().enumerate() {
        *name = format!("_{number}");
    }
    Ok(given)
}

/// The names that the module `file`, whose text is given, exports.
///
/// # Errors
/// As [`join`].
pub fn exported(text: &str, file: &Path) -> Result<Vec<String>> {
    Ok(names(text, file)?.exports.into_keys().collect())
}

/// What a module imports and exports.
fn names(text: &str, file: &Path) -> Result<Names> {
    let allocator = Allocator::default();
    let program = script::parse(&allocator, text, file)?;
    let refuse = |what: &str| {
        anyhow!(
            "{}: {what} is not joined; name what is meant",
            file.display()
        )
    };
    let mut names = Names::default();
    for statement in &program.body {
        match statement {
            Statement::ImportDeclaration(import) => {
                let from = modules::resolve(file, &import.source.value)?;
                if import.specifiers.iter().flatten().next().is_none() {
                    names.bare.insert(from.clone());
                }
                for specifier in import.specifiers.iter().flatten() {
                    let (local, name) = match specifier {
                        ImportDeclarationSpecifier::ImportSpecifier(one) => {
                            (&one.local, one.imported.name().to_string())
                        }
                        ImportDeclarationSpecifier::ImportDefaultSpecifier(one) => {
                            (&one.local, "default".to_owned())
                        }
                        ImportDeclarationSpecifier::ImportNamespaceSpecifier(_) => {
                            return Err(refuse("import * as"));
                        }
                    };
                    names.imports.insert(
                        local.name.to_string(),
                        Source {
                            file: from.clone(),
                            name,
                        },
                    );
                }
            }
            Statement::ExportDeclaration(export) => {
                export.declaration.bound_names(&mut |binding| {
                    names.exports.insert(
                        binding.name.to_string(),
                        Export::Local(binding.name.to_string()),
                    );
                });
            }
            Statement::ExportNamedDeclaration(export) => {
                for one in &export.specifiers {
                    names.exports.insert(
                        one.exported.name().to_string(),
                        Export::Local(one.local.name().to_string()),
                    );
                }
            }
            Statement::ExportFromDeclaration(export) => {
                let from = modules::resolve(file, &export.source.value)?;
                for one in &export.specifiers {
                    let source = Source {
                        file: from.clone(),
                        name: one.local.name().to_string(),
                    };
                    names
                        .exports
                        .insert(one.exported.name().to_string(), Export::From(source));
                }
            }
            Statement::ExportAllDeclaration(_) => return Err(refuse("export *")),
            Statement::ExportDefaultDeclaration(_) => return Err(refuse("export default")),
            _ => {}
        }
    }
    Ok(names)
}

/// The text of the module `file`, so that it finds its neighbours when it runs at `root`'s address. `at_once` answers
/// what stands for the import of a file on demand, where that is no request.
fn at_home(
    text: &str,
    file: &Path,
    root: &Path,
    at_once: &mut dyn FnMut(&Path) -> Result<Option<String>>,
) -> Result<String> {
    let there = root.parent();
    let moves = file.parent() != there;
    let folder = there.unwrap_or(Path::new(""));
    let own = format!(
        "new URL(\"./{}\", import.meta.url).href",
        html::relative(folder, file)
    );
    let allocator = Allocator::default();
    let program = script::parse(&allocator, text, file)?;
    let semantic = SemanticBuilder::new()
        .with_build_nodes(true)
        .build(&program)
        .semantic;
    let mut edits = Vec::new();
    for node in semantic.nodes().iter() {
        match node.kind() {
            AstKind::StaticMemberExpression(member)
                if matches!(member.object, Expression::ImportMeta(_)) =>
            {
                ensure!(
                    member.property.name == "url",
                    "{}: only import.meta.url is joined",
                    file.display()
                );
                if moves {
                    edits.push((member.span, own.clone()));
                }
            }
            AstKind::ImportExpression(import) => {
                if let Expression::StringLiteral(name) = &import.source {
                    let target = modules::resolve(file, &name.value)?;
                    if let Some(answer) = at_once(&target)? {
                        edits.push((import.span, answer));
                    } else {
                        let target = html::relative(folder, &target);
                        edits.push((name.span(), format!("\"./{target}\"")));
                    }
                }
            }
            _ => {}
        }
    }
    edits.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
    let mut text = text.to_owned();
    for (span, new) in edits {
        text.replace_range(span.start as usize..span.end as usize, &new);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::script;

    fn joined(members: &[&str], site: &[(&str, &str)]) -> Result<String> {
        let members: Vec<PathBuf> = members.iter().map(PathBuf::from).collect();
        let read = |file: &Path| {
            let found = site.iter().find(|(name, _)| Path::new(name) == file);
            found
                .map(|(_, text)| (*text).to_owned())
                .with_context(|| format!("no file {}", file.display()))
        };
        let text = join(&members, &read, &Given::new())?;
        script::compact(&text, Path::new("joined.js"))?;
        Ok(text)
    }

    /// The text without the white space a printer may choose.
    fn flat(text: &str) -> String {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn equal_names_stay_apart_and_imports_become_uses() {
        let text = joined(
            &["b.js", "a.js"],
            &[
                (
                    "a.js",
                    "import { f as g, n } from './b.js'; const f = 2; export function top(x) { return { f, n, g: g(x.f) }; }",
                ),
                (
                    "b.js",
                    "const hidden = 1; export const f = (n) => n + hidden; export let n = f(0);",
                ),
            ],
        );
        assert_eq!(
            flat(&text.unwrap()),
            "const hidden$0 = 1; const f$0 = (n) => n + hidden$0; let n$0 = f$0(0); const f$1 = 2; \
             function top$1(x) { return { f: f$1, n: n$0, g: f$0(x.f) }; } export { top$1 as top };"
        );
    }

    #[test]
    fn names_are_followed_through_lists_and_re_exports() {
        let text = joined(
            &["c.js", "b.js", "a.js"],
            &[
                ("a.js", "import { one, two } from './b.js'; one(two);"),
                (
                    "b.js",
                    "import { y } from './c.js'; export { x as one } from './c.js'; export { y as two };",
                ),
                ("c.js", "function x() {} const y = 1; export { x, y };"),
            ],
        );
        assert!(flat(&text.unwrap()).ends_with("x$0(y$0);"));
    }

    #[test]
    fn other_files_stay_imports_once_under_one_name() {
        let text = flat(&joined(&["view/b.js", "a.js"], &[
            ("a.js", "import './view/b.js'; import init, { Calculator } from './pkg/m.js'; new Calculator(init);"),
            ("view/b.js", "import { Calculator as C } from '../pkg/m.js'; export const c = C;"),
        ])
        .unwrap());
        assert_eq!(text.matches("import { Calculator as").count(), 1, "{text}");
        assert!(
            text.contains("import { default as default$") && text.contains("from \"./pkg/m.js\""),
            "{text}"
        );
    }

    #[test]
    fn what_lies_in_another_file_is_taken_from_there() {
        let site = |file: &Path| {
            Ok(match file.to_str() {
                Some("page.js") => "import { a } from './view/s.js'; export const p = a;",
                Some("view/s.js") => "import { c } from './u.js'; export const a = 1, b = 2; export { c };",
                Some("view/u.js") => "export const c = 3;",
                _ => "import { b as mine, c } from './s.js'; import { p } from '../page.js'; export const l = [mine, c, p];",
            }
            .to_owned())
        };
        let files: [Vec<PathBuf>; 2] = [
            ["view/u.js", "view/s.js", "page.js"]
                .map(PathBuf::from)
                .into(),
            vec!["view/late.js".into()],
        ];
        let given = given(&files, &site).unwrap();
        let [page, late] = files.map(|members| flat(&join(&members, &site, &given).unwrap()));
        assert!(
            page.ends_with("export { b$1 as _0, c$0 as _1, p$2 as p };"),
            "{page}"
        );
        assert!(
            late.contains("import { _0 as b$") && late.contains("import { _1 as c$"),
            "{late}"
        );
        assert!(
            !late.contains("s.js") && late.matches("\"./../page.js\"").count() == 3,
            "{late}"
        );
    }

    #[test]
    fn modules_keep_their_own_address() {
        let text = flat(&joined(&["view/b.js", "a.js"], &[
            ("a.js", "import { u } from './view/b.js'; export const here = [u, import.meta.url];"),
            ("view/b.js", "export const u = new URL('../data/x.json', import.meta.url); export const l = () => import('./late.js');"),
        ])
        .unwrap());
        assert!(
            text.contains(
                "new URL(\"../data/x.json\", new URL(\"./view/b.js\", import.meta.url).href)"
            ),
            "{text}"
        );
        assert!(
            text.contains("import(\"./view/late.js\")") && text.contains("[u$0, import.meta.url]"),
            "{text}"
        );
    }

    #[test]
    fn what_is_imported_on_demand_from_a_member_is_there_at_once() {
        let text = flat(&joined(&["view/c.js", "view/b.js", "a.js"], &[
            ("a.js", "export const open = () => import('./view/b.js').then((view) => view.b());"),
            ("view/b.js", "import { c } from './c.js'; export function b() { return c; } export { c as d } from './c.js';"),
            ("view/c.js", "export const c = 1;"),
        ])
        .unwrap());
        assert!(
            text.contains("Promise.resolve({ b: b$1, d: c$0 }).then((view) => view.b())"),
            "{text}"
        );
        assert!(!text.contains("import("), "{text}");
    }

    #[test]
    fn inner_names_that_hide_outer_ones_are_left_alone() {
        let text = flat(&joined(&["b.js", "a.js"], &[
            ("a.js", "import { n } from './b.js'; export const f = (n) => { { let f = n; return f; } }, g = () => n;"),
            ("b.js", "export const n = 1;"),
        ])
        .unwrap());
        assert!(
            text.contains("f$1 = (n) => { { let f = n; return f; } }, g$1 = () => n$0"),
            "{text}"
        );
    }

    #[test]
    fn what_cannot_be_joined_is_refused() {
        let refused = |text: &str| {
            joined(
                &["b.js", "a.js"],
                &[("a.js", text), ("b.js", "export const x = 1;")],
            )
            .unwrap_err()
        };
        for (text, reason) in [
            ("import * as b from './b.js';", "import *"),
            ("export * from './b.js';", "export *"),
            ("export default 1;", "export default"),
            ("import { y } from './b.js'; y();", "exports no y"),
            ("const a$1 = 1;", "a$1"),
            ("import './pkg/m.js';", "pkg/m.js is imported only to run"),
            ("import {} from './pkg/m.js';", "only to run"),
        ] {
            assert!(
                format!("{:#}", refused(text)).contains(reason),
                "{text}: {:#}",
                refused(text)
            );
        }
    }
}
