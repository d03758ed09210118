//! `seat-import FILE`: writes an election that can be published, or says what is wrong with the
//! file by row and column.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use seat_import::{Reading, Recipe, read, to_text, two_files};
use serde_json::{Value, json};

const USAGE: &str = "\
Usage: cargo xtask import FILE [options]

Reads a file of results and writes <id>.json and <id>.more.json in the project's data format, or prints what is wrong
by row and column, writes nothing and exits with 1.

  --recipe R        decisions that were saved before (JSON)
  --save-recipe R   where to save the decisions for the next file of this shape
  --alliances A     CSV with the columns party and alliance, and, if known, short, colour,
                    party_hi, short_hi, alliance_short, alliance_hi
  --title T         title of the election
  --id I            its id in links
  --out DIR         where to write (default: www/data); its elections.json gets an entry
  --csv             print the election as a table instead
  --check           write nothing
";

#[derive(Default)]
struct Arguments {
    file: PathBuf,
    recipe: Option<PathBuf>,
    save_recipe: Option<PathBuf>,
    alliances: Option<PathBuf>,
    title: Option<String>,
    id: Option<String>,
    out: PathBuf,
    csv: bool,
    check: bool,
}

fn main() -> ExitCode {
    match arguments().and_then(|arguments| arguments.as_ref().map_or(Ok(true), run)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
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
    let mut arguments = Arguments {
        out: PathBuf::from("www/data"),
        ..Arguments::default()
    };
    let mut file = None;
    let wrong = |error: lexopt::Error| format!("{error}\n\n{USAGE}");
    while let Some(argument) = parser.next().map_err(wrong)? {
        let flag = match argument {
            Value(path) if file.is_none() => {
                file = Some(path.into());
                continue;
            }
            Short('h') => "help",
            Long(flag) => flag,
            other => return Err(wrong(other.unexpected())),
        };
        let flag = flag.to_owned();
        match flag.as_str() {
            "csv" => arguments.csv = true,
            "check" => arguments.check = true,
            "recipe" => arguments.recipe = Some(parser.value().map_err(wrong)?.into()),
            "save-recipe" => arguments.save_recipe = Some(parser.value().map_err(wrong)?.into()),
            "alliances" => arguments.alliances = Some(parser.value().map_err(wrong)?.into()),
            "out" => arguments.out = parser.value().map_err(wrong)?.into(),
            "title" | "id" => {
                let text = parser.value().map_err(wrong)?.string().map_err(wrong)?;
                *(if flag == "id" {
                    &mut arguments.id
                } else {
                    &mut arguments.title
                }) = Some(text);
            }
            "help" => {
                print!("{USAGE}");
                return Ok(None);
            }
            flag => return Err(format!("--{flag} is not known\n\n{USAGE}")),
        }
    }
    arguments.file = file.ok_or_else(|| format!("no file is named\n\n{USAGE}"))?;
    Ok(Some(arguments))
}

fn load(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn save(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// Reads the file. Answers whether everything in it could be used.
fn run(arguments: &Arguments) -> Result<bool, String> {
    let bytes = load(&arguments.file)?;
    let mut recipe = match &arguments.recipe {
        Some(path) => Recipe::parse(&String::from_utf8_lossy(&load(path)?))
            .map_err(|error| format!("{}: {error}", path.display()))?,
        None => Recipe::default(),
    };
    for (id, choice) in [("title", &arguments.title), ("id", &arguments.id)] {
        if let Some(choice) = choice {
            recipe.set(id, choice);
        }
    }
    if let Some(path) = &arguments.alliances {
        alliances(&load(path)?, &mut recipe).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    let name = arguments
        .file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let reading = read(&bytes, &name, &recipe);
    let whole = !reading.problems.fatal
        && reading.problems.told.iter().all(|p| !p.left_out)
        && reading.seats.iter().all(|seat| !seat.left_out);
    if arguments.csv && whole {
        print!(
            "{}",
            seat_import::csv(reading.dataset.as_ref().unwrap_or(&Value::Null))
        );
        return Ok(true);
    }
    report(&reading);
    let Some(dataset) = reading.dataset.as_ref().filter(|_| whole) else {
        println!("Nothing was written.");
        return Ok(false);
    };
    if let Some(path) = &arguments.save_recipe {
        save(path, &reading.recipe().to_json())?;
    }
    if !arguments.check {
        publish(dataset, &arguments.out)?;
    }
    Ok(true)
}

/// Puts the alliances of a CSV file into the recipe, and what else it says of parties.
fn alliances(bytes: &[u8], recipe: &mut Recipe) -> Result<(), String> {
    let mut reader = csv::Reader::from_reader(bytes);
    let header = reader.headers().map_err(|error| error.to_string())?.clone();
    let find = |names: &[&str]| {
        header
            .iter()
            .position(|label| names.contains(&label.trim()))
    };
    let party = find(&["party", "party_code", "Party"]).ok_or("no column \"party\"")?;
    let alliance = find(&["name_en", "alliance", "Alliance"]).ok_or("no column \"alliance\"")?;
    let others = [
        "short",
        "colour",
        "party_hi",
        "short_hi",
        "alliance_short",
        "alliance_hi",
    ]
    .map(|name| find(&[name]));
    for row in reader.records() {
        let row = row.map_err(|error| error.to_string())?;
        let cell = |at: usize| row.get(at).unwrap_or_default().trim();
        let label = cell(party);
        if label.is_empty() {
            continue;
        }
        let [
            short,
            colour,
            party_hi,
            short_hi,
            alliance_short,
            alliance_hi,
        ] = others.map(|at| at.map_or("", cell));
        for (id, choice) in [
            (format!("alliance.{label}"), cell(alliance)),
            (format!("short.{label}"), short),
            (format!("colour.{label}"), colour),
            (format!("hi.{label}"), party_hi),
            (format!("hi.{short}"), short_hi),
            (format!("short.{}", cell(alliance)), alliance_short),
            (format!("hi.{}", cell(alliance)), alliance_hi),
        ] {
            if !choice.is_empty() && !id.ends_with('.') {
                recipe.set(&id, choice);
            }
        }
    }
    Ok(())
}

fn report(reading: &Reading) {
    for decision in &reading.decisions {
        let id = if decision.id.is_empty() {
            String::new()
        } else {
            format!("  [{}]", decision.id)
        };
        println!("{}{id}", decision.sentence.en);
    }
    for problem in &reading.problems.told {
        println!("problem {}: {}", problem.code, problem.message.en);
    }
    if reading.problems.total > reading.problems.told.len() {
        println!(
            "… and {} more problems",
            reading.problems.total - reading.problems.told.len()
        );
    }
    if reading.problems.fatal {
        return;
    }
    let seats = reading.seats.len();
    let held = reading
        .seats
        .iter()
        .filter(|seat| seat.party.is_some())
        .count();
    println!("{held} of {seats} seats have a holder.");
    for party in reading.parties.iter().filter(|party| party.seats > 0) {
        println!("{:>6} {} ({} votes)", party.seats, party.label, party.votes);
    }
}

/// Writes the dataset and enters it in the list of elections beside it.
fn publish(dataset: &Value, out: &Path) -> Result<(), String> {
    std::fs::create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
    let id = dataset["id"].as_str().unwrap_or_default();
    let (first, more) = two_files(dataset);
    for (name, file) in [(id.to_owned(), first), (format!("{id}.more"), more)] {
        let path = out.join(format!("{name}.json"));
        save(&path, &to_text(&file))?;
        println!("{} was written.", path.display());
    }
    let list_path = out.join("elections.json");
    let list = if list_path.exists() {
        load(&list_path)?
    } else {
        b"[]".to_vec()
    };
    let list: Value =
        serde_json::from_slice(&list).map_err(|e| format!("{}: {e}", list_path.display()))?;
    let mut entries = list.as_array().cloned().unwrap_or_default();
    let entry = json!({"id": id, "page": format!("{id}.html"), "title": dataset["title"]});
    match entries.iter_mut().find(|known| known["id"] == id) {
        Some(known) => known["title"] = dataset["title"].clone(),
        None => entries.push(entry),
    }
    let lines: Vec<String> = entries.iter().map(Value::to_string).collect();
    save(&list_path, &format!("[\n{}\n]\n", lines.join(",\n")))
}
