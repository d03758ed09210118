//! The command: what it writes, what it prints, and that it writes nothing where it must not.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const GOOD: &str =
    "No,Constituency,Candidate,Party,Votes\n1,A,a,X,10\n1,A,b,Y,9\n2,B,a,X,5\n2,B,b,Y,8\n";

/// A folder of its own for each test, emptied first.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn import(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_seat-import"));
    command
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap()
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

#[test]
fn a_good_file_becomes_an_election_of_the_site() {
    let folder = folder("good");
    std::fs::write(folder.join("r.csv"), GOOD).unwrap();
    std::fs::write(folder.join("a.csv"), "party,alliance\nX,Front\nY,Front\n").unwrap();
    std::fs::create_dir(folder.join("data")).unwrap();
    let listed = r#"[{"id":"old","page":"index.html","title":"Old"}]"#;
    std::fs::write(folder.join("data/elections.json"), listed).unwrap();
    let arguments = [
        "r.csv",
        "--alliances",
        "a.csv",
        "--title",
        "Rivertown 2025",
        "--id",
        "rivertown",
        "--out",
        "data",
        "--save-recipe",
        "recipe.json",
    ];
    let output = import(&folder, &arguments);
    assert!(output.status.success(), "{output:?}");
    let dataset = json(&folder.join("data/rivertown.json"));
    assert_eq!(dataset["title"], "Rivertown 2025");
    assert_eq!(
        dataset["alliances"][0]["parties"].as_array().unwrap().len(),
        2
    );
    let list = json(&folder.join("data/elections.json"));
    assert_eq!(list.as_array().unwrap().len(), 2);
    assert_eq!(list[1]["page"], "rivertown.html");
    // Again: the entry is kept, not doubled. The recipe reads a file without known words.
    let tomorrow = GOOD.replace("10", "11");
    std::fs::write(folder.join("r.csv"), tomorrow).unwrap();
    let again = import(
        &folder,
        &[
            "r.csv",
            "--recipe",
            "recipe.json",
            "--id",
            "rivertown",
            "--out",
            "data",
        ],
    );
    assert!(again.status.success(), "{again:?}");
    assert_eq!(
        json(&folder.join("data/elections.json"))
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[test]
fn problems_are_printed_by_row_and_column_and_nothing_is_written() {
    let folder = folder("bad");
    std::fs::write(folder.join("r.csv"), GOOD.replace(",9\n", ",1.234\n")).unwrap();
    let output = import(&folder, &["r.csv", "--out", "data"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        said.contains("problem votes-grouping: Row 3, column E “Votes”: “1.234”"),
        "{said}"
    );
    assert!(said.contains("Nothing was written."));
    assert!(!folder.join("data").exists());
}

#[test]
fn wrong_arguments_say_how_it_is_used() {
    let folder = folder("arguments");
    for arguments in [&[][..], &["--nonsense"], &["missing.csv"], &["a", "b"]] {
        let output = import(&folder, arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
    assert!(import(&folder, &["--help"]).status.success());
}
