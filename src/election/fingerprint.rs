//! Six characters that say which data a scenario was made for.

use super::Election;
use crate::checksum::Crc32;

/// Digits of base 32 without letters that are mistaken for digits.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The lowest 30 bits of a CRC-32 over, by constituency number: number, status, holder's serial, NOTA and each
/// candidate's serial and votes by serial, then lumped votes and published margin where there are any, all as little-endian 32-bit numbers. Names, colours and labels do not count.
pub fn fingerprint(election: &Election) -> String {
    let mut crc = Crc32::new();
    for (_, i) in by_number(election) {
        let constituency = &election.constituencies[i as usize];
        let holder = constituency
            .holder
            .map_or(0, |holder| election.candidates[holder as usize].serial);
        crc.number(constituency.number);
        crc.number(constituency.status as u32);
        crc.number(u32::from(holder));
        crc.number(constituency.nota.unwrap_or(u32::MAX));
        for candidate in election.candidates_of(i as usize) {
            crc.number(u32::from(candidate.serial));
            crc.number(candidate.votes);
        }
        for known in [constituency.others, constituency.margin]
            .into_iter()
            .flatten()
        {
            crc.number(known);
        }
    }
    digits(crc)
}

/// The same over, by constituency number: number, how many candidates stand and each one's serial.
#[cfg(feature = "full")]
pub fn ballot(election: &Election) -> String {
    let mut crc = Crc32::new();
    for (number, i) in by_number(election) {
        let lines = election.candidates_of(i as usize);
        crc.number(number);
        crc.number(lines.len() as u32);
        for line in lines {
            crc.number(u32::from(line.serial));
        }
    }
    digits(crc)
}

/// Number and index of every constituency, by number.
fn by_number(election: &Election) -> Vec<(u32, u32)> {
    let numbers = election.constituencies.iter().map(|one| one.number);
    let mut order: Vec<(u32, u32)> = numbers.zip(0..).collect();
    order.sort_unstable();
    order
}

fn digits(crc: Crc32) -> String {
    let bits = crc.value();
    (0..6)
        .map(|i| DIGITS[(bits >> (5 * (5 - i)) & 31) as usize] as char)
        .collect()
}
