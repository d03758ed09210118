//! Files that are broken in one place: each is refused with its code, row and column, and never
//! with a winner from what is left.

use std::collections::BTreeMap;

use crate::support::{house, problems, reading};

/// A file and the first problem that it has, as `code row column`.
struct Case {
    kind: &'static str,
    bytes: Vec<u8>,
    expected: String,
}

/// Three constituencies of three lines each, rows 2 to 10; votes stand in column F.
const HEADER: [&str; 6] = [
    "No",
    "Constituency",
    "Candidate",
    "Party",
    "Electors",
    "Votes",
];
const WHOLE: &str = "declared X 2, declared Y 1";

fn rows() -> Vec<[String; 6]> {
    let mut rows = Vec::new();
    for (place, votes) in [
        ("Ash", [41, 30, 9]),
        ("Birch", [12, 77, 3]),
        ("Cedar", [500, 400, 20]),
    ] {
        for (i, (person, party)) in [("Ann", "X"), ("Bob", "Y"), ("NOTA", "NOTA")]
            .iter()
            .enumerate()
        {
            let number = (rows.len() / 3 + 1).to_string();
            let name = if *person == "NOTA" {
                "NOTA".to_owned()
            } else {
                format!("{person} {place}")
            };
            let votes = votes[i].to_string();
            rows.push([
                number,
                place.into(),
                name,
                (*party).into(),
                "5000".into(),
                votes,
            ]);
        }
    }
    rows
}

fn text(rows: &[[String; 6]]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADER).unwrap();
    rows.iter()
        .for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// The base file with another text in one cell; row 2 is the first below the header.
fn with(row: usize, column: char, cell: &str) -> String {
    let mut rows = rows();
    rows[row - 2][column as usize - 'A' as usize] = cell.to_owned();
    text(&rows)
}

#[derive(Default)]
struct Cases(Vec<Case>);

impl Cases {
    fn add(&mut self, kind: &'static str, bytes: impl AsRef<[u8]>, expected: impl Into<String>) {
        self.0.push(Case {
            kind,
            bytes: bytes.as_ref().to_vec(),
            expected: expected.into(),
        });
    }
}

fn numbers(cases: &mut Cases) {
    let kinds: [(&str, &[&str]); 4] = [
        (
            "votes-grouping",
            &[
                "19,2.34",
                "2,34",
                "1,234,56",
                "1.234",
                "007",
                "00",
                "0,123",
                "1,23,45",
                "12.5",
                "1,,234",
                ",123",
                "1,234,",
                "1 23",
                "८३,५५",
                "1.0.0",
                "1'23",
                "12,3456",
                "1.000",
                "१,२",
                "0.5",
                "0123.0",
                "12,",
                "1 2 3",
                "1,234 567",
            ],
        ),
        (
            "votes-not-a-number",
            &[
                "abc",
                "12a",
                "1e5",
                "१2",
                "12*",
                "#REF!",
                "2024-11-23",
                "12/3",
                "½",
                "XII",
                "0x1F",
                "12 votes",
                "~12",
                "12+3",
                "∞",
                "NaN1",
                "12;",
                "1_000",
                "twelve",
                "12[a]",
            ],
        ),
        ("votes-negative", &["-5", "−5", "-1,234", "(12)", "–7"]),
        (
            "votes-too-large",
            &["4294967296", "99999999999999999999", "9,99,99,99,999"],
        ),
    ];
    for (code, cells) in kinds {
        for (i, cell) in cells.iter().enumerate() {
            let row = 2 + i % 8;
            cases.add("numbers", with(row, 'F', cell), format!("{code} {row} F"));
        }
    }
}

type Encode = fn(&str) -> Vec<u8>;

