//! Modules in fewer bytes.

use std::path::Path;

use anyhow::{Result, bail};
use oxc_allocator::Allocator;
use oxc_ast::ast::Program;
use oxc_codegen::{Codegen, CodegenOptions, CommentOptions};
use oxc_minifier::{
    CompressOptions, CompressOptionsKeepNames, MangleOptions, MangleOptionsKeepNames, Minifier,
    MinifierOptions,
};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// The module `text` as a syntax tree.
///
/// # Errors
/// When it is no module a browser would load; the message begins with `name`.
pub fn parse<'a>(allocator: &'a Allocator, text: &'a str, name: &Path) -> Result<Program<'a>> {
    let parsed = Parser::new(allocator, text, SourceType::mjs()).parse();
    if let Some(error) = parsed.diagnostics.first() {
        bail!("{}: {error}", name.display());
    }
    Ok(parsed.program)
}

/// A module that does the same without comments, idle white space, unused code and long local names. What it imports
/// and exports keeps its names, and so do classes, by which errors are told apart.
///
/// # Errors
/// As [`parse`].
pub fn compact(text: &str, name: &Path) -> Result<String> {
    let allocator = Allocator::default();
    let mut program = parse(&allocator, text, name)?;
    let options = MinifierOptions {
        mangle: Some(MangleOptions {
            keep_names: MangleOptionsKeepNames {
                class: true,
                function: false,
            },
            ..MangleOptions::default()
        }),
        compress: Some(CompressOptions {
            keep_names: CompressOptionsKeepNames::class_only(),
            ..CompressOptions::default()
        }),
        mangle_properties: None,
    };
    let minified = Minifier::new(options).minify(&allocator, &mut program);
    let printing = CodegenOptions {
        comments: CommentOptions::disabled(),
        ..CodegenOptions::minify()
    };
    Ok(Codegen::new()
        .with_options(printing)
        .with_scoping(minified.scoping)
        .with_private_member_mappings(minified.class_private_mappings)
        .build(&program)
        .code)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::compact;

    #[test]
    fn scripts_keep_what_they_do() {
        let from = "// note\nimport { a } from \"./a.js\";\n/** @param {number} b */\nexport const c = (longName) => \
            `x ${a(longName)} // y`;\nexport class D { #e = 1; static { this.f ??= /[/*]/u; } get g() { return this.#e; } }\n";
        let to = compact(from, Path::new("a.js")).unwrap();
        assert!(
            !to.contains("note") && !to.contains("@param") && !to.contains("longName"),
            "{to}"
        );
        assert!(
            to.contains("// y`") && to.contains("/[/*]/u") && to.contains("class D"),
            "{to}"
        );
        assert!(
            to.contains("./a.js") && to.len() < from.len() * 3 / 4,
            "{to}"
        );
    }

    #[test]
    fn broken_scripts_are_refused_by_name() {
        let error = compact("const = 1", Path::new("view/bars.js")).unwrap_err();
        assert!(error.to_string().starts_with("view/bars.js"), "{error}");
    }
}
