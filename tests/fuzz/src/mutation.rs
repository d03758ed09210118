//! Damage to an input, as strategies that proptest can make smaller again.

use crate::corpus::Seed;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// Numbers at which programs break.
const NUMBERS: [&str; 12] = [
    "0",
    "1",
    "-1",
    "2",
    "255",
    "65535",
    "65536",
    "4294967295",
    "4294967296",
    "1e99",
    "0.5",
    "007",
];

/// One change of an input.
#[derive(Debug, Clone)]
pub enum Mutation {
    /// Another byte.
    Set(Index, u8),
    /// Bytes taken out.
    Cut(Index, usize),
    /// Bytes repeated somewhere else.
    Copy(Index, usize, Index),
    /// A word of the target's language.
    Word(Index, Index),
    /// Another number in the place of one.
    Number(Index, Index),
    /// A digit of a number changed.
    Digit(Index, u8),
    /// A piece of another input.
    Splice(Index, Index, usize, Index),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let at = || any::<Index>();
    prop_oneof![
        2 => (at(), any::<u8>()).prop_map(|(at, byte)| Mutation::Set(at, byte)),
        2 => (at(), 1..40_usize).prop_map(|(at, len)| Mutation::Cut(at, len)),
        2 => (at(), 1..120_usize, at()).prop_map(|(at, len, to)| Mutation::Copy(at, len, to)),
        3 => (at(), at()).prop_map(|(at, word)| Mutation::Word(at, word)),
        3 => (at(), at()).prop_map(|(at, number)| Mutation::Number(at, number)),
        4 => (at(), b'0'..=b'9').prop_map(|(at, digit)| Mutation::Digit(at, digit)),
        2 => (at(), at(), 1..200_usize, at())
            .prop_map(|(other, at, len, to)| Mutation::Splice(other, at, len, to)),
    ]
}

/// Inputs of the corpus, damaged a little.
pub fn inputs<'a>(seeds: &'a [Seed], words: &'a [&'a str]) -> impl Strategy<Value = Vec<u8>> + 'a {
    (any::<Index>(), vec(mutation(), 0..7)).prop_map(move |(seed, mutations)| {
        let mut bytes = seed.get(seeds).bytes.clone();
        for mutation in mutations {
            apply(&mut bytes, &mutation, seeds, words);
        }
        bytes
    })
}

fn apply(bytes: &mut Vec<u8>, mutation: &Mutation, seeds: &[Seed], words: &[&str]) {
    let place = |at: &Index, bytes: &[u8]| at.index(bytes.len() + 1);
    let piece = |from: &[u8], at: &Index, len: usize| {
        let at = place(at, from);
        from[at..(at + len).min(from.len())].to_vec()
    };
    match mutation {
        Mutation::Set(at, byte) if !bytes.is_empty() => *at.get_mut(bytes) = *byte,
        Mutation::Cut(at, len) => {
            let at = place(at, bytes);
            bytes.drain(at..(at + len).min(bytes.len()));
        }
        Mutation::Copy(at, len, to) => insert(bytes, to, &piece(bytes, at, *len)),
        Mutation::Word(at, word) if !words.is_empty() => {
            insert(bytes, at, word.get(words).as_bytes());
        }
        Mutation::Number(at, number) => {
            if let Some((start, end)) = number_at(bytes, at) {
                bytes.splice(start..end, number.get(&NUMBERS).bytes());
            }
        }
        Mutation::Digit(at, digit) => {
            if let Some((start, end)) = number_at(bytes, at) {
                bytes[start + at.index(end - start)] = *digit;
            }
        }
        Mutation::Splice(other, at, len, to) => {
            insert(bytes, to, &piece(&other.get(seeds).bytes, at, *len));
        }
        _ => {}
    }
}

fn insert(bytes: &mut Vec<u8>, at: &Index, piece: &[u8]) {
    let at = at.index(bytes.len() + 1);
    bytes.splice(at..at, piece.iter().copied());
}

/// Where the next number at or after a place begins and ends.
fn number_at(bytes: &[u8], at: &Index) -> Option<(usize, usize)> {
    let from = at.index(bytes.len() + 1);
    let start = from + bytes[from..].iter().position(u8::is_ascii_digit)?;
    let rest = bytes[start..].iter();
    let len = rest.take_while(|byte| byte.is_ascii_digit()).count();
    Some((start, start + len))
}
