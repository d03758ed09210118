//! `cargo xtask feed`: what it writes, and that it writes nothing where a page would refuse it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// Three seats as they stand before the count; the second constituency has a name in another script and a variant.
const DATASET: &str = r##"{
  "format": 1, "id": "rivertown", "title": "Rivertown", "house": {"name": "Council", "seats": 3},
  "parties": [{"id": "BOAT", "name": "Boat Party", "short": "BP", "colour": "#22abed"},
              {"id": "MILL", "name": "Mill Party", "colour": "#8a0700"}],
  "alliances": [],
  "constituencies": [
    {"id": "1", "name": "Old Harbour", "status": "awaited", "candidates": [
      {"name": "Asha Devi", "party": "BOAT"}, {"name": "K. C. Munda", "party": "MILL"}]},
    {"id": "2", "name": {"en": "New Bridge", "hi": "नया पुल"}, "variants": ["Bridge (New)"], "status": "awaited", "candidates": [
      {"serial": 3, "name": "R. Tirkey", "party": "IND"}, {"serial": 1, "name": "Md. Aslam", "party": "BOAT"}]},
    {"id": "3", "name": "Hill", "status": "awaited", "candidates": [
      {"name": "S. Oraon", "party": "MILL"}, {"name": "B. Das", "party": "BOAT"}]}
  ]
}"##;

const FIRST: &str = "\
No,Constituency,Candidate,Party,Votes,Result
1,OLD HARBOUR,ASHA DEVI,Boat Party,500,Won
1,OLD HARBOUR,K C Munda,Mill Party,400,Lost
2,Bridge (New),Md Aslam,BP,70,
2,Bridge (New),R. Tirkey,Independent,90,
";

