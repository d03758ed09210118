//! `cargo xtask test`: every check, one after another, counted.

mod count;
pub mod needs;
mod repeat;
mod run;
mod steps;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use clap::ValueEnum;

use crate::build::Plan;
use count::Count;
pub use run::fuzz;

/// A group of checks, in the order they run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Step {
    /// rustfmt, and prettier for the scripts
    Format,
    /// clippy without warnings, natively and for the browser; ESLint for the scripts
    Lint,
    /// Rust tests, documentation examples included
    Native,
    /// Damaged inputs against the core and the importer, 20 s for each target
    Fuzz,
    /// The build, its budget, and what its scripts write
    Build,
    /// The built module in Node
    Boundary,
    /// The same bytes from another folder, under another home
    Reproducible,
    /// The page in real browsers
    Browser,
}

impl Step {
    fn reads_the_build(self) -> bool {
        matches!(self, Self::Boundary | Self::Reproducible | Self::Browser)
    }
}

/// A browser the page is tested in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Browser {
    Chromium,
    Firefox,
    /// WebKitGTK, the engine of Safari: the core tasks only
    Webkit,
}

impl Browser {
    /// The name as tests and messages write it.
    fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }
}

/// Runs the steps in `only` (all when empty; what a step reads is built first), in `browser` (in
/// all when none), of the test files for Node those whose names begin with `file`, and prints `N
/// passed, N failed` as the last line. All steps run, even after one that fails.
///
/// # Errors
/// Only when the checkout cannot be found: a failing check is an exit code.
pub fn run(only: &[Step], browser: Option<Browser>, file: &str) -> Result<ExitCode> {
    let plan = Plan::here(None, None)?;
    let browsers = browser.map_or_else(|| Browser::value_variants().to_vec(), |one| vec![one]);
    let chosen = chosen(only);
    let mut total = Count::default();
    let mut lines = Vec::new();
    for step in &chosen {
        println!("\n=== {}", name(*step));
        let start = Instant::now();
        let missing = needs::provide(&plan, *step, &browsers);
        let count = missing + steps::run(*step, &plan, &browsers, file);
        lines.push(format!(
            "{:<13} {:>5} passed {:>3} failed {:>7.1} s",
            name(*step),
            count.passed,
            count.failed,
            start.elapsed().as_secs_f64()
        ));
        total = total + count;
    }
    println!("\n{}", lines.join("\n"));
    println!("{} passed, {} failed", total.passed, total.failed);
    Ok(if total.is_good() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The steps to run, in their order, each once.
fn chosen(only: &[Step]) -> Vec<Step> {
    let build = only.iter().any(|step| step.reads_the_build());
    let wanted =
        |step: &Step| only.is_empty() || only.contains(step) || (build && *step == Step::Build);
    Step::value_variants()
        .iter()
        .copied()
        .filter(wanted)
        .collect()
}

fn name(step: Step) -> String {
    step.to_possible_value()
        .map(|value| value.get_name().to_owned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Step, chosen};

    #[test]
    fn steps_run_in_order_and_after_the_build_they_read() {
        assert_eq!(chosen(&[]).len(), 8);
        assert_eq!(
            chosen(&[Step::Lint, Step::Format]),
            [Step::Format, Step::Lint]
        );
        assert_eq!(
            chosen(&[Step::Browser, Step::Browser]),
            [Step::Build, Step::Browser]
        );
    }
}