fn encodings(cases: &mut Cases) {
    let forms: [Encode; 8] = [
        |text| text.as_bytes().to_vec(),
        |text| [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        |text| {
            [
                vec![0xFF, 0xFE],
                text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            ]
            .concat()
        },
        |text| {
            [
                vec![0xFE, 0xFF],
                text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            ]
            .concat()
        },
        |text| text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        |text| text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        |text| {
            encoding_rs::WINDOWS_1252
                .encode(&text.replace("Ash", "Môn"))
                .0
                .into_owned()
        },
        |text| text.replace('\n', "\r\n").into_bytes(),
    ];
    for form in forms {
        for (row, column, cell, code) in [
            (3, 'F', "4,1", "votes-grouping"),
            (5, 'F', "x", "votes-not-a-number"),
            (8, 'F', "-1", "votes-negative"),
            (6, 'D', "", "party-missing"),
            (9, 'C', "", "candidate-missing"),
        ] {
            let bytes = form(&with(row, column, cell));
            cases.add("encodings", bytes, format!("{code} {row} {column}"));
        }
    }
    let plain = with(3, 'F', "30");
    // Bytes that mean nothing where digits should stand.
    for byte in [0x80_u8, 0xA0, 0xC3, 0xFF] {
        let mut bytes = plain.clone().into_bytes();
        let at = plain.find("30").unwrap();
        bytes[at] = byte;
        let code = if byte == 0xA0 {
            continue;
        } else {
            "votes-not-a-number 3 F"
        };
        cases.add("encodings", bytes, code);
    }
    cases.add("encodings", b"\xFF\xFE", "empty-file");
    cases.add("encodings", b"\xEF\xBB\xBF", "empty-file");
    cases.add("encodings", b"\xEF\xBB\xBF \r\n\t", "empty-file");
    cases.add(
        "encodings",
        b"No,Constituency\x00\x01\x02 and more plain text here",
        "unknown-kind",
    );
}

fn structure(cases: &mut Cases) {
    let whole = text(&rows());
    cases.add("structure", "", "empty-file");
    cases.add("structure", " \n \n", "empty-file");
    cases.add("structure", "\0\0\0\0", "empty-file");
    cases.add("structure", HEADER.join(","), "no-rows");
    cases.add(
        "structure",
        format!("{}\n\n\n", HEADER.join(",")),
        "no-rows",
    );
    cases.add("structure", whole.split_once('\n').unwrap().1, "no-header");
    cases.add("structure", "only some words\n", "no-header");
    cases.add("structure", "a,b,c\n1,2,3\n", "no-header");
    for magic in [
        &b"%PDF-1.7"[..],
        b"\x89PNG\r\n",
        b"GIF89a",
        b"Rar!",
        b"\x1F\x8B\x08",
        b"RIFF",
    ] {
        cases.add("structure", [magic, b" something"].concat(), "unknown-kind");
    }
    let old = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), vec![7; 2_000]].concat();
    cases.add("structure", &old, "unknown-kind");
    for (stream, code) in [
        ("EncryptedPackage", "encrypted-file"),
        ("Workbook", "damaged-file"),
    ] {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        cases.add("structure", [old.clone(), name].concat(), code);
    }
    cases.add(
        "structure",
        b"\x09\x08\x10\x00\x00\x06",
        "unknown-old".replace("unknown-old", "old-xls"),
    );
    cases.add("structure", "PK\x03\x04", "damaged-file");
    let (_, xlsx, _) = &crate::samples::samples()[0];
    for part in [3, 10, 50, 90, 99] {
        let cut = &xlsx[..xlsx.len() * part / 100];
        let code = reading(cut, &[]).problems.told[0].code;
        assert!(
            ["damaged-file", "unknown-kind"].contains(&code),
            "{part} %: {code}"
        );
        cases.add("structure", cut, code);
    }
    for json in [
        "{",
        "[1, 2",
        "{\"a\": }",
        "[{\"a\": 1},]",
        "{\"a\": 1} and more",
    ] {
        cases.add("structure", json, "bad-json");
    }
    for json in ["{}", "[]", "[1, 2, 3]", "{\"a\": [[1, 2]]}", "[\"x\"]"] {
        cases.add("structure", json, "unknown-kind");
    }
    cases.add(
        "structure",
        "<html><body>No table</body></html>",
        "unknown-kind",
    );
    cases.add("structure", "<table></table>", "unknown-kind");
    // A quotation mark that is never closed swallows the rows after it.
    cases.add(
        "structure",
        whole.replacen("Bob Ash", "\"Bob Ash", 1),
        "quote-open 3 C",
    );
    cases.add(
        "structure",
        whole.replacen(",Ann Birch", ",\"Ann Birch", 1),
        "quote-open 5 C",
    );
    // A row that ends too early.
    for row in [2, 3, 5, 6, 8, 9] {
        let cut = |line: &str| line.rsplit_once(',').unwrap().0.to_owned();
        let lines = whole.lines().enumerate();
        let lines: Vec<String> = lines
            .map(|(i, line)| {
                if i + 1 == row {
                    cut(line)
                } else {
                    line.to_owned()
                }
            })
            .collect();
        cases.add(
            "structure",
            lines.join("\n"),
            format!("votes-missing {row} F"),
        );
    }
    for (gone, code) in [("Votes", "no-votes-column"), ("Constituency", "")] {
        let renamed = whole.replacen(gone, "Something", 1);
        if gone == "Votes" {
            cases.add("structure", renamed, code);
        }
    }
    cases.add(
        "structure",
        "Party,Votes\nX,10\nY,12\n",
        "no-constituency-column",
    );
    cases.add(
        "structure",
        "Constituency,Candidate\nA,x\nA,y\n",
        "no-votes-column",
    );
    cases.add(
        "structure",
        "Constituency,Electors\nA,10\nB,12\n",
        "no-votes-column",
    );
}

