//! Other Latin spellings of constituencies, for search: those of older rolls and maps and of the daily press.
//! (Hindi ones are in the CSV files.) And the Hindi names of parliamentary seats no constituency shares its name with.

/// Constituency number to its other spellings.
const LATIN: [(u32, &[&str]); 35] = [
    (3, &["Barhet"]),
    (4, &["Littipara"]),
    (5, &["Pakur", "Pakhur"]),
    (7, &["Shikaripara"]),
    (16, &["Poraiyahat", "Poreyahaat"]),
    (18, &["Mahgama"]),
    (19, &["Koderma"]),
    (20, &["Barkattha"]),
    (22, &["Badkagaon"]),
    (24, &["Mandhu"]),
    (25, &["Hazaribag"]),
    (26, &["Simariya"]),
    (31, &["Gande"]),
    (34, &["Gomiya"]),
    (37, &["Chandankyari"]),
    (38, &["Sindari"]),
    (44, &["Bahragora"]),
    (45, &["Ghatshila"]),
    (47, &["Jugashlai"]),
    (48, &["Jamshedpur Purvi"]),
    (49, &["Jamshedpur Pashchimi"]),
    (50, &["Ichhagarh"]),
    (51, &["Seraikela", "Saraikela", "Saraikella"]),
    (52, &["Chaibassa"]),
    (53, &["Manjhgaon"]),
    (54, &["Jagannathpur"]),
    (57, &["Kharasawan", "Kharsanwa"]),
    (60, &["Khoonti"]),
    (62, &["Khijari"]),
    (69, &["Vishunpur"]),
    (76, &["Daltongunj", "Medininagar"]),
    (77, &["Vishrampur"]),
    (78, &["Chhattarpur", "Chattarpur"]),
    (79, &["Husainabad"]),
    (81, &["Bhavnathpur"]),
];

/// The other Latin spellings of a constituency.
pub fn latin(number: u32) -> impl Iterator<Item = String> {
    LATIN
        .iter()
        .filter(move |(known, _)| *known == number)
        .flat_map(|(_, spellings)| spellings.iter().map(|text| (*text).to_owned()))
}

/// The Hindi name of a parliamentary seat, or nothing, where no constituency has the same name to take it from: the
/// words stand in the Hindi names of Jamshedpur's constituencies and of the districts of Singhbhum and Palamu.
pub fn parliamentary_hi(name: &str) -> &'static str {
    match name {
        "Jamshedpur" => "जमशेदपुर",
        "Singhbhum" => "सिंहभूम",
        "Palamau" => "पलामू",
        _ => "",
    }
}
