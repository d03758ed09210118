//! `cargo xtask fuzz [TARGET] [--seconds N] [--seed N]`.

use lexopt::prelude::*;
use seat_fuzz::engine::attack;
use seat_fuzz::targets::{ALL, Target};
use std::process::ExitCode;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

struct Arguments {
    targets: Vec<&'static Target>,
    seconds: u64,
    seed: u64,
}

fn arguments() -> Result<Arguments, lexopt::Error> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let mut all = Arguments {
        targets: Vec::new(),
        seconds: 60,
        seed: now.map_or(1, |now| now.as_secs()),
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("seconds") => all.seconds = parser.value()?.parse()?,
            Long("seed") => all.seed = parser.value()?.parse()?,
            Value(name) => {
                let found = ALL.iter().find(|target| *target.name == *name);
                let names: Vec<_> = ALL.iter().map(|target| target.name).collect();
                all.targets
                    .push(found.ok_or_else(|| format!("targets: {}", names.join(", ")))?);
            }
            other => return Err(other.unexpected()),
        }
    }
    if all.targets.is_empty() {
        all.targets.extend(ALL);
    }
    Ok(all)
}

fn main() -> ExitCode {
    let arguments = match arguments() {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::from(2);
        }
    };
    // A failing input is tried again and again while it is made smaller; what it says is told once.
    std::panic::set_hook(Box::new(|_| {}));
    println!("seed {}", arguments.seed);
    let mut good = true;
    for target in arguments.targets {
        let name = target.name;
        match attack(
            target,
            Duration::from_secs(arguments.seconds),
            arguments.seed,
        ) {
            Ok(run) => println!(
                "ok   {name}: {} inputs, {} of them deep, slowest {} ms",
                run.inputs,
                run.deep,
                run.slowest.as_millis()
            ),
            Err(error) => {
                println!("FAIL {name}: {error}");
                good = false;
            }
        }
    }
    if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
