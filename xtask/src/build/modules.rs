//! Which files the page asks for, found by following what names them.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};
use oxc_allocator::Allocator;
use oxc_ast::AstKind;
use oxc_ast::ast::{Expression, ModuleDeclaration};
use oxc_parser::Parser;
use oxc_semantic::SemanticBuilder;
use oxc_span::SourceType;

/// The module `entry` and all it imports statically, directly or not, in the order a browser meets them.
/// `read` answers the text of a file of the site.
///
/// # Errors
/// When a module is missing, does not parse, or imports by a name that is no relative path.
pub fn closure(entry: &Path, read: &dyn Fn(&Path) -> Result<String>) -> Result<Vec<PathBuf>> {
    let mut met = BTreeSet::from([entry.to_path_buf()]);
    let mut order = vec![entry.to_path_buf()];
    let mut next = 0;
    while let Some(file) = order.get(next).cloned() {
        next += 1;
        for found in direct(&file, &read(&file)?)? {
            if met.insert(found.clone()) {
                order.push(found);
            }
        }
    }
    Ok(order)
}

/// The files that the module `file`, whose text is given, imports itself.
///
/// # Errors
/// As [`closure`].
pub fn direct(file: &Path, text: &str) -> Result<Vec<PathBuf>> {
    let found = || -> Result<Vec<PathBuf>> {
        imports(text)?
            .iter()
            .map(|name| resolve(file, name))
            .collect()
    };
    found().with_context(|| file.display().to_string())
}

/// The files that the module `file`, whose text is given, imports when it runs, named in full in the call.
///
/// # Errors
/// As [`closure`].
pub fn on_demand(file: &Path, text: &str) -> Result<Vec<PathBuf>> {
    let allocator = Allocator::default();
    let program = super::script::parse(&allocator, text, file)?;
    let semantic = SemanticBuilder::new()
        .with_build_nodes(true)
        .build(&program)
        .semantic;
    let mut found = Vec::new();
    for node in semantic.nodes().iter() {
        if let AstKind::ImportExpression(import) = node.kind()
            && let Expression::StringLiteral(name) = &import.source
        {
            found.push(resolve(file, &name.value)?);
        }
    }
    Ok(found)
}

/// The names a module imports or re-exports from, in order.
fn imports(text: &str) -> Result<Vec<String>> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, text, SourceType::mjs()).parse();
    if let Some(error) = parsed.diagnostics.first() {
        bail!("{error}");
    }
    let mut names = Vec::new();
    for statement in &parsed.program.body {
        let source = match statement.as_module_declaration() {
            Some(ModuleDeclaration::ImportDeclaration(import)) => Some(&import.source),
            Some(ModuleDeclaration::ExportAllDeclaration(export)) => Some(&export.source),
            Some(ModuleDeclaration::ExportFromDeclaration(export)) => Some(&export.source),
            _ => None,
        };
        names.extend(source.map(|name| name.value.to_string()));
    }
    Ok(names)
}

/// The file of the site that `name` means when `from` says it.
///
/// # Errors
/// When the name is no relative path, or leaves the site.
pub fn resolve(from: &Path, name: &str) -> Result<PathBuf> {
    if !(name.starts_with("./") || name.starts_with("../")) {
        bail!("\"{name}\" is imported, but only relative paths work without a bundler");
    }
    inside(from.parent().unwrap_or(Path::new("")), name)
}

/// The file of the site that the relative address `name` means in `folder`, its query and fragment dropped.
///
/// # Errors
/// When it leaves the site.
pub fn inside(folder: &Path, name: &str) -> Result<PathBuf> {
    let name = name.split(['?', '#']).next().unwrap_or_default();
    let mut path = folder.to_path_buf();
    for part in Path::new(name).components() {
        match part {
            Component::Normal(part) => path.push(part),
            Component::CurDir => {}
            Component::ParentDir if path.pop() => {}
            _ => bail!("\"{name}\" leaves the site"),
        }
    }
    Ok(path)
}
