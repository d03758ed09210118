//! `seat-feed DATASET TABLE`: writes the next state of a count, or says what is wrong with it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use std::{fs, thread};

use seat_calculator::calculator::Update;
use seat_calculator::election::Election;
use seat_calculator::feed::{Correction, Instant};
use seat_feed::{Ballot, Heading, checked, dataset, rows, written};
use seat_import::{Recipe, read};
use serde_json::Value;

const USAGE: &str = "\
Usage: cargo xtask feed DATASET TABLE --offset +05:30 [options]

Writes live.json, and live-<seq>.json beside it, from the figures of a table on the ballot
of a dataset.
A state with problems is not written; they are printed, and the command exits with 1.

  --offset O    offset of the clocks of the count from UTC, such as +05:30
  --at TIME     when the figures were counted, such as 2024-11-23T18:01:53+05:30
                (default: when the table was last changed)
  --recipe R    decisions about the table (IMPORT.md)
  --state S     counting (default), paused or final
  --source T    who publishes it, or why the count is paused
  --next N      seconds until pages look again, 30 to 600 (default: 60)
  --out DIR     where to write (default: the current folder)
  --watch       write again whenever the table changes, until stopped
";

/// How often a table is looked at.
const PAUSE: Duration = Duration::from_secs(2);

struct Arguments {
    dataset: PathBuf,
    table: PathBuf,
    offset: Option<String>,
    at: Option<String>,
    recipe: Option<PathBuf>,
    state: String,
    source: Option<String>,
    next: u32,
    out: PathBuf,
    watch: bool,
}

