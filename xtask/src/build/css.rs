//! Style sheets without comments and without the white space that means nothing.

use anyhow::{Result, anyhow};
use cssparser::{ParseError, Parser, ParserInput, Token};

/// The same style sheet in fewer bytes. Nothing else is changed: no value is rewritten, no rule is moved.
///
/// # Errors
/// When a string or an address in the sheet is not closed, or a bracket does not match.
pub fn compact(text: &str) -> Result<String> {
    let mut input = ParserInput::new(text);
    let mut parser = Parser::new(&mut input);
    let mut out = Writer::default();
    tokens(&mut parser, &mut out).map_err(|error| {
        anyhow!(
            "style sheet, line {}: {:?}",
            error.location.line + 1,
            error.kind
        )
    })?;
    Ok(out.text)
}

/// The addresses a sheet names, in `url()` or in an `@import`.
pub fn addresses(text: &str) -> Vec<String> {
    fn walk(parser: &mut Parser<'_, '_>, text_counts: bool, found: &mut Vec<String>) {
        let mut import = false;
        while let Ok(token) = parser.next().cloned() {
            match &token {
                Token::UnquotedUrl(address) => found.push(address.to_string()),
                Token::QuotedString(address) if text_counts || import => {
                    found.push(address.to_string())
                }
                _ => {}
            }
            import =
                matches!(&token, Token::AtKeyword(name) if name.eq_ignore_ascii_case("import"));
            let url = matches!(&token, Token::Function(name) if name.eq_ignore_ascii_case("url"));
            if matches!(
                token,
                Token::Function(_)
                    | Token::ParenthesisBlock
                    | Token::SquareBracketBlock
                    | Token::CurlyBracketBlock
            ) {
                let walked: Result<(), ParseError<'_, ()>> = parser.parse_nested_block(|inner| {
                    walk(inner, url, found);
                    Ok(())
                });
                debug_assert!(walked.is_ok(), "the walk itself refuses nothing");
            }
        }
    }
    let mut input = ParserInput::new(text);
    let mut found = Vec::new();
    walk(&mut Parser::new(&mut input), false, &mut found);
    found
}

#[derive(Default)]
struct Writer {
    text: String,
    space: bool,
    comment: bool,
}

impl Writer {
    fn put(&mut self, token: &str) {
        let gap = std::mem::take(&mut self.space);
        let comment = std::mem::take(&mut self.comment);
        let opens =
            self.text.is_empty() || self.text.ends_with(['{', '}', ';', ',', ':', '(', '[']);
        let closes = token.starts_with(['{', '}', ';', ',', ')', ']']);
        if token == "}" && self.text.ends_with(';') {
            self.text.pop();
        }
        if !opens && !closes {
            // A comment alone keeps two tokens apart without being the space that a selector would read as "inside".
            self.text.push_str(match (gap, comment) {
                (true, _) => " ",
                (false, true) => "/**/",
                (false, false) => "",
            });
        }
        self.text.push_str(token);
    }
}

fn tokens<'i>(parser: &mut Parser<'i, '_>, out: &mut Writer) -> Result<(), ParseError<'i, ()>> {
    loop {
        let start = parser.position();
        let Ok(token) = parser.next_including_whitespace_and_comments().cloned() else {
            return Ok(());
        };
        let close = match token {
            Token::WhiteSpace(_) => {
                out.space = true;
                continue;
            }
            Token::Comment(_) => {
                out.comment = true;
                continue;
            }
            Token::BadString(_)
            | Token::BadUrl(_)
            | Token::CloseParenthesis
            | Token::CloseSquareBracket
            | Token::CloseCurlyBracket => return Err(parser.new_unexpected_token_error(token)),
            Token::Function(_) | Token::ParenthesisBlock => Some(")"),
            Token::SquareBracketBlock => Some("]"),
            Token::CurlyBracketBlock => Some("}"),
            _ => None,
        };
        out.put(parser.slice_from(start));
        if let Some(close) = close {
            parser.parse_nested_block(|inner| tokens(inner, out))?;
            out.put(close);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{addresses, compact};

    #[test]
    fn finds_addresses_wherever_they_stand() {
        let sheet = "@import 'a.css'; @import url(b.css) screen; @media print { p { background: url(\"c.svg\"), url(d.svg); \
            content: 'e.svg' } } /* url(f.svg) */";
        assert_eq!(addresses(sheet), ["a.css", "b.css", "c.svg", "d.svg"]);
    }

    #[test]
    fn drops_only_what_means_nothing() {
        let cases = [
            ("", ""),
            ("a { color : red ; }\n", "a{color :red}"),
            ("/* note */ a , b > c { }", "a,b > c{}"),
            ("a :hover { x: y }", "a :hover{x:y}"),
            ("a:hover /* both */ b {}", "a:hover b{}"),
            ("a/**/b {}", "a/**/b{}"),
            (".a /* inside */.b {}", ".a .b{}"),
            (
                "p { width: calc( 1px + 2px ) ; }",
                "p{width:calc(1px + 2px)}",
            ),
            (
                "@media (width >= 40em) and (hover) { a { b: c; d: e; } }",
                "@media (width >= 40em) and (hover){a{b:c;d:e}}",
            ),
            (
                r#"a::after { content: "  /* kept */  " }"#,
                r#"a::after{content:"  /* kept */  "}"#,
            ),
            (
                "a { background: url( pic.svg ) no-repeat; }",
                "a{background:url( pic.svg ) no-repeat}",
            ),
            ("a { --empty: ; --x: 1 }", "a{--empty:;--x:1}"),
            (
                "li:nth-child( 2n + 1 ):not( .a , .b ) {}",
                "li:nth-child(2n + 1):not(.a,.b){}",
            ),
            ("[lang = 'hi' i] b {}", "[lang = 'hi' i] b{}"),
            (
                "a { & :focus { b: c !important } }",
                "a{& :focus{b:c !important}}",
            ),
        ];
        for (from, to) in cases {
            assert_eq!(compact(from).unwrap(), to, "from {from:?}");
        }
    }

    #[test]
    fn running_it_again_changes_nothing() {
        let once = compact("@layer a, b ; a , b /**/ c { d : e f ; g : h( i , j ) }").unwrap();
        assert_eq!(compact(&once).unwrap(), once);
    }

    #[test]
    fn refuses_broken_sheets() {
        assert!(compact("a { b: \"c\nd }").is_err());
        assert!(compact("a { b: c } }").is_err());
    }
}
