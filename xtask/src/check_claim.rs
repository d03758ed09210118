//! `cargo xtask check-claim`: a claim against a shipped election, in words.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use seat_calculator::claim::background::Background;
use seat_calculator::claim::book::Book;
use seat_calculator::claim::{Answer, Figure, Finding, Kind, Reading, Verdict, check};
use seat_calculator::dataset::lay_over;
use serde_json::{Value, json};

/// Checks a claim and prints what is said of it. The exit code is 0 for a claim that is right, also
/// by another reading or at another hour, 1 for one that is not, 2 for one that was not understood
/// or cannot be decided.
///
/// # Errors
/// When there is no election of that id, or a file of it cannot be read.
pub fn run(root: &Path, text: &str, election: &str) -> Result<ExitCode> {
    let (book, background) = open(root, election)?;
    let words = read(&root.join("www/claims/en.json"))?;
    let words: BTreeMap<String, Value> = serde_json::from_str(&words)?;
    let answer = check(text, &book, &background);
    print(&answer, &words);
    Ok(match answer.verdict {
        Some(Verdict::Right | Verdict::AnotherReading | Verdict::AnotherHour) => ExitCode::SUCCESS,
        None | Some(Verdict::Undecided) => ExitCode::from(2),
        Some(_) => ExitCode::from(1),
    })
}

/// A shipped election with what claims are held against beside it.
///
/// # Errors
/// When there is no election of that id, or a file of it cannot be read.
pub fn open(root: &Path, election: &str) -> Result<(Book, Background)> {
    let data = root.join("www/data");
    let listed: Value = serde_json::from_str(&read(&data.join("elections.json"))?)?;
    let ids = listed.as_array().into_iter().flatten();
    let ids: Vec<&str> = ids.filter_map(|one| one["id"].as_str()).collect();
    if !ids.contains(&election) {
        bail!(
            "no election is called \"{election}\"; there are: {}",
            ids.join(", ")
        );
    }
    let book = Book::from_json(&dataset(&data, election)?.to_string())?;
    let background = background(&data, election, &listed)?;
    Ok((book, background))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// A data file with its second file laid over it (DATA.md).
fn dataset(data: &Path, id: &str) -> Result<Value> {
    let mut whole: Value = serde_json::from_str(&read(&data.join(format!("{id}.json")))?)?;
    if let Some(more) = whole["more"].as_str().map(str::to_owned) {
        lay_over(&mut whole, serde_json::from_str(&read(&data.join(more))?)?);
    }
    Ok(whole)
}

/// The earlier elections, the counts of the day and the tallies that ship with an election.
fn background(data: &Path, election: &str, listed: &Value) -> Result<Background> {
    let path = data.join(format!("{election}.facts.json"));
    let facts: Value = match path.exists() {
        true => serde_json::from_str(&read(&path)?)?,
        false => json!({}),
    };
    let mut earlier = Vec::new();
    for one in facts["earlier"].as_array().into_iter().flatten() {
        let id = one["election"].as_str().unwrap_or_default();
        earlier.push(json!({"dataset": dataset(data, id)?, "successors": one["successors"]}));
    }
    let mut hours = Vec::new();
    for one in listed.as_array().into_iter().flatten() {
        let (Some(id), Some(of)) = (one["id"].as_str(), one["of"].as_str()) else {
            continue;
        };
        let other = dataset(data, id)?;
        if of == election && other["house"]["result"]["kind"] == "count" {
            hours.push(other);
        }
    }
    let day =
        ["day", "day_parties"].map(|name| facts[name].as_array().cloned().unwrap_or_default());
    let tallies = day.concat();
    let all = json!({"earlier": earlier, "hours": hours, "day": tallies}).to_string();
    Ok(Background::from_value(&serde_json::from_str(&all)?)?)
}

fn print(answer: &Answer, words: &BTreeMap<String, Value>) {
    let say = |key: &str| {
        words
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or(key)
            .to_owned()
    };
    if answer.readings.is_empty() {
        println!("{}", say("verdict.notUnderstood"));
    }
    for reading in &answer.readings {
        let hour = reading.hour.clone().filter(|hour| !hour.is_empty());
        let hour = hour.unwrap_or_else(|| say("hour.unknown"));
        println!(
            "{}",
            say(&format!("verdict.{}", name(&reading.verdict))).replace("{hour}", &hour)
        );
        for one in &reading.contradictions {
            let said = say(&format!("contradiction.{}", one.code));
            println!(
                "  {}",
                said.replace("{adds}", &one.adds)
                    .replace("{says}", &one.says)
            );
        }
        for (figure, finding) in reading.claim.figures.iter().zip(&reading.findings) {
            println!("  {}", line(reading, figure, finding, &say));
        }
    }
    if !answer.unread.is_empty() {
        println!(
            "{}",
            say("unread").replace("{words}", &answer.unread.join(", "))
        );
    }
}

/// The word that a value has in JSON.
pub fn name<T: serde::Serialize>(value: &T) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

/// "JMM, vote share 23.44: right; of votes counted: 23.44 (4183281 of 17846283)".
fn line(
    reading: &Reading,
    figure: &Figure,
    finding: &Finding,
    say: &dyn Fn(&str) -> String,
) -> String {
    let mut whom = figure.who.join(" + ");
    for without in &figure.without {
        whom += &format!(" − {without}");
    }
    if let Some(place) = &figure.place {
        whom += &format!(" ({} {})", place.kind, place.id);
    }
    if !figure.against.is_empty() {
        whom += &format!(" : {}", figure.against.join(" + "));
    }
    let measure = say(&format!("measure.{}", name(&figure.measure)));
    let number = figure
        .number
        .map(|number| format!(" {number}"))
        .unwrap_or_default();
    let verdict = finding
        .verdict
        .map_or("unjudged".to_owned(), |verdict| name(&verdict));
    let mut said = format!(
        "{whom} · {measure}{number}: {}",
        say(&format!("mark.{verdict}"))
    );
    for held in &finding.held {
        let code = say(&format!("reading.{}", held.code));
        let value = held.value.clone().unwrap_or_else(|| held.ids.join(", "));
        let of = held.of.filter(|(part, whole)| part != whole);
        let of = of
            .map(|(part, whole)| format!(" ({part} / {whole})"))
            .unwrap_or_default();
        let earlier = held.ids.join(", ");
        let since = match figure.measure.kind() {
            Kind::Change if held.value.is_some() => format!(" ({earlier})"),
            _ => String::new(),
        };
        said += &format!("; {code}: {value}{of}{since}");
    }
    if let Some(needs) = finding.needs {
        said += &format!("; {}", say(&format!("needs.{needs}")));
    }
    format!("{said} [{}]", reading.election)
}
