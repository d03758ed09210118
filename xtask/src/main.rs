//! The project's own commands: `cargo xtask build | serve | test | import | bench`.

mod bench;
mod build;
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
    /// Read a file of results and write it to www/data, or say what is wrong with it (IMPORT.md)
    #[command(disable_help_flag = true)]
    Import {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
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

fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Build { base_url, out } => {
            build::run(&build::Plan::here(out, base_url)?)?;
        }
        Command::Serve { port, dir, watch } => serve::run(port, dir, watch)?,
        Command::Test {
            only,
            browser,
            file,
        } => return test::run(&only, browser, file.as_deref().unwrap_or_default()),
        // A crate of its own, so that the other commands do not compile it.
        Command::Import { arguments } => {
            let mut cargo = std::process::Command::new(env!("CARGO"));
            let run = cargo.args(["run", "--quiet", "--package", "seat-import", "--"]);
            let good = run.args(arguments).status()?.success();
            return Ok(if good {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            });
        }
        Command::Bench { name } => bench::run(name.as_deref())?,
    }
    Ok(ExitCode::SUCCESS)
}
