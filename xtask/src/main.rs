//! The project's own commands: `cargo xtask build | serve | test | fuzz | import | feed |
//! check-claim | bench`.

mod bench;
mod build;
mod check_claim;
mod paths;
mod serve;
mod test;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    about = "Build, serve, test and measure the seat calculator"
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Compile the core, prepare the page and write everything to dist/
    Build {
        /// The address the page will be published at, for links, cards and snippets
        #[arg(long, value_name = "URL")]
        base_url: Option<String>,
        /// Where to write instead of dist/
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
        /// Also write a zip of the folder, with checksums, beside it
        #[arg(long)]
        zip: bool,
    },
    /// Serve www/ on 127.0.0.1 with the compiled core; a reload shows what changed in it
    Serve {
        #[arg(long, default_value_t = serve::DEFAULT_PORT)]
        port: u16,
        /// Serve a folder as it is, such as dist, instead of www/
        #[arg(long, value_name = "DIR")]
        dir: Option<PathBuf>,
        /// Compile the core again when it changes
        #[arg(long)]
        watch: bool,
        /// Replay the recorded states of a count in a folder, such as rehearsal/jharkhand-2024
        #[arg(long, value_name = "DIR")]
        replay: Option<PathBuf>,
        /// Seconds for which each of them is served
        #[arg(
            long,
            value_name = "SECONDS",
            default_value_t = 60,
            requires = "replay"
        )]
        every: u64,
    },
    /// Run every check; the last line is "N passed, N failed"
    Test {
        /// Run one step only (may be given more than once)
        #[arg(long, value_enum)]
        only: Vec<test::Step>,
        /// Run the browser tests in one browser only
        #[arg(long, value_enum)]
        browser: Option<test::Browser>,
        /// Run only the test files for Node whose names begin so
        #[arg(long, value_name = "NAME")]
        file: Option<String>,
    },
    /// Attack the core with damaged inputs: fuzz [TARGET] [--seconds N] [--seed N] (CONTRIBUTING.md)
    #[command(disable_help_flag = true)]
    Fuzz {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
    /// Read a file of results and write it to www/data, or say what is wrong with it (IMPORT.md)
    #[command(disable_help_flag = true)]
    Import {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
    /// Write the next state of a count from a dataset and a table, or say what is wrong (FEED.md)
    #[command(disable_help_flag = true)]
    Feed {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
    /// Check a printed claim: exit code 0 if it is right, 1 if it is not, 2 if it was not understood,
    /// 3 if there is no such election
    CheckClaim {
        /// The claim, as it is printed
        claim: String,
        /// Id of the election
        #[arg(long, default_value = "jharkhand-2024")]
        election: String,
    },
    /// Measure; without a name, everything
    Bench { name: Option<String> },
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the command of another package.
fn package(name: &str, arguments: &[OsString]) -> Result<ExitCode> {
    let mut cargo = std::process::Command::new(env!("CARGO"));
    let run = cargo.args(["run", "--quiet", "--package", name, "--"]);
    ended(run.args(arguments))
}

/// Runs a command to its end.
fn ended(command: &mut std::process::Command) -> Result<ExitCode> {
    Ok(if command.status()?.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Build { base_url, out, zip } => {
            let plan = build::Plan::here(out, base_url)?;
            build::run(&plan)?;
            if zip {
                build::zip(&plan)?;
            }
        }
        Command::Serve {
            port,
            dir,
            watch,
            replay,
            every,
        } => serve::run(port, dir, watch, replay.map(|folder| (folder, every)))?,
        Command::Test {
            only,
            browser,
            file,
        } => return test::run(&only, browser, file.as_deref().unwrap_or_default()),
        // Crates of their own, so that the other commands do not compile them.
        Command::Fuzz { arguments } => {
            return ended(test::fuzz(&paths::root()?).args(arguments));
        }
        Command::Import { arguments } => return package("seat-import", &arguments),
        Command::Feed { arguments } => return package("seat-feed", &arguments),
        Command::CheckClaim { claim, election } => {
            let checked = paths::root().and_then(|root| check_claim::run(&root, &claim, &election));
            // An error is no verdict: 1 says that the claim is wrong.
            return Ok(checked.unwrap_or_else(|error| {
                eprintln!("error: {error:#}");
                ExitCode::from(3)
            }));
        }
        Command::Bench { name } => bench::run(name.as_deref())?,
    }
    Ok(ExitCode::SUCCESS)
}
