//! Seat calculator: the tally core of an in-browser election calculator.