/// A folder of its own for each test, with the dataset and a table.
fn folder(name: &str, table: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("feed-{name}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("rivertown.json"), DATASET).unwrap();
    std::fs::write(folder.join("count.csv"), table).unwrap();
    folder
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_seat-feed"));
    command
        .current_dir(folder)
        .args(["rivertown.json", "count.csv"])
        .args(arguments);
    command
}

fn write(folder: &Path, arguments: &[&str]) -> Output {
    let at = ["--at", "2025-05-04T18:01:53+05:30"];
    command(folder, &[&at, arguments].concat())
        .output()
        .unwrap()
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// What is printed where nothing is written, and that nothing was.
fn refused(folder: &Path, arguments: &[&str]) -> String {
    let live = folder.join("live.json");
    let before = std::fs::read(&live).ok();
    let output = write(folder, arguments);
    assert!(!output.status.success(), "{output:?}");
    assert_eq!(std::fs::read(&live).ok(), before);
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn a_table_becomes_a_state_on_the_ballot_of_the_dataset() {
    let folder = folder("good", FIRST);
    let output = write(&folder, &["--source", "Town clerk", "--next", "45"]);
    assert!(output.status.success(), "{output:?}");
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        said.contains("1 declared, 1 leading, 1 open; 2 seats changed"),
        "{said}"
    );
    let feed = json(&folder.join("live.json"));
    assert_eq!(feed, json(&folder.join("live-1.json")));
    assert_eq!(
        (&feed["feed"], &feed["seq"], &feed["next"]),
        (&json!(1), &json!(1), &json!(45))
    );
    assert_eq!(feed["at"], "2025-05-04T18:01:53+05:30");
    assert!(feed["sent"].as_str().unwrap().ends_with("+05:30"));
    assert_eq!(
        (&feed["election"], &feed["state"]),
        (&json!("rivertown"), &json!("counting"))
    );
    assert_eq!(feed["source"], "Town clerk");
    // Votes by serial: in the second seat 1 is Md. Aslam, 3 R. Tirkey.
    let rows = json!([
        ["1", "declared", 1, null, [500, 400], null],
        ["2", "leading", 3, null, [70, 90], null],
        ["3", "awaited", null, null, null, null]
    ]);
    assert_eq!(feed["rows"], rows);
    assert_eq!(
        std::fs::read_to_string(folder.join("live.json"))
            .unwrap()
            .lines()
            .count(),
        5
    );
}

#[test]
fn states_follow_one_another_and_corrections_are_told() {
    let folder = folder("next", FIRST);
    assert!(write(&folder, &[]).status.success());
    let said = |output: Output| String::from_utf8(output.stdout).unwrap();
    assert_eq!(said(write(&folder, &[])), "Nothing has changed.\n");
    let corrected = FIRST
        .replace("500,Won", "300,Lost")
        .replace("400,Lost", "401,Won");
    std::fs::write(folder.join("count.csv"), corrected).unwrap();
    let told = said(write(&folder, &[]));
    assert!(told.starts_with("State 2,"), "{told}");
    assert!(
        told.ends_with("Corrected: 1 (another winner, votes of 1 candidates down).\n"),
        "{told}"
    );
    assert_eq!(
        json(&folder.join("live-1.json"))["seq"],
        1,
        "earlier states are kept"
    );
    // The same figures, but the count is over: a state of its own.
    assert!(said(write(&folder, &["--state", "final"])).starts_with("State 3,"));
    assert_eq!(json(&folder.join("live.json"))["state"], "final");
}

#[test]
fn nothing_that_a_page_would_refuse_is_written() {
    for (name, from, to, said) in [
        (
            "place",
            "1,OLD HARBOUR",
            "9,New Harbour",
            "no constituency of the dataset is called so",
        ),
        (
            "candidate",
            "K C Munda,Mill Party",
            "X. Y,Sail Party",
            "is not on its ballot",
        ),
        (
            "missing",
            "2,Bridge (New),Md Aslam,BP,70,\n",
            "",
            "New Bridge: no votes of candidate 1",
        ),
        ("number", "400,Lost", "4OO,Lost", "Votes"),
        ("two winners", "400,Lost", "400,Won", "Old"),
        (
            "fewer",
            "500,Won\n1,OLD HARBOUR,K C Munda,Mill Party,400,Lost",
            "500,Lost\n1,OLD HARBOUR,K C Munda,Mill Party,400,Won",
            "more votes",
        ),
    ] {
        let folder = folder(name, &FIRST.replace(from, to));
        let told = refused(&folder, &[]);
        assert!(
            told.to_lowercase().contains(&said.to_lowercase()),
            "{name}: {told}"
        );
    }
}

#[test]
fn a_table_that_lost_rows_is_refused() {
    let folder = folder("lost", FIRST);
    assert!(write(&folder, &[]).status.success());
    let lines: Vec<&str> = FIRST.lines().take(3).collect();
    std::fs::write(folder.join("count.csv"), lines.join("\n")).unwrap();
    let told = refused(&folder, &[]);
    assert!(
        told.contains("constituency 2: figures were there before and are gone"),
        "{told}"
    );
}

#[test]
fn what_is_asked_for_wrongly_is_said() {
    let folder = folder("arguments", FIRST);
    let told = |arguments: &[&str]| {
        let output = command(&folder, arguments).output().unwrap();
        assert!(!output.status.success());
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(told(&[]).contains("--offset is missing"));
    assert!(told(&["--offset", "IST"]).contains("expected an offset such as +05:30"));
    assert!(told(&["--at", "18:01"]).contains("expected a time such as"));
    assert!(told(&["--offset", "Z", "--state", "over"]).contains("counting, paused or final"));
    assert!(told(&["--offset", "Z", "--recipe", "none.json"]).contains("none.json"));
    assert!(!folder.join("live.json").exists());
}

#[test]
fn watched_a_table_is_written_again_when_it_changes_and_a_bad_one_is_not() {
    let folder = folder("watch", FIRST);
    let mut running = command(&folder, &["--offset", "+05:30", "--watch"]);
    let mut running = running
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let wait = |seq: u64| {
        let end = Instant::now() + Duration::from_secs(60);
        let live = folder.join("live.json");
        while !live.exists() || json(&live)["seq"] != seq {
            assert!(Instant::now() < end, "no state {seq}");
            sleep(Duration::from_millis(50));
        }
    };
    let change = |text: &str| {
        // Times of files may be kept in whole seconds.
        sleep(Duration::from_millis(1_100));
        std::fs::write(folder.join("count.csv"), text).unwrap();
    };
    wait(1);
    change("nothing");
    change(&FIRST.replace("90,", "95,"));
    wait(2);
    running.kill().unwrap();
    running.wait().unwrap();
    assert_eq!(
        json(&folder.join("live.json"))["rows"][1][4],
        json!([70, 95])
    );
}
