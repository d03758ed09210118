//! Workbooks of other kinds than the XLSX among the samples.

use crate::support::{house, problems, reading};

fn file(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/import/files/");
    std::fs::read(format!("{folder}{name}")).unwrap()
}

#[test]
fn xls_with_titles_merged_headers_and_a_day_among_the_votes() {
    let bytes = file("lok-sabha-report.xls");
    let said = reading(&bytes, &[]);
    assert_eq!(said.container, "xls");
    assert_eq!(said.sheet.as_deref(), Some("Detailed Results"));
    assert_eq!(said.header_rows, Some((2, 3)));
    assert_eq!(
        house(&said),
        "declared INC 1, declared JD(U) 1, left out 1, unopposed BJP 1"
    );
    assert_eq!(problems(&said), ["votes-not-a-number 10 G"]);
    assert_eq!(said.problems.told[0].cell.as_deref(), Some("2024-06-04"));
    // The other sheet holds no table.
    assert_eq!(
        problems(&reading(&bytes, &[("sheet", "Notes")])),
        ["no-header"]
    );
}

#[test]
fn ods_with_a_column_a_party() {
    let said = reading(file("by-constituency.ods"), &[]);
    assert_eq!(said.container, "ods");
    assert_eq!(said.header_rows, Some((3, 3)));
    assert_eq!(problems(&said), Vec::<String>::new());
    assert_eq!(house(&said), "declared Ind 1, declared Lab 1");
    // Numbers in links follow the codes, not the rows.
    assert_eq!(said.seats[0].name, "Alpha");
    assert_eq!(said.seats[1].others, 10);
}

#[test]
fn xlsb_with_a_title_and_a_day_among_the_votes() {
    let said = reading(file("candidates.xlsb"), &[]);
    assert_eq!(said.container, "xlsb");
    assert_eq!(said.sheet.as_deref(), Some("Results"));
    assert_eq!(said.header_rows, Some((3, 3)));
    assert_eq!(house(&said), "declared BOAT 1, declared MILL 1, left out 1");
    assert_eq!(problems(&said), ["votes-grouping 9 E"]);
    assert_eq!(said.seats[0].nota, Some(21));
}

#[test]
fn damaged_workbooks_are_refused_whole_or_read_whole() {
    for name in [
        "lok-sabha-report.xls",
        "by-constituency.ods",
        "candidates.xlsb",
    ] {
        let bytes = file(name);
        let whole = house(&reading(&bytes, &[]));
        for part in 1..40 {
            let cut = reading(&bytes[..bytes.len() * part / 40], &[]);
            assert!(
                cut.problems.fatal || house(&cut) == whole,
                "{name}, {part} of 40"
            );
        }
    }
}
