//! Random scenarios for random houses.

use super::houses::Random;

/// Some edits that random houses of so many seats know, in the notation.
pub fn scenario(random: &mut Random, seats: u64) -> String {
    let clauses = (0..=random.below(6)).map(|_| clause(random, seats));
    clauses.collect::<Vec<_>>().join("_")
}

/// One edit, mostly within reason.
pub fn clause(random: &mut Random, seats: u64) -> String {
    let parties = ["A", "B", "C", "D", "E", "F"];
    let sides = ["A", "B", "C", "D", "E", "F", "X", "Y", "Z", "X", "Y"];
    let party = *random.of(&parties);
    let other = *random.of(&parties);
    let side = *random.of(&sides);
    let to = *random.of(&sides);
    let seat = 1 + random.below(seats);
    let few = 1 + random.below(4);
    let scope = match random.below(5) {
        0 => "--c1".to_owned(),
        1 => format!("--n{seat}.{}", 1 + random.below(seats)),
        _ => String::new(),
    };
    let member = match random.below(4) {
        0 => format!("IND.{seat}"),
        _ => party.to_owned(),
    };
    let points = *random.of(&[0, 1, 37, 368, 1_250, 5_000, 10_000]);
    match random.below(16) {
        0 | 1 => format!("p-{side}-{points}-{party}{scope}"),
        2 => format!("p-{side}-{points}-{party}-{other}{scope}"),
        3 | 4 => format!("s-{side}-{to}-{points}{scope}"),
        5 => format!("sp-{side}-{to}-{points}{scope}"),
        6 | 7 => format!("w-{seat}{}", *random.of(&["a", "b", "c", ".A", ".IND"])),
        8 => format!("r-{party}-{to}"),
        9 => format!("r-{party}"),
        10 if few < 3 => format!("f-{party}--{side}"),
        10 => format!("f-{party}-NOM"),
        11 => format!("x-{party}-{to}-{few}"),
        12 => format!("q-{party}-{few}"),
        13 => format!("v-{seat}-{}", 1 + random.below(seats)),
        14 => format!("a-{member}-{few}"),
        _ => format!("h-{}-{member}", *random.of(&["t", "e", "v"])),
    }
}
