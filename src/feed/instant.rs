//! Points in time as feeds write them: `2024-11-23T18:01:53+05:30`.

use serde::{Deserialize, Serialize};

/// A point in time, kept as it was written, with its offset from UTC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Instant {
    text: String,
    seconds: i64,
}

impl Instant {
    /// A point in time as clocks with this offset from UTC (`Z`, `+05:30`) show it; years 0 to
    /// 9999.
    ///
    /// # Errors
    /// That the offset is none.
    pub fn at_offset(seconds: i64, offset: &str) -> Result<Instant, &'static str> {
        let wrong = "expected an offset such as +05:30";
        let east = Instant::try_from(format!("1970-01-01T00:00:00{offset}"));
        let local = seconds - east.map_err(|_| wrong)?.seconds;
        let (mut days, rest) = (local.div_euclid(86_400), local.rem_euclid(86_400));
        // No later than the year it is.
        let years = days.div_euclid(366).min(days.div_euclid(365));
        let (mut year, mut month) = (1970 + years, 1);
        while days_before(year + 1, 1, 1) <= days {
            year += 1;
        }
        days -= days_before(year, 1, 1);
        while days >= days_in(year, month) {
            days -= days_in(year, month);
            month += 1;
        }
        let (hour, minute, second) = (rest / 3_600, rest / 60 % 60, rest % 60);
        let day = days + 1;
        let text =
            format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{offset}");
        Instant::try_from(text)
    }

    /// Seconds from 1970 on in UTC.
    pub fn seconds(&self) -> i64 {
        self.seconds
    }
}

impl From<Instant> for String {
    fn from(instant: Instant) -> String {
        instant.text
    }
}

impl TryFrom<String> for Instant {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Instant, &'static str> {
        match seconds(text.as_bytes()) {
            Some(seconds) => Ok(Instant { text, seconds }),
            None => Err("bad-time: expected a time such as 2024-11-23T18:01:53+05:30"),
        }
    }
}

/// Seconds from 1970 on in UTC; none where the text is no such time.
fn seconds(text: &[u8]) -> Option<i64> {
    let shape = b"dddd-dd-ddTdd:dd:dd";
    let (local, offset) = text.split_at_checked(shape.len())?;
    let fits = |(byte, like): (&u8, &u8)| match like {
        b'd' => byte.is_ascii_digit(),
        _ => byte == like,
    };
    if !local.iter().zip(shape).all(fits) {
        return None;
    }
    let number = |digits: &[u8]| {
        digits
            .iter()
            .fold(0, |n, digit| n * 10 + i64::from(digit - b'0'))
    };
    let within =
        |digits: &[u8], least, most| Some(number(digits)).filter(|n| (least..=most).contains(n));
    let year = number(&local[..4]);
    let month = within(&local[5..7], 1, 12)?;
    let day = within(&local[8..10], 1, days_in(year, month))?;
    let minutes = 60 * within(&local[11..13], 0, 23)? + within(&local[14..16], 0, 59)?;
    let seconds = 60 * minutes + within(&local[17..], 0, 59)?;
    let east = match offset {
        b"Z" => 0,
        [sign @ (b'+' | b'-'), rest @ ..] if rest.len() == 5 && rest[2] == b':' => {
            let digits = [rest[0], rest[1], rest[3], rest[4]];
            if !digits.iter().all(u8::is_ascii_digit) {
                return None;
            }
            let away = 60 * within(&digits[..2], 0, 14)? + within(&digits[2..], 0, 59)?;
            if *sign == b'+' { away } else { -away }
        }
        _ => return None,
    };
    Some(86_400 * days_before(year, month, day) + seconds - 60 * east)
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 => 28 + i64::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01 to this day of the Gregorian calendar.
fn days_before(year: i64, month: i64, day: i64) -> i64 {
    let leaps = |year: i64| (year / 4) - (year / 100) + (year / 400);
    let years = 365 * (year - 1970) + leaps(year - 1) - leaps(1969);
    years + (1..month).map(|month| days_in(year, month)).sum::<i64>() + day - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<i64> {
        Instant::try_from(text.to_owned())
            .ok()
            .map(|one| one.seconds())
    }

    /// As `date -u -d TEXT +%s` says.
    #[test]
    fn seconds_since_1970() {
        for (text, seconds) in [
            ("1970-01-01T00:00:00Z", 0),
            ("2024-11-23T18:01:53+05:30", 1_732_365_113),
            ("2024-02-29T23:59:59-03:00", 1_709_261_999),
            ("2000-03-01T00:00:00+14:00", 951_818_400),
            ("1900-03-01T00:00:00Z", -2_203_891_200),
        ] {
            assert_eq!(of(text), Some(seconds), "{text}");
        }
    }

    #[test]
    fn written_with_an_offset_they_are_read_as_the_same() {
        let written = |seconds, offset| Instant::at_offset(seconds, offset).map(String::from);
        let day = written(1_732_365_113, "+05:30");
        assert_eq!(day.as_deref(), Ok("2024-11-23T18:01:53+05:30"));
        // Every day for 130 years, at odd hours.
        for day in -25_000_i64..25_000 {
            let seconds = day * 86_400 + day.rem_euclid(1_440) * 60 + 7;
            for offset in ["Z", "+05:30", "-11:00"] {
                let instant = Instant::at_offset(seconds, offset).unwrap();
                assert_eq!(instant.seconds(), seconds, "{}", instant.text);
            }
        }
        assert!(written(0, "IST").is_err());
    }

    #[test]
    fn what_is_no_time() {
        for text in [
            "",
            "18:01",
            "2024-11-23",
            "2024-11-23T18:01:53",
            "2024-11-23 18:01:53Z",
            "2024-02-30T18:01:53Z",
            "2023-02-29T18:01:53Z",
            "2024-13-01T18:01:53Z",
            "2024-11-23T24:00:00Z",
            "2024-11-23T18:60:00Z",
            "2024-11-23T18:01:53+0530",
            "2024-11-23T18:01:53+15:00",
            "2024-11-23T18:01:53+05:३0",
            "२०२४-11-23T18:01:53Z",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
