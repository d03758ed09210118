//! Edits as objects: what is read, and where and why everything else is refused.

use seat_calculator::decode::Value;
use seat_calculator::problem::Problems;
use seat_calculator::scenario::{Edit, Scenario};

fn read(text: &str) -> Result<Scenario, Problems> {
    let value: Value = serde_json::from_str(text).unwrap();
    Scenario::from_value(&value)
}

fn edit(text: &str) -> Result<Edit, Problems> {
    let mut scenario = read(&format!("{{\"edits\": [{text}]}}"))?;
    Ok(scenario.edits.remove(0))
}

#[test]
fn every_kind_is_read_as_it_is_written() {
    for text in [
        r#"{"pool":{"target":"NDA","joiners":["JLKM"],"efficiency":7000,"scope":{"district":"Ranchi"}}}"#,
        r#"{"swing":{"from":"INDIA","to":"NDA","points":368}}"#,
        r#"{"swing":{"from":"INDIA","to":"NDA","points":0,"scope":{"constituencies":["3"]},"model":"proportional"}}"#,
        r#"{"award":{"constituency":"28","candidate":2}}"#,
        r#"{"award":{"constituency":"28","candidate":"BJP"}}"#,
        r#"{"realign":{"party":"JLKM","alliance":"NDA"}}"#,
        r#"{"realign":{"party":"RJD","alliance":null}}"#,
        r#"{"stance":{"for":["JMM"],"notVoting":[]}}"#,
        r#"{"cross":{"from":"INC","to":"NDA","members":11}}"#,
        r#"{"resign":{"from":"JMM","members":1}}"#,
        r#"{"resign":{"constituency":"28"}}"#,
        r#"{"absent":{"from":"BJP","members":3}}"#,
        r#"{"house":{"base":"voting","speaker":"JMM"}}"#,
    ] {
        let edit = edit(text).unwrap_or_else(|problems| panic!("{text}: {problems}"));
        assert_eq!(serde_json::to_string(&edit).unwrap(), text);
    }
}

#[test]
fn null_is_as_good_as_left_out() {
    let plain = edit(r#"{"swing": {"from": "INC", "to": "BJP", "points": 1}}"#).unwrap();
    let nulls =
        r#"{"swing": {"from": "INC", "to": "BJP", "points": 1, "scope": null, "model": null}}"#;
    assert_eq!(edit(nulls).unwrap(), plain);
    let election = read(r#"{"election": null, "edits": []}"#).unwrap().election;
    assert_eq!(election, None);
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_a_code() {
    for (text, path, code) in [
        ("null", "", "wrong-kind"),
        ("[]", "", "wrong-kind"),
        ("5", "", "wrong-kind"),
        ("{}", "edits", "missing"),
        (r#"{"edits": {}}"#, "edits", "wrong-kind"),
        (r#"{"election": 5, "edits": []}"#, "election", "wrong-kind"),
    ] {
        assert_refused(text, read(text).map(|_| ()), path, code);
    }
    for (text, path, code) in [
        ("{}", "", "wrong-kind"),
        ("7", "", "wrong-kind"),
        (r#"{"award": {}, "stance": {}}"#, "", "wrong-kind"),
        (r#"{"toString": {}}"#, ".toString", "unknown-edit"),
        (r#"{"award": 1}"#, ".award", "wrong-kind"),
        (
            r#"{"award": {"candidate": 1}}"#,
            ".award.constituency",
            "missing",
        ),
        (
            r#"{"award": {"constituency": "1", "candidate": 1.5}}"#,
            ".award.candidate",
            "not-whole",
        ),
        (
            r#"{"award": {"constituency": "1", "candidate": -1}}"#,
            ".award.candidate",
            "negative",
        ),
        (
            r#"{"award": {"constituency": "1", "candidate": 60001}}"#,
            ".award.candidate",
            "too-large",
        ),
        (
            r#"{"award": {"constituency": "1", "candidate": true}}"#,
            ".award.candidate",
            "wrong-kind",
        ),
        (
            r#"{"swing": {"from": "A", "to": "B", "points": 10001}}"#,
            ".swing.points",
            "too-large",
        ),
        (
            r#"{"swing": {"from": "A", "to": "B", "points": 1.5}}"#,
            ".swing.points",
            "not-whole",
        ),
        (
            r#"{"swing": {"from": "A", "to": "B", "points": -1}}"#,
            ".swing.points",
            "negative",
        ),
        (
            r#"{"swing": {"from": "A", "to": "B", "points": 1e300}}"#,
            ".swing.points",
            "too-large",
        ),
        (
            r#"{"swing": {"from": "A", "to": "B", "points": "1"}}"#,
            ".swing.points",
            "wrong-kind",
        ),
        (
            r#"{"swing": {"from": "A", "to": "B", "points": 1, "scop": 1}}"#,
            ".swing.scop",
            "unknown-field",
        ),
        (
            r#"{"swing": {"from": "A", "to": "B", "points": 1, "model": "odd"}}"#,
            ".swing.model",
            "unknown-word",
        ),
        (
            r#"{"swing": {"from": "A", "to": "B", "points": 1, "scope": {"moon": "1"}}}"#,
            ".swing.scope.moon",
            "unknown-scope",
        ),
        (
            r#"{"swing": {"from": "A", "to": "B", "points": 1, "scope": {"constituencies": []}}}"#,
            ".swing.scope.constituencies",
            "too-small",
        ),
        (
            r#"{"swing": {"from": "A", "to": "B", "points": 1, "scope": {"constituencies": ["1", 2]}}}"#,
            ".swing.scope.constituencies[1]",
            "wrong-kind",
        ),
        (
            r#"{"pool": {"target": "A", "joiners": [], "efficiency": 1}}"#,
            ".pool.joiners",
            "too-small",
        ),
        (
            r#"{"absent": {"from": "A", "members": 0}}"#,
            ".absent.members",
            "too-small",
        ),
        (
            r#"{"cross": {"from": "A", "to": "B", "members": 60001}}"#,
            ".cross.members",
            "too-large",
        ),
        (r#"{"resign": {}}"#, ".resign", "vacancy-of-nobody"),
        (
            r#"{"resign": {"from": "A", "members": 0}}"#,
            ".resign.members",
            "too-small",
        ),
        (
            r#"{"house": {"base": "some"}}"#,
            ".house.base",
            "unknown-word",
        ),
    ] {
        assert_refused(
            text,
            edit(text).map(|_| ()),
            &format!("edits[0]{path}"),
            code,
        );
    }
}

fn assert_refused(text: &str, found: Result<(), Problems>, path: &str, code: &str) {
    let problems = found.expect_err(text);
    let first = &problems.list()[0];
    assert_eq!((first.path.as_str(), first.code), (path, code), "{text}");
}

#[test]
fn no_fault_hides_another() {
    let text = r#"{"election": 5, "edits": [{"award": {}}, {"house": {}}, {"pull": {}}, 7]}"#;
    let problems = read(text).unwrap_err();
    let told: Vec<_> = problems
        .list()
        .iter()
        .map(|problem| (problem.path.as_str(), problem.code))
        .collect();
    assert_eq!(
        told,
        [
            ("election", "wrong-kind"),
            ("edits[0].award.constituency", "missing"),
            ("edits[1].house.base", "missing"),
            ("edits[2].pull", "unknown-edit"),
            ("edits[3]", "wrong-kind"),
        ]
    );
    assert_eq!(problems.total(), 5);
}