fn main() -> ExitCode {
    match arguments().and_then(|arguments| arguments.as_ref().map_or(Ok(()), run)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The arguments; none if only the usage was asked for.
fn arguments() -> Result<Option<Arguments>, String> {
    use lexopt::prelude::*;
    let mut parser = lexopt::Parser::from_env();
    let wrong = |error: lexopt::Error| format!("{error}\n\n{USAGE}");
    let mut files: Vec<PathBuf> = Vec::new();
    let (mut offset, mut at, mut recipe, mut source) = (None, None, None, None);
    let (mut state, mut next) = ("counting".to_owned(), 60);
    let (mut out, mut watch) = (PathBuf::from("."), false);
    while let Some(argument) = parser.next().map_err(wrong)? {
        let flag = match argument {
            Value(path) if files.len() < 2 => {
                files.push(path.into());
                continue;
            }
            Short('h') => "help".to_owned(),
            Long(flag) => flag.to_owned(),
            other => return Err(wrong(other.unexpected())),
        };
        let mut text = || {
            parser
                .value()
                .and_then(|value| value.string())
                .map_err(wrong)
        };
        match flag.as_str() {
            "offset" => offset = Some(text()?),
            "at" => at = Some(text()?),
            "recipe" => recipe = Some(text()?.into()),
            "state" => state = text()?,
            "source" => source = Some(text()?),
            "next" => {
                next = text()?
                    .parse()
                    .map_err(|_| "--next is a number of seconds")?
            }
            "out" => out = text()?.into(),
            "watch" => watch = true,
            "help" => {
                print!("{USAGE}");
                return Ok(None);
            }
            flag => return Err(format!("--{flag} is not known\n\n{USAGE}")),
        }
    }
    if !["counting", "paused", "final"].contains(&state.as_str()) {
        return Err(format!("--state is counting, paused or final, not {state}"));
    }
    if offset.is_none() && (at.is_none() || watch) {
        return Err(format!(
            "--offset is missing: which clocks does the count go by?\n\n{USAGE}"
        ));
    }
    let Ok([dataset, table]) = <[PathBuf; 2]>::try_from(files) else {
        return Err(format!("a dataset and a table are needed\n\n{USAGE}"));
    };
    Ok(Some(Arguments {
        dataset,
        table,
        offset,
        at,
        recipe,
        state,
        source,
        next,
        out,
        watch,
    }))
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let mut published = publish(arguments);
    if !arguments.watch {
        return published;
    }
    let mut before = changed(&arguments.table);
    loop {
        if let Err(error) = &published {
            eprintln!("error: {error}\nThe last good state stays.");
        }
        while changed(&arguments.table) == before {
            thread::sleep(PAUSE);
        }
        before = changed(&arguments.table);
        published = publish(arguments);
    }
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|data| data.modified()).ok()
}

/// Writes the next state, if it is good and differs from the last.
fn publish(arguments: &Arguments) -> Result<(), String> {
    let data = dataset(&arguments.dataset)?;
    let election =
        Election::from_json(&data.to_string()).map_err(|problems| problems.to_string())?;
    let rows =
        rows(&Ballot::of(&data), &table(arguments)?).map_err(|problems| problems.join("\n"))?;
    let live = arguments.out.join("live.json");
    let last = fs::read_to_string(&live).ok();
    let before: Value = last
        .as_deref()
        .map(serde_json::from_str)
        .transpose()
        .map_err(|error| format!("{}: {error}", live.display()))?
        .unwrap_or_default();
    if before["rows"].as_array() == Some(&rows) && before["state"] == arguments.state.as_str() {
        println!("Nothing has changed.");
        return Ok(());
    }
    gone(&before, &rows)?;
    let seq = before["seq"].as_u64().map_or(1, |seq| seq + 1);
    let feed = written(&election, seq, &heading(arguments)?, &rows);
    let update = checked(&election, last.as_deref(), &feed)?;
    for name in [format!("live-{seq}.json"), "live.json".to_owned()] {
        save(&arguments.out.join(name), &feed)?;
    }
    println!("{}", summary(&update));
    Ok(())
}

/// The table in the data format.
fn table(arguments: &Arguments) -> Result<Value, String> {
    let path = &arguments.table;
    let wrong = |error: String| format!("{}: {error}", path.display());
    let recipe = match &arguments.recipe {
        Some(path) => {
            let text =
                fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
            Recipe::parse(&text).map_err(|error| format!("{}: {error}", path.display()))?
        }
        None => Recipe::default(),
    };
    // A dataset of this project may be in two files.
    if let Ok(whole) = dataset(path)
        && whole["format"] == 1
    {
        return Ok(whole);
    }
    let bytes = fs::read(path).map_err(|error| wrong(error.to_string()))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let reading = read(&bytes, &name, &recipe);
    let left_out = |problem: &&seat_import::Problem| problem.left_out;
    let told = &reading.problems.told;
    let problems: Vec<&str> = match reading.problems.fatal {
        true => told.iter().map(|one| one.message.en.as_str()).collect(),
        false => told
            .iter()
            .filter(left_out)
            .map(|one| one.message.en.as_str())
            .collect(),
    };
    if !problems.is_empty() {
        return Err(problems.join("\n"));
    }
    if let Some(seat) = reading.seats.iter().find(|seat| seat.left_out) {
        return Err(wrong(format!("{} cannot be read", seat.name)));
    }
    reading
        .dataset
        .ok_or_else(|| wrong("nothing could be read".to_owned()))
}

/// Refuses a table that lacks figures of seats which had some: a part of it may be missing.
fn gone(before: &Value, rows: &[Value]) -> Result<(), String> {
    let known = |row: &&Value| row[1] != "awaited";
    let had = before["rows"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(known);
    let ids: Vec<&str> = had.filter_map(|row| row[0].as_str()).collect();
    let lost: Vec<&str> = rows
        .iter()
        .filter(|row| !known(row))
        .filter_map(|row| row[0].as_str())
        .filter(|id| ids.contains(id))
        .collect();
    match lost.is_empty() {
        true => Ok(()),
        false => Err(format!(
            "constituency {}: figures were there before and are gone",
            lost.join(", ")
        )),
    }
}

fn heading(arguments: &Arguments) -> Result<Heading, String> {
    let seconds = |time: SystemTime| {
        time.duration_since(UNIX_EPOCH)
            .map_or(0, |since| since.as_secs())
    };
    let written = |time: SystemTime, offset: &str| Instant::at_offset(seconds(time) as i64, offset);
    let stated = arguments.at.clone().map(Instant::try_from).transpose()?;
    // The clocks of the count: those of --offset, else those that --at was read from.
    let offset = match (&arguments.offset, &arguments.at) {
        (Some(offset), _) => offset.as_str(),
        (None, Some(at)) => &at[19..],
        (None, None) => "Z",
    };
    let at = match stated {
        Some(at) => at,
        None => written(changed(&arguments.table).unwrap_or(UNIX_EPOCH), offset)?,
    };
    Ok(Heading {
        at,
        sent: written(SystemTime::now(), offset)?,
        state: arguments.state.clone(),
        next: arguments.next,
        source: arguments.source.clone(),
    })
}

/// Writes a file whole: who reads it meanwhile gets the one before.
fn save(path: &Path, text: &str) -> Result<(), String> {
    let wrong = |error: std::io::Error| format!("{}: {error}", path.display());
    let partial = path.with_extension("part");
    fs::write(&partial, text).map_err(wrong)?;
    fs::rename(&partial, path).map_err(wrong)
}

/// "State 3, counted at …: 58 declared, 23 leading, 0 open; 20 seats changed. Corrected: 12, 40."
fn summary(update: &Update) -> String {
    let tallied = update.tallied;
    let (d, l, o) = (tallied.declared, tallied.leading, tallied.open);
    let n = update.changes.len();
    let at = String::from(update.at.clone());
    let mut said = format!(
        "State {}, counted at {at}: {d} declared, {l} leading, {o} open; {n} seats changed.",
        update.seq
    );
    let corrected = update
        .changes
        .iter()
        .filter(|change| !change.corrected.is_empty());
    let corrected: Vec<String> = corrected
        .map(|change| {
            let what = change.corrected.iter().map(|one| match one {
                Correction::Winner => "another winner".to_owned(),
                Correction::Withdrawn => "no longer declared".to_owned(),
                Correction::Votes { candidates } => {
                    format!("votes of {candidates} candidates down")
                }
            });
            format!(
                "{} ({})",
                change.constituency,
                what.collect::<Vec<_>>().join(", ")
            )
        })
        .collect();
    if !corrected.is_empty() {
        said += &format!(" Corrected: {}.", corrected.join("; "));
    }
    said
}