fn meaning(cases: &mut Cases) {
    for row in [3, 5, 6, 8, 9] {
        cases.add(
            "meaning",
            with(row, 'D', ""),
            format!("party-missing {row} D"),
        );
        cases.add(
            "meaning",
            with(row, 'C', ""),
            format!("candidate-missing {row} C"),
        );
        cases.add(
            "meaning",
            with(row, 'F', ""),
            format!("votes-missing {row} F"),
        );
        cases.add("meaning", with(row, 'F', "5001"), {
            let first = 2 + (row - 2) / 3 * 3;
            format!("more-votes-than-electors {first} E")
        });
    }
    for row in [3, 6, 9] {
        cases.add(
            "meaning",
            with(row, 'B', "Elm"),
            format!("constituency-differs {row} B"),
        );
        let mut blank = rows();
        blank[row - 2][0].clear();
        blank[row - 2][1].clear();
        cases.add(
            "meaning",
            text(&blank),
            format!("constituency-missing {row} B"),
        );
        let mut twice = rows();
        let mut copy = twice[row - 2].clone();
        copy[5] = "1".to_owned();
        twice.push(copy);
        cases.add("meaning", text(&twice), "candidate-twice 11 C");
        let again = twice[row - 2].clone();
        twice[9] = again;
        cases.add("meaning", text(&twice), "candidate-twice 11 C");
        let mut tie = rows();
        let first = 2 + (row - 2) / 3 * 3;
        tie[first - 2][5] = "60".to_owned();
        tie[first - 1][5] = "60".to_owned();
        cases.add(
            "meaning",
            text(&tie),
            format!("tie-without-lot {} F", first + 1),
        );
        let mut total = rows();
        let empty = || String::new();
        total.insert(
            row,
            [
                empty(),
                "Total".into(),
                empty(),
                empty(),
                empty(),
                "7".into(),
            ],
        );
        cases.add(
            "meaning",
            text(&total),
            format!("sum-differs {} F", row + 2),
        );
    }
    let pairs = "No,Constituency,Winner,Winner Party,Winner Votes,Runner-up,Runner-up Party,Runner-up Votes,Margin\n";
    let row = "1,A,a,X,100,b,Y,90,10\n";
    cases.add(
        "meaning",
        format!("{pairs}{row}2,B,a,X,100,b,Y,90,11\n"),
        "margin-differs 3 I",
    );
    cases.add(
        "meaning",
        format!("{pairs}{row}2,B,a,,100,b,Y,90,10\n"),
        "party-missing 3 D",
    );
    cases.add(
        "meaning",
        format!("{pairs}{row}2,B,a,X,100,b,Y,9x,10\n"),
        "votes-not-a-number 3 H",
    );
    cases.add(
        "meaning",
        format!("{pairs}{row}1,A,a,X,100,b,Y,90,10\n"),
        "constituency-twice 3 B",
    );
    let wide = "Code,Constituency,First party,Valid votes,Con,Lab\n";
    cases.add(
        "meaning",
        format!("{wide}1,A,Con,30,20,10\n2,B,Lab,30,10,21\n"),
        "sum-differs 3 D",
    );
    cases.add(
        "meaning",
        format!("{wide}1,A,Con,30,20,10\n2,B,Green,30,10,20\n"),
        "winner-unknown 3 C",
    );
    cases.add(
        "meaning",
        format!("{wide}1,A,Con,30,20,10\n2,B,Lab,30,1.234,20\n"),
        "votes-grouping 3 E",
    );
    cases.add(
        "meaning",
        format!("{wide}1,A,Con,30,20,10\n1,A,Con,30,20,10\n"),
        "constituency-twice 3 B",
    );
    let parts = "No,Constituency,Candidate,Party,EVM,Postal,Total\n1,A,a,X,10,1,11\n";
    cases.add(
        "meaning",
        format!("{parts}1,A,b,Y,8,1,10\n"),
        "parts-differ 3 G",
    );
    cases.add(
        "meaning",
        format!("{parts}1,A,b,Y,8,1x,9\n"),
        "votes-not-a-number 3 F",
    );
    let marks = "No,Constituency,Candidate,Party,Votes,Elected\n1,A,a,X,10,Y\n";
    cases.add(
        "meaning",
        format!("{marks}1,A,b,Y,9,Y\n2,B,a,X,1,Y\n2,B,b,Y,0,N\n"),
        "two-winners 3 F",
    );
    cases.add(
        "meaning",
        format!("{marks}1,A,b,Y,19,N\n"),
        "winner-has-fewer 2 E",
    );
    let lines = "No,Constituency,Candidate,Party,Votes,N_Cand\n1,A,a,X,10,3\n";
    cases.add(
        "meaning",
        format!("{lines}1,A,b,Y,9,3\n"),
        "lines-missing 2 F",
    );
    let places = "Constituency,Precinct,Candidate,Party,Votes\nA,1,a,X,10\nA,1,b,Y,9\n";
    cases.add(
        "meaning",
        format!("{places}A,1,a,X,11\n"),
        "candidate-twice 4 C",
    );
    cases.add(
        "meaning",
        format!("{places}A,Total,a,X,11\n"),
        "sum-differs 4 E",
    );
    cases.add(
        "meaning",
        "Party,Seats\nX,3\nY,2\nTotal,6\n",
        "sum-differs 4 B",
    );
    cases.add(
        "meaning",
        "Party,Seats\nX,3\nY,2.5\n",
        "seats-not-a-number 3 B",
    );
    cases.add("meaning", "Party,Seats\nX,3\nX,2\n", "party-twice 3 A");
    let office = "Office,District,Candidate,Party,Votes\nHouse,1,a,X,1\nSenate,1,b,Y,1\n";
    cases.add("meaning", office, "other-contest");
}

