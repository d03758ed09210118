//! What each step does.

use std::path::{Path, PathBuf};
use std::process::Command;

use std::ops::Add as _;

use anyhow::Result;

use super::count::{self, Count};
use super::run::{cargo, check, counted, fuzz};
use super::{Browser, Step, needs, repeat};
use crate::build::{self, Plan, wasm};
use crate::serve::Site;

/// Runs one step; of the test files for Node those whose names begin with `file`.
pub fn run(step: Step, plan: &Plan, browsers: &[Browser], file: &str) -> Count {
    let root = &plan.root;
    match step {
        Step::Format => {
            let scripts = [
                "--check",
                "www/**/*.{js,ts}",
                "{tests,xtask}/**/*.{js,mjs}",
                "*.mjs",
            ];
            check(
                "format, Rust",
                cargo(root, "fmt").args(["--all", "--", "--check"]),
            ) + package(
                root,
                "format, scripts",
                "prettier/bin/prettier.cjs",
                &scripts,
            )
        }
        Step::Lint => {
            let native = [
                "--quiet",
                "--locked",
                "--workspace",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ];
            let browser = [
                "--quiet",
                "--locked",
                "--package",
                "seat-calculator",
                "--lib",
                "--target",
                wasm::TARGET,
            ];
            check("lints, native", cargo(root, "clippy").args(native))
                + check(
                    "lints, browser",
                    cargo(root, "clippy")
                        .args(browser)
                        .args(["--", "-D", "warnings"]),
                )
                + package(
                    root,
                    "lints, scripts",
                    "eslint/bin/eslint.js",
                    &["--max-warnings=0", "www", "tests", "xtask"],
                )
        }
        Step::Native => {
            let arguments = ["--quiet", "--locked", "--workspace", "--no-fail-fast"];
            let small = [
                "--quiet",
                "--locked",
                "--no-default-features",
                "--test",
                "small_build",
            ];
            counted(cargo(root, "test").args(arguments), count::cargo)
                + counted(cargo(root, "test").args(small), count::cargo)
        }
        // The same inputs every time: what fails here, fails because of a change.
        Step::Fuzz => counted(
            fuzz(root).args(["--seconds", "20", "--seed", "1"]),
            count::fuzz,
        ),
        Step::Build => {
            said("build", build::files(plan))
                + said("budget", build::weigh(plan))
                + node_tests(&root.join("tests").join("build"), file, |node| {
                    node.env("SITE_FOLDER", &plan.out);
                })
        }
        Step::Boundary => {
            let module = plan.out.join(wasm::FOLDER);
            // The page's types rest on those of the built module.
            package(
                root,
                "types, scripts",
                "typescript/bin/tsc",
                &["--project", "."],
            ) + node_tests(&root.join("tests").join("boundary"), file, |node| {
                node.env("MODULE_FOLDER", &module);
            })
        }
        Step::Reproducible => said(
            "same bytes in another folder, under another home",
            repeat::check(plan),
        ),
        Step::Browser => match Site::anywhere(&plan.out) {
            Ok(site) => browsers
                .iter()
                .filter_map(|browser| Some((*browser, files_for(*browser, file)?)))
                .map(|(browser, file)| in_browser(root, browser, &site, file))
                .fold(Count::default(), Count::add),
            Err(error) => said("serve", Err(error)),
        },
    }
}

/// A program of the npm packages, run in the checkout.
fn package(root: &Path, what: &str, program: &str, arguments: &[&str]) -> Count {
    let path = root.join("node_modules").join(program);
    let mut node = Command::new("node");
    node.arg(path).args(arguments).current_dir(root);
    check(what, &mut node)
}

/// Says how a check of our own ended.
fn said(what: &str, result: Result<()>) -> Count {
    match &result {
        Ok(()) => println!("ok   {what}"),
        Err(error) => println!("FAIL {what}: {error:#}"),
    }
    Count::one(result.is_ok())
}

/// How the names of the test files for a browser begin, `file` being asked for. WebDriver can
/// neither listen to the console nor change what a page is asked for, so WebKit runs the tests that
/// need neither.
fn files_for(browser: Browser, file: &str) -> Option<&str> {
    const IN_EVERY_ENGINE: &str = "core-tasks";
    match browser {
        Browser::Chromium | Browser::Firefox => Some(file),
        Browser::Webkit => IN_EVERY_ENGINE.starts_with(file).then_some(IN_EVERY_ENGINE),
    }
}

fn in_browser(root: &Path, browser: Browser, site: &Site, file: &str) -> Count {
    println!("--- {}", browser.name());
    let Some(program) = needs::program(browser) else {
        return said(
            browser.name(),
            Err(anyhow::anyhow!("not found, so no test ran in it")),
        );
    };
    node_tests(&root.join("tests").join("browser"), file, |node| {
        node.env("BROWSER", browser.name())
            .env("BROWSER_PATH", &program)
            .env("BASE_URL", site.address());
    })
}

/// Runs the test files in `folder` with Node's own test runner.
fn node_tests(folder: &Path, file: &str, prepare: impl Fn(&mut Command)) -> Count {
    let files = match test_files(folder, file) {
        Ok(files) => files,
        Err(error) => return said("test files", Err(error)),
    };
    if files.is_empty() {
        return said(
            "test files",
            Err(anyhow::anyhow!("none in {}", folder.display())),
        );
    }
    let mut node = Command::new("node");
    // One file at a time: pages that share two cores with another browser fail for want of time,
    // not for a reason. A test that hangs ends, and is named; every wait within a test has a limit
    // of its own.
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=1"])
        .arg("--test-timeout=900000")
        .args(files)
        .current_dir(folder);
    prepare(&mut node);
    counted(&mut node, count::node)
}

fn test_files(folder: &Path, file: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in folder
        .read_dir()
        .map_err(|error| anyhow::anyhow!("{}: {error}", folder.display()))?
    {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(file) && name.ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::test_files;
    use std::path::Path;

    #[test]
    fn test_files_are_chosen_by_how_their_names_begin() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/browser");
        let some = test_files(&folder, "kept-pictures").unwrap();
        assert_eq!(some, [folder.join("kept-pictures.test.mjs")]);
        let all = test_files(&folder, "").unwrap();
        assert!(all.len() > 10 && all.contains(&some[0]));
        assert!(
            test_files(&folder, "no file has this name")
                .unwrap()
                .is_empty()
        );
    }
}
