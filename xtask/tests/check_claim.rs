//! `cargo xtask check-claim`, run as a command: what it prints, and its exit codes.

use std::process::Command;

/// Exit code and output of the command.
fn check(claim: &str, election: &str) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["check-claim", claim, "--election", election])
        .output()
        .expect("the command runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    (output.status.code(), said)
}

#[test]
fn what_is_right_exits_with_0() {
    for (claim, election, said) in [
        (
            "JMM won 34 of the 43 seats it contested",
            "jharkhand-2024",
            "Right.",
        ),
        (
            "RJD won four of the six seats it fought",
            "jharkhand-2024",
            "Right by another reading.",
        ),
        (
            "RJD’s strike rate was 71 %",
            "jharkhand-2024",
            "Right at another hour: 10:45.",
        ),
        ("BJP 240, Congress 99", "lok-sabha-2024", "Right."),
    ] {
        let (code, printed) = check(claim, election);
        assert_eq!(code, Some(0), "{claim}: {printed}");
        assert!(printed.starts_with(said), "{claim}: {printed}");
    }
}

#[test]
fn what_is_wrong_exits_with_1() {
    for (claim, said) in [
        ("The majority mark is 42.", "Wrong."),
        ("JMM 34 + BJP 21 = 58", "Contradicts itself."),
        ("BJP won 97 seats", "Impossible."),
    ] {
        let (code, printed) = check(claim, "jharkhand-2024");
        assert_eq!(code, Some(1), "{claim}: {printed}");
        assert!(printed.starts_with(said), "{claim}: {printed}");
    }
    let (_, printed) = check("The majority mark is 42.", "jharkhand-2024");
    assert!(
        printed.contains("41"),
        "the right figure is printed: {printed}"
    );
}

#[test]
fn what_is_not_understood_or_decided_exits_with_2() {
    for (claim, said) in [
        ("The counting begins at eight", "Not understood."),
        ("The BJP won 21 seats in 2009", "Cannot be decided here."),
    ] {
        let (code, printed) = check(claim, "jharkhand-2024");
        assert_eq!(code, Some(2), "{claim}: {printed}");
        assert!(printed.starts_with(said), "{claim}: {printed}");
    }
}

#[test]
fn an_election_that_is_not_here_is_an_error_that_names_those_that_are() {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args([
            "check-claim",
            "BJP won 21 seats",
            "--election",
            "bihar-2025",
        ])
        .output()
        .expect("the command runs");
    assert_eq!(output.status.code(), Some(3));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("jharkhand-2024"), "{said}");
}