fn hostile(cases: &mut Cases) {
    let texts = [
        "=1+1",
        "=HYPERLINK(\"http://x\",\"y\")",
        "@SUM(A1)",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        "'; DROP TABLE votes; --",
        "\u{202e}12",
        "12\u{202e}",
        "{\"__proto__\": 1}",
        "../../etc/passwd",
        "%s%s%s%n",
        "${7*7}",
        "{{7*7}}",
        "a\u{300}\u{301}\u{302}",
        "👩\u{200d}👩\u{200d}👧",
        "\u{7f}5",
        "\u{1b}[31m5",
        "5\u{8}",
        "𝟝",
        "²",
        "①",
        "٣4",
        "5\u{fe0f}\u{20e3}",
        "﷽",
        "\u{e000}",
        "\u{fffd}",
        "1\u{2028}2",
        "\"\"",
        "\\0",
        "&lt;5&gt;",
        "5 or 1=1",
        "file:///etc/passwd",
        "null;",
        "undefined",
        "[object Object]",
        "\u{1f1ee}\u{1f1f3}",
        "1\u{ad}2",
    ];
    for (i, cell) in texts.iter().enumerate() {
        let row = 2 + i % 9;
        cases.add(
            "hostile",
            with(row, 'F', cell),
            format!("votes-not-a-number {row} F"),
        );
    }
}

fn size(cases: &mut Cases) {
    let long = "x".repeat(1_025);
    for row in [2, 3, 5, 6, 8, 9] {
        for column in ['B', 'C', 'D', 'E', 'F'] {
            if column == 'B' && row != 2 && row != 5 && row != 8 {
                continue;
            }
            if column == 'B' {
                let mut rows = rows();
                for r in row..row + 3 {
                    rows[r - 2][1] = long.clone();
                }
                cases.add("size", text(&rows), format!("cell-too-long {row} B"));
            } else {
                cases.add(
                    "size",
                    with(row, column, &long),
                    format!("cell-too-long {row} {column}"),
                );
            }
        }
    }
    cases.add("size", vec![b'a'; 20 * 1024 * 1024 + 1], "file-too-large");
    let many = format!("{}\n{}", HEADER.join(","), "1,A,a,X,9,1\n".repeat(200_001));
    cases.add("size", many, "too-many-rows");
    cases.add(
        "size",
        format!("{}\n{}", HEADER.join(","), "\n".repeat(200_001) + "1"),
        "too-many-rows",
    );
    let wide = format!(
        "No,Constituency,Candidate,Party,Votes{}\n1,A,a,X,1\n",
        ",z".repeat(1_000)
    );
    cases.add("size", wide, "too-many-columns");
    let mut seats = String::from("No,Constituency,Candidate,Party,Votes\n");
    for n in 1..=5_001 {
        seats += &format!("{n},P{n},a,X,2\n{n},P{n},b,Y,1\n");
    }
    cases.add("size", seats, "too-many-seats");
    cases.add("size", "Party,Seats\nX,4000\nY,1001\n", "too-many-seats");
    cases.add("size", "X 4000, Y 1001", "too-many-seats");
    let deep = "[".repeat(100_000);
    cases.add("size", &deep, "bad-json");
    cases.add("size", "<table><tr><td>".repeat(3_000), "no-header");
    let spans = "<table><tr><td colspan=999999999>a</td><td rowspan=999999>b</td></tr></table>";
    cases.add("size", spans, "too-many-columns");
}

