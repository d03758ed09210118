//! Texts in a picture: how wide they are, where they break, how they are escaped.

/// About how wide a text is: a picture is not laid out with the font it will be shown in, so
/// letters count as wide ones.
pub(super) fn wide(text: &str, size: i32) -> i32 {
    units(text) * size / 100
}

/// The same in hundredths of the size.
fn units(text: &str) -> i32 {
    text.chars()
        .map(|c| {
            if c == ' ' || "iljt.,:;'|!()".contains(c) {
                33
            } else if c.is_ascii() {
                60
            } else {
                65
            }
        })
        .sum()
}

/// A text in as few lines as it takes, of much the same length; better broken where a clause ends
/// than inside it, and least of all beside a number or a sign. A word that is wider than the
/// picture has a line of its own.
pub(super) fn wrapped(text: &str, width: i32, size: i32) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let long = |from: usize, to: usize| {
        let own: i32 = words[from..to].iter().map(|word| units(word)).sum();
        (own + units(" ") * (to - from - 1) as i32) * size / 100
    };
    let fits = |from: usize, to: usize| to - from == 1 || long(from, to) <= width;
    let (mut lines, mut from) = (1, 0);
    for to in 1..=words.len() {
        if !fits(from, to) {
            (lines, from) = (lines + 1, to - 1);
        }
    }
    let square = |n: i32| i64::from(n) * i64::from(n);
    let broken = |at: usize| {
        let plain = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let (before, after) = (words[at - 1], words[at]);
        if before.ends_with([':', ';', ',', '.', '।']) {
            0
        } else if plain(before.chars().last()) && plain(after.chars().next()) {
            square(width) / 16
        } else {
            square(width) / 4
        }
    };
    // The cost of the words from each on, in one line more each time round, and where the first of
    // these lines ends.
    let mut best: Vec<Vec<Option<(i64, usize)>>> = Vec::new();
    for line in 0..lines {
        let cost = |from: usize| {
            let ends = from + 1..=words.len();
            let costs = ends.take_while(|&to| fits(from, to)).filter_map(|to| {
                let slack = square((width - long(from, to)).max(0));
                match best.last() {
                    None => (to == words.len()).then_some((slack, to)),
                    Some(rest) if line > 0 && to < words.len() => {
                        rest[to].map(|(cost, _)| (cost + slack + broken(to), to))
                    }
                    Some(_) => None,
                }
            });
            costs.min()
        };
        let next = (0..words.len()).map(cost).collect();
        best.push(next);
    }
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(Some((_, to))) = best.pop().and_then(|costs| costs.get(from).copied()) {
        out.push(words[from..to].join(" "));
        from = to;
    }
    out
}

/// A text as it may stand in XML.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // No other control character may stand in XML, nor these two.
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