fn all() -> Vec<Case> {
    let mut cases = Cases::default();
    for kind in [numbers, encodings, structure, meaning, hostile, size] {
        kind(&mut cases);
    }
    cases.0
}

#[test]
fn the_base_file_is_whole() {
    let reading = reading(text(&rows()), &[]);
    assert_eq!(house(&reading), WHOLE, "{:?}", reading.problems);
    assert_eq!(reading.problems.total, 0);
}

#[test]
fn malformed_files_are_refused_by_code_row_and_column() {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (i, case) in all().into_iter().enumerate() {
        *kinds.entry(case.kind).or_default() += 1;
        let reading = reading(&case.bytes, &[]);
        let told = problems(&reading);
        let start: String = String::from_utf8_lossy(&case.bytes)
            .chars()
            .take(400)
            .collect();
        if told.first() != Some(&case.expected) {
            wrong.push(format!(
                "{} {i}: {} but {told:?}\n{start}",
                case.kind, case.expected
            ));
        }
        // Whatever is refused has no holder.
        for problem in reading
            .problems
            .told
            .iter()
            .filter(|problem| problem.left_out)
        {
            let name = problem.constituency.as_deref().unwrap_or("");
            let seat = reading.seats.iter().find(|seat| seat.name == name);
            if seat.is_some_and(|seat| seat.party.is_some()) {
                wrong.push(format!("{} {i}: {name} has a holder\n{start}", case.kind));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n---\n")
    );
    assert!(kinds.values().all(|count| *count >= 30), "{kinds:?}");
    assert!(kinds.values().sum::<usize>() >= 250, "{kinds:?}");
}

#[test]
fn hostile_text_in_names_is_kept_as_text() {
    for name in [
        "=1+1",
        "<script>alert(1)</script>",
        "{\"__proto__\": 1}",
        "'; drop table",
        "${7*7}",
    ] {
        let reading = reading(with(2, 'C', name), &[]);
        assert_eq!(house(&reading), WHOLE, "{name}");
        let candidates = &reading.dataset.as_ref().unwrap()["constituencies"][0]["candidates"];
        assert_eq!(candidates[0]["name"], name);
    }
}

#[test]
fn all_problems_are_counted_and_the_first_are_told() {
    let mut text = String::from("No,Constituency,Candidate,Party,Votes\n");
    for n in 1..=100 {
        text += &format!("{n},P{n},a,X,x\n{n},P{n},b,Y,1\n");
    }
    let reading = reading(text, &[]);
    assert_eq!(reading.problems.total, 100);
    assert_eq!(reading.problems.told.len(), 20);
    assert_eq!(reading.problems.by_code["votes-not-a-number"], 100);
    assert_eq!(house(&reading), "left out 100");
}

/// The malformed files of moderate size, for other tests.
pub fn texts() -> Vec<Vec<u8>> {
    let small = all().into_iter().filter(|case| case.bytes.len() < 10_000);
    small.map(|case| case.bytes).collect()
}

/// Faults that `cargo xtask fuzz tables` found: what is read, the calculator takes.
#[test]
fn odd_rows_still_give_a_house_that_can_be_counted() {
    let nameless =
        "No,Constituency,Candidate,Party,Votes\n1,P1,A,X,11\n1,P1,B,Y,10\n2,P2,C,X,5\nOTAL,,,,13\n";
    let coded = "No;Constituency;X;Y\nA\tB\t1;Harbour;510;490\n2;Bridge;700;300\n3;Hill;400;600\n";
    for text in [nameless, coded] {
        let reading = reading(text, &[]);
        assert!(!reading.problems.fatal, "{text}");
        let text = seat_import::to_text(&reading.dataset.unwrap());
        let election = seat_calculator::election::Election::from_json(&text);
        assert!(election.is_ok(), "{:?}\n{text}", election.err());
    }
}

/// Found by `cargo xtask fuzz tables`: a list of totals without any seat was taken for a house of none.
#[test]
fn totals_that_give_nobody_a_seat_are_refused() {
    let text = include_str!("../fuzz/corpus/tables/totals-of-nothing.tsv");
    let reading = reading(text, &[]);
    assert!(reading.problems.fatal, "{:?}", reading.problems);
}
